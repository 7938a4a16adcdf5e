// SPDX-License-Identifier: MIT
// The page of a gateway instead of the body; the status stays.
#include "engine/faults/faults.hpp"
#include "http/status.hpp"

#include <string>
#include <utility>

namespace graphfault::engine::faults {

void html(const scenario::Fault& /*fault*/, http::Answer& answer) {
  const int status = answer.response.status;
  const std::string title =
      std::to_string(status) + " " +
      (answer.response.reason.empty() ? std::string(http::reason_phrase(status))
                                      : answer.response.reason);
  std::string page = "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n";
  page += "<center><h1>" + title + "</h1></center>\r\n";
  page += "<hr><center>Microsoft-Azure-Application-Gateway/v2</center>\r\n</body>\r\n</html>\r\n";
  answer.response.body = std::move(page);
  answer.response.headers.set("Content-Type", "text/html");
  answer.response.headers.remove("OData-Version");
  answer.plan.ranged = false;
}

}  // namespace graphfault::engine::faults
