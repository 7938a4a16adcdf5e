// SPDX-License-Identifier: MIT
#include "harness/server.hpp"

#include "command/file.hpp"
#include "wire/httplib_transport.hpp"

#include <chrono>
#include <cstdlib>
#include <system_error>
#include <thread>

namespace graphclient::suite {

ScratchFolder::ScratchFolder() {
  std::string name = (std::filesystem::temp_directory_path() / "graphfault-suite-XXXXXX").string();
  path_ = ::mkdtemp(name.data()) == nullptr ? std::filesystem::path{} : std::filesystem::path(name);
}

ScratchFolder::~ScratchFolder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

Server::Server() : transport_(make_httplib_transport({.read = std::chrono::seconds(30)})) {
  process_ = std::make_unique<ChildProcess>(
      std::vector<std::string>{GRAPHFAULT_BINARY, "serve", "--scenarios", GRAPHFAULT_SCENARIOS,
                               "--port", "0", "--control-port", "0", "--ready-file",
                               folder_.path("ready.json"), "--ca-dir", folder_.path("ca")},
      folder_.path("server.log"));
  wait_until_ready();
}

void Server::wait_until_ready() {
  const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(60);
  while (std::chrono::steady_clock::now() < end && process_->is_running()) {
    if (const auto text = read_file(folder_.path("ready.json"))) {
      const Json ready = parse_json(*text).value_or(Json());
      url_ = text_of(ready, "http");
      https_ = text_of(ready, "https");
      control_ = text_of(ready, "control");
      return;
    }
    std::this_thread::sleep_for(std::chrono::milliseconds(5));
  }
  problem_ = "the server is not ready: " + read_file(folder_.path("server.log")).value_or("");
}

Json Server::get(const std::string& path) { return call({.url = control_ + path}); }

Json Server::post(const std::string& path, const Json& body) {
  return call({.method = "POST",
               .url = control_ + path,
               .headers = {{"Content-Type", "application/json"}},
               .body = compact(body)});
}

Json Server::call(const Request& request) {
  const auto reply = transport_->send(request);
  if (!reply || reply->status < 200 || reply->status > 299) {
    return {};
  }
  return parse_json(reply->body).value_or(Json());
}

}  // namespace graphclient::suite
