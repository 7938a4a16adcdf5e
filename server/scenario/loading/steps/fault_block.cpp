// SPDX-License-Identifier: MIT
#include "scenario/loading/reading/scalars.hpp"
#include "scenario/loading/steps/step_block.hpp"

#include <fmt/format.h>

namespace graphfault::scenario {
namespace {

constexpr Choice<Fault::Kind> kWords[] = {
    {"reset", Fault::Kind::reset}, {"close", Fault::Kind::close},
    {"stall", Fault::Kind::stall}, {"malformed", Fault::Kind::malformed},
    {"empty", Fault::Kind::empty}, {"html", Fault::Kind::html},
};
constexpr Choice<Fault::Tls> kTlsWords[] = {
    {"expired", Fault::Tls::expired},
    {"wrong-name", Fault::Tls::wrong_name},
    {"untrusted", Fault::Tls::untrusted},
    {"reset", Fault::Tls::reset},
};
constexpr std::string_view kFaultKeys[] = {"truncate", "drip", "status_line", "tls"};
constexpr std::string_view kForms =
    "{truncate: 40%}, {truncate: 100 bytes}, {drip: 100 bytes/s}, {status_line: \"...\"} or "
    "{tls: expired}";

/// The number before a suffix: `100 bytes`.
std::optional<std::uint64_t> read_bytes(const Node& node, std::string_view suffix) {
  const std::string_view text = node.text;
  if (!node.is_scalar() || !text.ends_with(suffix)) {
    return std::nullopt;
  }
  return parse_whole(text.substr(0, text.size() - suffix.size()));
}

std::optional<Fault> read_truncate(const Node& node, Report& report) {
  Fault fault{.kind = Fault::Kind::truncate};
  if (node.is_scalar() && !node.text.ends_with('%')) {
    fault.bytes = read_bytes(node, " bytes");
    if (!fault.bytes) {
      fault.bytes = read_bytes(node, "");
    }
    if (!fault.bytes) {
      report.add(node, cannot_be("`truncate`", node.text), "a share such as 40%, or 100 bytes");
      return std::nullopt;
    }
    return fault;
  }
  const auto share = read_share(node, "`truncate`", report);
  if (!share) {
    return std::nullopt;
  }
  if (*share >= 1) {
    report.add(node, "`truncate: 100%` cuts nothing off", "a share below 100% leaves");
    return std::nullopt;
  }
  fault.fraction = *share;
  return fault;
}

std::optional<Fault> read_drip(const Node& node, Report& report) {
  const auto speed = read_bytes(node, " bytes/s");
  if (!speed || *speed == 0) {
    report.add(node, "`drip` takes a speed", "such as 100 bytes/s, at least 1 byte/s");
    return std::nullopt;
  }
  return Fault{.kind = Fault::Kind::drip, .bytes_per_second = *speed};
}

std::optional<Fault> read_status_line(const Node& node, Report& report) {
  const auto line = read_word(node, "`status_line`", report);
  if (!line) {
    return std::nullopt;
  }
  if (!http::is_header_value(*line)) {
    report.add(node, "`status_line` is one line");
    return std::nullopt;
  }
  return Fault{.kind = Fault::Kind::status_line, .line = *line};
}

}  // namespace

std::optional<Fault> read_fault(const Node& node, const Loading& loading) {
  Report& report = loading.report;
  if (!node.is_map()) {
    const auto kind = read_choice(node, "`fault`", kWords, report);
    return kind ? std::optional(Fault{.kind = *kind}) : std::nullopt;
  }
  const Block block(node, "`fault`", kFaultKeys, report);
  if (node.children.size() != 1) {
    report.add(node, "a step has one fault", std::string(kForms));
    return std::nullopt;
  }
  if (const Node* truncate = block.find("truncate")) {
    return read_truncate(*truncate, report);
  }
  if (const Node* drip = block.find("drip")) {
    return read_drip(*drip, report);
  }
  if (const Node* tls = block.find("tls")) {
    const auto kind = read_choice(*tls, "`tls`", kTlsWords, report);
    return kind ? std::optional(Fault{.kind = Fault::Kind::tls, .tls = *kind}) : std::nullopt;
  }
  const Node* const line = block.find("status_line");
  return line == nullptr ? std::nullopt : read_status_line(*line, report);
}

}  // namespace graphfault::scenario
