// SPDX-License-Identifier: MIT
#pragma once

#include "harness/child_process.hpp"
#include "wire/json.hpp"
#include "wire/transport.hpp"

#include <filesystem>
#include <memory>
#include <string>

namespace graphclient::suite {

/// A folder that goes away.
class ScratchFolder {
 public:
  ScratchFolder();
  ~ScratchFolder();
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

/// The real server with the shipped scenarios, on free ports.
class Server {
 public:
  /// Returns once it answers; `problem()` says why it does not.
  Server();
  const std::string& problem() const { return problem_; }
  const std::string& url() const { return url_; }
  const std::string& https() const { return https_; }
  /// The file of the certificate that a client of https() has to trust.
  std::string authority() const { return folder_.path("ca/ca.pem"); }

  /// The control API. A status other than 2xx gives null.
  Json get(const std::string& path);
  Json post(const std::string& path, const Json& body);

 private:
  void wait_until_ready();
  Json call(const Request& request);

  ScratchFolder folder_{};
  std::unique_ptr<ChildProcess> process_{};
  std::unique_ptr<Transport> transport_;
  std::string url_{};
  std::string https_{};
  std::string control_{};
  std::string problem_{};
};

}  // namespace graphclient::suite
