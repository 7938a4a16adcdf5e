// SPDX-License-Identifier: MIT
#include "scenario/loading/steps/effect_block.hpp"

#include "scenario/loading/reading/scalars.hpp"

namespace graphfault::scenario {
namespace {

constexpr std::string_view kEffectKeys[] = {"expire", "revoke", "advance"};
constexpr Choice<bool> kToken[] = {{"token", true}};

}  // namespace

std::optional<Effects> read_effects(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  const std::size_t before = report.count();
  const Block block(node, "`effect`", kEffectKeys, report);
  if (node.is_map() && node.children.empty()) {
    report.add(node, "`effect` does nothing", "{expire: token}, {revoke: token} or {advance: 61m}");
  }
  Effects effects;
  if (const Node* expire = block.find("expire")) {
    assign(effects.expire_token, read_choice(*expire, "`expire`", kToken, report));
  }
  if (const Node* revoke = block.find("revoke")) {
    assign(effects.revoke_token, read_choice(*revoke, "`revoke`", kToken, report));
  }
  if (const Node* advance = block.find("advance")) {
    assign(effects.advance, read_duration(*advance, "`advance`", report));
  }
  return report.count() == before ? std::optional(effects) : std::nullopt;
}

}  // namespace graphfault::scenario
