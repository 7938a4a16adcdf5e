// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <string>

namespace graphfault::app {

/// The certificate to trust, in a file that is there while clients run.
class CertificateFile {
 public:
  explicit CertificateFile(const std::string& pem);
  ~CertificateFile();  ///< takes it away
  CertificateFile(const CertificateFile&) = delete;
  CertificateFile& operator=(const CertificateFile&) = delete;

  std::string path() const { return (folder_ / "ca.pem").string(); }
  /// False where it could not be written.
  bool is_there() const;

 private:
  std::filesystem::path folder_{};
};

}  // namespace graphfault::app
