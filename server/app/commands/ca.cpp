// SPDX-License-Identifier: MIT
#include "app/commands/ca.hpp"

#include "app/command_line/complaint.hpp"
#include "app/command_line/exit_code.hpp"
#include "app/files/whole_file.hpp"
#include "app/tls/authority_folder.hpp"
#include "net/tls/tls_truststore.hpp"

#include <ostream>

namespace graphfault::app {
namespace {

TakeValues take_format(AuthorityFormat& into) {
  return [&into](const Values& values) -> tl::expected<void, Problem> {
    const std::string& name = values.back();
    if (name != "pem" && name != "pkcs12") {
      return fail("is '" + name + "': choose pem or pkcs12");
    }
    into = name == "pem" ? AuthorityFormat::pem : AuthorityFormat::pkcs12;
    return {};
  };
}

/// The authority that a server of this folder shows; one that nobody keeps helps nobody.
Result<std::string> kept_certificate(const CaOptions& options, const Streams& streams) {
  const std::string folder =
      options.authority_folder.empty() ? default_authority_folder() : options.authority_folder;
  const auto authority = open_authority(folder, SystemClock().now());
  if (!authority) {
    return tl::unexpected(authority.error());
  }
  if (authority->in_memory) {
    return fail("there is no folder to keep the certificate authority in",
                "give --ca-dir a folder that you may write to; a running server has its "
                "certificate at /ca.pem of the control API");
  }
  if (!authority->warning.empty()) {
    streams.err << "graphfault: warning: " << authority->warning << '\n';
  }
  return net::first_certificate(authority->credentials.certificates);
}

int print_authority(const CaOptions& options, const Streams& streams) {
  const auto certificate = kept_certificate(options, streams);
  if (!certificate) {
    return complain(streams, certificate.error());
  }
  auto bytes = options.format == AuthorityFormat::pem
                   ? Result<std::string>(*certificate)
                   : net::truststore(*certificate, options.password);
  if (!bytes) {
    return complain(streams, bytes.error());
  }
  if (options.out.empty()) {
    streams.out << *bytes;
    return kGood;
  }
  const auto written = write_whole_file(options.out, *bytes, FileAudience::everybody);
  return written ? kGood : complain(streams, written.error());
}

}  // namespace

Command ca_command(const std::shared_ptr<CaOptions>& options) {
  return {
      .name = "ca",
      .summary = "prints the certificate that clients have to trust for https",
      .positional = {},
      .options = {{.name = "--ca-dir",
                   .placeholder = "FOLDER",
                   .help = "the folder of the certificate authority, which is made at first use",
                   .fallback = "~/.local/share/graphfault/ca",
                   .take = take_text(options->authority_folder)},
                  {.name = "--out",
                   .placeholder = "FILE",
                   .help = "a file to write instead of standard output",
                   .fallback = {},
                   .take = take_text(options->out)},
                  {.name = "--format",
                   .placeholder = "FORMAT",
                   .help = "pem, or pkcs12: a truststore for Java",
                   .fallback = "pem",
                   .take = take_format(options->format)},
                  {.name = "--password",
                   .placeholder = "TEXT",
                   .help = "the password of the truststore",
                   .fallback = options->password,
                   .take = take_text(options->password)}},
      .notes =
          "Examples: curl --cacert <(graphfault ca) https://localhost:8443/v1.0/users\n"
          "          graphfault ca --format pkcs12 --out truststore.p12\n",
      .act = [options](const Streams& streams) { return print_authority(*options, streams); }};
}

}  // namespace graphfault::app
