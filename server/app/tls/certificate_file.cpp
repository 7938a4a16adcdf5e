// SPDX-License-Identifier: MIT
#include "app/tls/certificate_file.hpp"

#include <cstdlib>
#include <fstream>
#include <system_error>

namespace graphfault::app {

CertificateFile::CertificateFile(const std::string& pem) {
  std::error_code error;
  std::string name =
      (std::filesystem::temp_directory_path(error) / "graphfault-run-XXXXXX").string();
  if (mkdtemp(name.data()) != nullptr) {
    folder_ = name;
    std::ofstream(path()) << pem;
  }
}

CertificateFile::~CertificateFile() {
  std::error_code ignored;
  if (!folder_.empty()) {
    std::filesystem::remove_all(folder_, ignored);
  }
}

bool CertificateFile::is_there() const {
  std::error_code error;
  return !folder_.empty() && std::filesystem::exists(path(), error);
}

}  // namespace graphfault::app
