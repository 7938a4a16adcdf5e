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
  const std::size_t users = listing.items.size();
  console.err << fmt::format("graphclient: {} {} from the first {} {} in {}\n", users,
                             users == 1 ? "user" : "users",
                             listing.pages == 1 ? "page" : fmt::format("{} pages", listing.pages),
                             users == 1 ? "is" : "are", file);
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
