// SPDX-License-Identifier: MIT
#include "command/commands.hpp"

namespace graphclient {

ExitCode run_get(Session& session, const GetCommand& command, const Console& console) {
  Call call = make_call("GET", session.url(command.path));
  call.json_expected = false;
  if (command.eventual) {
    set_header(call.request.headers, "ConsistencyLevel", "eventual");
  }
  const tl::expected<Reply, Failure> reply = session.send(call, session.new_deadline());
  return reply ? write_result({}, reply->body, console) : complain(reply.error(), console);
}

}  // namespace graphclient
