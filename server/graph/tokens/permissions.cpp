// SPDX-License-Identifier: MIT
#include "graph/tokens/permissions.hpp"

#include "base/letter_case.hpp"
#include "graph/errors/error_catalogue.hpp"
#include "graph/paths/cloud_hosts.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace graphfault::graph {
namespace {

/// Any of them will do; the first is the least privileged one and the one a refusal names.
using Permissions = std::span<const std::string_view>;

/// One family of resources. A write permission reads too.
struct Family {
  std::string_view segment{};
  Permissions read{};
  Permissions write{};
};

constexpr std::array<std::string_view, 4> kUsersRead{
    "User.Read.All", "User.ReadWrite.All", "Directory.Read.All", "Directory.ReadWrite.All"};
constexpr std::array<std::string_view, 2> kUsersWrite{"User.ReadWrite.All",
                                                      "Directory.ReadWrite.All"};
constexpr std::array<std::string_view, 5> kGroupsRead{"GroupMember.Read.All", "Group.Read.All",
                                                      "Group.ReadWrite.All", "Directory.Read.All",
                                                      "Directory.ReadWrite.All"};
constexpr std::array<std::string_view, 2> kGroupsWrite{"Group.ReadWrite.All",
                                                       "Directory.ReadWrite.All"};
constexpr std::array<std::string_view, 4> kApplicationsRead{
    "Application.Read.All", "Application.ReadWrite.All", "Directory.Read.All",
    "Directory.ReadWrite.All"};
constexpr std::array<std::string_view, 2> kApplicationsWrite{"Application.ReadWrite.All",
                                                             "Directory.ReadWrite.All"};
constexpr std::array<std::string_view, 2> kMailRead{"Mail.Read", "Mail.ReadWrite"};
constexpr std::array<std::string_view, 1> kMailWrite{"Mail.ReadWrite"};
constexpr std::array<std::string_view, 1> kMailSend{"Mail.Send"};
constexpr std::array<std::string_view, 2> kCalendarsRead{"Calendars.Read", "Calendars.ReadWrite"};
constexpr std::array<std::string_view, 1> kCalendarsWrite{"Calendars.ReadWrite"};
constexpr std::array<std::string_view, 2> kContactsRead{"Contacts.Read", "Contacts.ReadWrite"};
constexpr std::array<std::string_view, 1> kContactsWrite{"Contacts.ReadWrite"};
constexpr std::array<std::string_view, 4> kFilesRead{"Files.Read.All", "Files.ReadWrite.All",
                                                     "Sites.Read.All", "Sites.ReadWrite.All"};
constexpr std::array<std::string_view, 2> kFilesWrite{"Files.ReadWrite.All", "Sites.ReadWrite.All"};
constexpr std::array<std::string_view, 2> kSitesRead{"Sites.Read.All", "Sites.ReadWrite.All"};
constexpr std::array<std::string_view, 1> kSitesWrite{"Sites.ReadWrite.All"};
constexpr std::array<std::string_view, 2> kDirectoryRead{"Directory.Read.All",
                                                         "Directory.ReadWrite.All"};
constexpr std::array<std::string_view, 1> kDirectoryWrite{"Directory.ReadWrite.All"};
constexpr std::array<std::string_view, 1> kAuditLogs{"AuditLog.Read.All"};
constexpr std::array<std::string_view, 1> kReports{"Reports.Read.All"};

/// By the first segment of the path.
constexpr std::array kRoots{
    Family{"users", kUsersRead, kUsersWrite},
    Family{"me", kUsersRead, kUsersWrite},
    Family{"groups", kGroupsRead, kGroupsWrite},
    Family{"applications", kApplicationsRead, kApplicationsWrite},
    Family{"serviceprincipals", kApplicationsRead, kApplicationsWrite},
    Family{"directoryroles", kDirectoryRead, kDirectoryWrite},
    Family{"directoryobjects", kDirectoryRead, kDirectoryWrite},
    Family{"devices", kDirectoryRead, kDirectoryWrite},
    Family{"organization", kDirectoryRead, kDirectoryWrite},
    Family{"domains", kDirectoryRead, kDirectoryWrite},
    Family{"auditlogs", kAuditLogs, kAuditLogs},
    Family{"reports", kReports, kReports},
    Family{"sites", kSitesRead, kSitesWrite},
    Family{"drives", kFilesRead, kFilesWrite},
};
/// By a segment below a user (`/users/{id}/messages`).
constexpr std::array kBelowUser{
    Family{"messages", kMailRead, kMailWrite},
    Family{"mailfolders", kMailRead, kMailWrite},
    Family{"sendmail", kMailSend, kMailSend},
    Family{"events", kCalendarsRead, kCalendarsWrite},
    Family{"calendar", kCalendarsRead, kCalendarsWrite},
    Family{"calendars", kCalendarsRead, kCalendarsWrite},
    Family{"calendarview", kCalendarsRead, kCalendarsWrite},
    Family{"contacts", kContactsRead, kContactsWrite},
    Family{"contactfolders", kContactsRead, kContactsWrite},
    Family{"drive", kFilesRead, kFilesWrite},
    Family{"drives", kFilesRead, kFilesWrite},
};

const Family* family_of(std::span<const Family> families, std::string_view segment) {
  const auto found = std::find_if(families.begin(), families.end(), [&](const Family& family) {
    return equal_ignoring_case(family.segment, segment);
  });
  return found == families.end() ? nullptr : &*found;
}

const Family* family_of(const std::vector<std::string>& segments) {
  if (segments.empty()) {
    return nullptr;
  }
  const Family* root = family_of(kRoots, segments.front());
  const bool me = equal_ignoring_case(segments.front(), "me");
  const std::size_t below = me ? 1 : 2;
  if (root == nullptr || segments.size() <= below ||
      !(me || equal_ignoring_case(segments.front(), "users"))) {
    return root;
  }
  const Family* nested = family_of(kBelowUser, segments[below]);
  return nested == nullptr ? root : nested;
}

/// Functions that read although they are called by POST.
bool is_reading_function(const std::vector<std::string>& segments) {
  constexpr std::array<std::string_view, 7> kReading{
      "getByIds",          "checkMemberGroups", "checkMemberObjects",
      "getMemberGroups",   "getMemberObjects",  "getAvailableExtensionProperties",
      "validateProperties"};
  return !segments.empty() &&
         std::any_of(kReading.begin(), kReading.end(), [&](std::string_view name) {
           return equal_ignoring_case(name, segments.back());
         });
}

bool reads(const GraphAccess& access) {
  return access.method == "GET" || access.method == "HEAD" ||
         (access.method == "POST" && is_reading_function(access.segments));
}

bool holds(const Token& token, std::string_view permission) {
  if (token.all_roles) {
    return true;
  }
  const std::vector<std::string>& held = token.user.empty() ? token.roles : token.scopes;
  return std::any_of(held.begin(), held.end(), [&](const std::string& name) {
    return equal_ignoring_case(name, permission);
  });
}

/// `Mail.Read` and `Files.Read` for `Files.Read.All`: what a user may do with their own.
bool holds_for_self(const Token& token, const GraphAccess& access, const Family& family) {
  if (token.user.empty() || !equal_ignoring_case(access.segments.front(), "me")) {
    return false;
  }
  const bool reading = reads(access);
  const Permissions wanted = reading ? family.read : family.write;
  constexpr std::string_view kAll = ".All";
  return std::any_of(wanted.begin(), wanted.end(), [&](std::string_view permission) {
    return permission.ends_with(kAll) &&
           holds(token, permission.substr(0, permission.size() - kAll.size()));
  });
}

bool names(std::string_view text, std::string_view property) {
  return lower(text).find(property) != std::string::npos;
}

}  // namespace

std::optional<MissingPermission> missing_permission(const Token& token, const GraphAccess& access) {
  const Family* family = family_of(access.segments);
  if (family == nullptr || access.method == "OPTIONS") {
    return std::nullopt;
  }
  const Permissions wanted = reads(access) ? family->read : family->write;
  const bool held = std::any_of(wanted.begin(), wanted.end(), [&](std::string_view permission) {
    return holds(token, permission);
  });
  if (!held && !holds_for_self(token, access, *family)) {
    return MissingPermission{.permission = std::string(wanted.front())};
  }
  if (access.sign_in_activity && !holds(token, kAuditLogs.front())) {
    return MissingPermission{.permission = std::string(kAuditLogs.front()),
                             .for_sign_in_activity = true};
  }
  return std::nullopt;
}

GraphError permission_error(const MissingPermission& missing) {
  if (!missing.for_sign_in_activity) {
    return make_error("permission-missing");
  }
  return fill(make_error("graph-permission-missing"), "permission", missing.permission);
}

bool asks_for_sign_in_activity(const http::Fields& options) {
  constexpr std::array<std::string_view, 3> kNames{"select", "filter", "orderby"};
  return std::any_of(options.begin(), options.end(), [&](const http::Field& option) {
    const std::string name = lower(option.name);
    const std::string_view bare =
        name.starts_with('$') ? std::string_view(name).substr(1) : std::string_view(name);
    return std::find(kNames.begin(), kNames.end(), bare) != kNames.end() &&
           names(option.value, "signinactivity");
  });
}

bool is_graph_audience(std::string_view audience) {
  constexpr std::string_view kScheme = "https://";
  const std::string_view bare =
      audience.ends_with('/') ? audience.substr(0, audience.size() - 1) : audience;
  if (!equal_ignoring_case(bare.substr(0, kScheme.size()), kScheme)) {
    return equal_ignoring_case(bare, "00000003-0000-0000-c000-000000000000");
  }
  const auto hosts = graph_hosts();
  return std::any_of(hosts.begin(), hosts.end(), [&](std::string_view known) {
    return equal_ignoring_case(known, bare.substr(kScheme.size()));
  });
}

}  // namespace graphfault::graph
