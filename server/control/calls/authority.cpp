// SPDX-License-Identifier: MIT
#include "control/calls/resources.hpp"

namespace graphfault::control {

Reply get_authority(const Call& /*call*/, Subject& subject) {
  if (subject.authority.empty()) {
    return error_reply(404, "the server shows a certificate of your own (--tls-cert)",
                       "trust the authority that issued it");
  }
  Reply reply;
  reply.content_type = "application/x-pem-file";
  reply.headers.add("Content-Disposition", "attachment; filename=\"graphfault-ca.pem\"");
  reply.body = subject.authority;
  return reply;
}

}  // namespace graphfault::control
