// SPDX-License-Identifier: MIT
#include "app/tls/authority_folder.hpp"

#include "app/files/files.hpp"
#include "app/files/whole_file.hpp"
#include "base/time_text.hpp"

#include <cstdlib>
#include <fcntl.h>
#include <filesystem>
#include <optional>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace graphfault::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kAuthorityFileBytes = 1U << 20U;
// A certificate that ends tomorrow would end under a running server.
constexpr std::chrono::days kLeast{30};

/// Holds the folder against other processes while it lives. Where the file system has no locks,
/// renaming alone has to do.
class FolderLock {
 public:
  explicit FolderLock(const std::string& folder)
      : fd_(open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {
    if (fd_ >= 0) {
      flock(fd_, LOCK_EX);
    }
  }
  ~FolderLock() {
    if (fd_ >= 0) {
      close(fd_);
    }
  }
  FolderLock(const FolderLock&) = delete;
  FolderLock& operator=(const FolderLock&) = delete;

 private:
  int fd_;
};

/// The folder's two files.
struct Place {
  std::string folder{};
  std::string certificate() const { return folder + "/ca.pem"; }
  std::string key() const { return folder + "/ca-key.pem"; }
};

Problem unusable(const Place& place, const std::string& why) {
  return {.message = "the certificate authority in " + place.folder + " can't be used: " + why,
          .hint =
              "remove ca.pem and ca-key.pem there to get a new one, which clients then have to "
              "trust; or give another folder with --ca-dir"};
}

Authority in_memory(Instant now, const std::string& why) {
  return {
      .credentials = net::make_authority(now),
      .in_memory = true,
      .warning = "the certificate authority is in memory only, and the next start makes another: " +
                 why + "; to keep it, give a folder with --ca-dir"};
}

/// Without a tail such as `/` or `/.`: what lies before it must not make the folder as its own
/// parent, open to everybody.
std::string without_tail(std::string folder) {
  while (folder.size() > 1 && (folder.ends_with('/') || folder.ends_with("/."))) {
    folder.pop_back();
  }
  return folder;
}

/// Nothing where there is no such folder and none can be made: why, then.
std::optional<std::string> make_folder(const std::string& folder) {
  std::error_code error;
  if (fs::is_directory(folder, error)) {
    return std::nullopt;
  }
  const fs::path parent = fs::path(folder).parent_path();
  if (!parent.empty()) {
    fs::create_directories(parent, error);
  }
  if (mkdir(folder.c_str(), S_IRWXU) != 0 && errno != EEXIST) {
    return folder + " can't be created (" + std::generic_category().message(errno) + ")";
  }
  return std::nullopt;
}

bool is_there(const std::string& path) {
  std::error_code error;
  const fs::file_type type = fs::status(path, error).type();
  return type != fs::file_type::not_found;
}

Result<net::Credentials> read_files(const Place& place) {
  const DiskFiles files;
  const auto certificate = files.read(place.certificate(), kAuthorityFileBytes);
  if (!certificate) {
    return tl::unexpected(unusable(place, "ca.pem " + certificate.error().message));
  }
  const auto key = files.read(place.key(), kAuthorityFileBytes);
  if (!key) {
    return tl::unexpected(unusable(place, "ca-key.pem " + key.error().message));
  }
  return net::Credentials{.certificates = *certificate, .key = *key};
}

/// What the folder holds.
struct Kept {
  std::optional<net::Credentials> credentials{};  ///< nothing: a new one is to be made
  bool ended = false;                             ///< one that was ours has had its time
};

/// Another's authority is not ours to replace.
Result<Kept> judge_ended(const Place& place, const net::CertificateFacts& facts) {
  if (facts.subject == net::kAuthorityName) {
    return Kept{.credentials = {}, .ended = true};
  }
  return tl::unexpected(unusable(place, "ca.pem (" + facts.subject + ") is good until " +
                                            iso_date(facts.until) +
                                            " only, and graphfault did not make it"));
}

Result<Kept> read_authority(const Place& place, Instant now) {
  if (!is_there(place.certificate())) {
    // A key without its certificate is what a start left that was cut short: nobody trusts it yet.
    return Kept{};
  }
  auto credentials = read_files(place);
  if (!credentials) {
    return tl::unexpected(credentials.error());
  }
  const auto facts = net::inspect(*credentials);
  if (!facts) {
    return tl::unexpected(unusable(place, facts.error().message));
  }
  if (!facts->is_authority) {
    return tl::unexpected(unusable(place, "ca.pem is not the certificate of an authority"));
  }
  if (facts->until < now + kLeast) {
    return judge_ended(place, *facts);
  }
  return Kept{.credentials = std::move(*credentials)};
}

/// The key first: a certificate that lies there always has its key.
Authority make_files(const Place& place, const Kept& before, Instant now) {
  net::Credentials made = net::make_authority(now);
  auto written = write_whole_file(place.key(), made.key, FileAudience::owner);
  if (written) {
    written = write_whole_file(place.certificate(), made.certificates, FileAudience::everybody);
  }
  if (!written) {
    return in_memory(now, written.error().message);
  }
  Authority authority{.credentials = std::move(made)};
  if (before.ended) {
    authority.warning = "the certificate authority in " + place.folder +
                        " has expired: a new one was made, which clients have to trust";
  }
  return authority;
}

const char* variable(const char* name) {
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nothing sets variables here
  const char* const value = std::getenv(name);
  return value != nullptr && *value == '/' ? value : nullptr;
}

}  // namespace

Result<Authority> open_authority(const std::string& folder, Instant now) {
  if (folder.empty()) {
    return in_memory(now, "this user has no home folder");
  }
  const Place place{.folder = without_tail(folder)};
  if (const auto why = make_folder(place.folder)) {
    return in_memory(now, *why);
  }
  std::error_code error;
  if (!fs::is_directory(place.folder, error)) {
    return tl::unexpected(
        Problem{.message = folder + " is not a folder",
                .hint = "give a folder for the certificate authority with --ca-dir"});
  }
  const FolderLock lock(place.folder);
  auto known = read_authority(place, now);
  if (!known) {
    return tl::unexpected(known.error());
  }
  return known->credentials ? Authority{.credentials = std::move(*known->credentials)}
                            : make_files(place, *known, now);
}

std::string default_authority_folder() {
  if (const char* const data = variable("XDG_DATA_HOME")) {
    return std::string(data) + "/graphfault/ca";
  }
  const char* const home = variable("HOME");
  return home == nullptr ? "" : std::string(home) + "/.local/share/graphfault/ca";
}

}  // namespace graphfault::app
