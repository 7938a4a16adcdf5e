// SPDX-License-Identifier: MIT
#include "command/commands.hpp"
#include "graph/listing.hpp"

#include <fmt/format.h>

namespace graphclient {
namespace {

ExitCode keep_partial(const Listing& listing, const UsersCommand& command, const Console& console) {
  const std::string file = command.out_file + ".partial";
  const ExitCode written = write_result(file, pretty(Json(listing.items)), console);
  if (written != ExitCode::success) {
    return written;
  }
  console.err << fmt::format("graphclient: the {} users of the first {} pages are in {}\n",
                             listing.items.size(), listing.pages, file);
  return ExitCode::partial;
}

}  // namespace

ExitCode run_users(Session& session, const UsersCommand& command, const Console& console) {
  const Listing listing = read_listing(session, users_request(session, command.query));
  if (listing.complete()) {
    return write_result(command.out_file, pretty(Json(listing.items)), console);
  }
  const ExitCode code = complain(*listing.failure, console);
  const bool keep = command.keep_partial && !command.out_file.empty() && listing.pages > 0;
  return keep ? keep_partial(listing, command, console) : code;
}

}  // namespace graphclient
