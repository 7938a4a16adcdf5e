// SPDX-License-Identifier: MIT
#include "scenario/faults/fault_values.hpp"

#include "base/counted.hpp"
#include "http/headers.hpp"
#include "scenario/faults/fault_rows.hpp"
#include "scenario/loading/reading/scalars.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <string_view>

namespace graphfault::scenario {
namespace {

constexpr Choice<Fault::Tls> kTlsWords[] = {
    {"expired", Fault::Tls::expired},
    {"wrong-name", Fault::Tls::wrong_name},
    {"untrusted", Fault::Tls::untrusted},
    {"reset", Fault::Tls::reset},
};

// In the order of the enumeration, as kTlsWords is.
constexpr std::string_view kTlsTexts[] = {
    "a certificate that has expired",
    "a certificate for another host",
    "a certificate from an authority that nobody trusts",
    "the connection is reset in the handshake",
};

/// The number before a suffix: `100 bytes`.
std::optional<std::uint64_t> read_bytes(const Node& node, std::string_view suffix) {
  const std::string_view text = node.text;
  if (!node.is_scalar() || !text.ends_with(suffix)) {
    return std::nullopt;
  }
  return parse_whole(text.substr(0, text.size() - suffix.size()));
}

std::optional<Fault> read_truncate_share(const Node& node, Report& report) {
  const auto share = read_share(node, "`truncate`", report);
  if (!share) {
    return std::nullopt;
  }
  if (*share >= 1) {
    report.add(node, "`truncate: 100%` cuts nothing off", "write less than 100%");
    return std::nullopt;
  }
  return Fault{.kind = Fault::Kind::truncate, .fraction = *share};
}

}  // namespace

std::optional<Fault> read_truncate(const Node& node, Report& report) {
  if (!node.is_scalar() || node.text.ends_with('%')) {
    return read_truncate_share(node, report);
  }
  Fault fault{.kind = Fault::Kind::truncate, .bytes = read_bytes(node, " bytes")};
  if (!fault.bytes) {
    fault.bytes = read_bytes(node, "");
  }
  if (!fault.bytes) {
    report.add(node, cannot_be("`truncate`", node.text),
               "a percentage such as 40%, or a size such as 100 bytes");
    return std::nullopt;
  }
  return fault;
}

std::string describe_truncate(const Fault& fault) {
  return fault.bytes ? ", but the body breaks off after " + counted(*fault.bytes, "byte")
                     : fmt::format(", but the body breaks off after {:.3g}%", fault.fraction * 100);
}

std::optional<Fault> read_drip(const Node& node, Report& report) {
  const auto speed = read_bytes(node, " bytes/s");
  if (!speed || *speed == 0) {
    report.add(node, "`drip` takes a speed", "such as 100 bytes/s, at least 1 byte/s");
    return std::nullopt;
  }
  return Fault{.kind = Fault::Kind::drip, .bytes_per_second = *speed};
}

std::string describe_drip(const Fault& fault) {
  return ", dripping at " + counted(fault.bytes_per_second, "byte") + "/s";
}

std::optional<Fault> read_status_line(const Node& node, Report& report) {
  const auto line = read_word(node, "`status_line`", report);
  if (!line) {
    return std::nullopt;
  }
  if (!http::is_header_value(*line)) {
    report.add(node, "`status_line` must be a single line");
    return std::nullopt;
  }
  return Fault{.kind = Fault::Kind::status_line, .line = *line};
}

std::string describe_status_line(const Fault& fault) {
  return fmt::format(", with the status line \"{}\"", fault.line);
}

std::optional<Fault> read_tls(const Node& node, Report& report) {
  const auto kind = read_choice(node, "`tls`", kTlsWords, report);
  return kind ? std::optional(Fault{.kind = Fault::Kind::tls, .tls = *kind}) : std::nullopt;
}

std::string describe_tls(const Fault& fault) {
  return std::string(kTlsTexts[static_cast<std::size_t>(fault.tls)]);
}

std::string_view tls_word(Fault::Tls fault) {
  return kTlsWords[static_cast<std::size_t>(fault)].name;
}

}  // namespace graphfault::scenario
