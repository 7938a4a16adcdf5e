// SPDX-License-Identifier: MIT
#include "graph/entities/generated_user_text.hpp"

#include "base/random.hpp"
#include "base/time_text.hpp"
#include "graph/model/user_type.hpp"

#include <array>
#include <chrono>
#include <utility>
#include <vector>

namespace graphfault::graph {
namespace {

constexpr std::array<std::string_view, 8> kTitles = {"Account Executive", "Analyst",    "Designer",
                                                     "Engineer",          "HR Manager", "Paralegal",
                                                     "Product Manager",   "Technician"};
constexpr std::array<std::string_view, 6> kDepartments = {"Engineering", "Finance",   "HR",
                                                          "Legal",       "Marketing", "Sales"};
constexpr std::array<std::string_view, 5> kPartners = {
    "fabrikam.com", "adatum.com", "northwindtraders.com", "tailspintoys.com", "wingtiptoys.com"};
struct Town {
  std::string_view city{};
  std::string_view country{};
  std::string_view usage{};
  std::string_view language{};
};
constexpr std::array<Town, 6> kTowns = {{{"Seattle", "United States", "US", "en-US"},
                                         {"Paris", "France", "FR", "fr-FR"},
                                         {"Munich", "Germany", "DE", "de-DE"},
                                         {"Lagos", "Nigeria", "NG", "en-NG"},
                                         {"Osaka", "Japan", "JP", "ja-JP"},
                                         {"Porto", "Portugal", "PT", "pt-PT"}}};

/// A number below `bound`, of its own for each use.
std::uint64_t pick(const GeneratedUser& user, std::uint64_t use, std::uint64_t bound) {
  return mix(user.random, use) % bound;
}

const Town& town(const GeneratedUser& user) { return kTowns[pick(user, 1, kTowns.size())]; }
std::string_view partner(const GeneratedUser& user) {
  return kPartners[pick(user, 2, kPartners.size())];
}

void append_lower(std::string& out, std::string_view text) {
  for (const char c : text) {
    out += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
}

/// `ada.vance`, and `ada.vance2` for the second of that name.
std::string alias(const GeneratedUser& user) {
  std::string text;
  append_lower(text, user.given_name);
  text += '.';
  append_lower(text, user.surname);
  return user.round == 0 ? text : text + std::to_string(user.round + 1);
}

std::string mail(const GeneratedUser& user) {
  std::string text = alias(user);
  return text.append("@").append(user.guest ? partner(user) : kUserDomain);
}

std::string display_name(const GeneratedUser& user) {
  std::string text(user.given_name);
  text.append(" ").append(user.surname);
  return user.round == 0 ? text : text + " " + std::to_string(user.round + 1);
}

std::string phone(const GeneratedUser& user) {
  std::string digits = std::to_string(10'000 + pick(user, 3, 90'000));
  return "+1 425 55" + digits.substr(0, 1) + " " + digits.substr(1);
}

/// Between 2019 and 2024, whole seconds.
Instant created(const GeneratedUser& user) {
  using std::chrono::seconds;
  constexpr auto kFirst = std::chrono::sys_days(std::chrono::year(2019) / 1 / 1);
  return kFirst + seconds(pick(user, 4, 6ULL * 365 * 86'400));
}

/// In 2025.
Instant signed_in(const GeneratedUser& user, std::uint64_t use) {
  using std::chrono::seconds;
  constexpr auto kFirst = std::chrono::sys_days(std::chrono::year(2025) / 1 / 1);
  return kFirst + seconds(pick(user, use, 365ULL * 86'400));
}

/// One user in ten never signed in, and has no signInActivity; the first user always has.
bool never_signed_in(const GeneratedUser& user) {
  return user.index != 0 && pick(user, 5, 10) == 0;
}

std::string guid_from(const GeneratedUser& user, std::uint64_t use) {
  return Random(mix(user.random, use)).guid();
}

using Read = Value (*)(const GeneratedUser&);
using User = GeneratedUser;

struct Scalar {
  std::string_view name{};
  Read read = nullptr;
};

Value text(std::string_view value) { return {std::string(value)}; }
Value only_for_guests(const User& user, std::string value) {
  return user.guest ? Value(std::move(value)) : Value();
}

constexpr std::array<Scalar, 25> kScalars = {{
    {"displayName", [](const User& u) { return Value(display_name(u)); }},
    {"givenName", [](const User& u) { return text(u.given_name); }},
    {"jobTitle", [](const User& u) { return text(kTitles[pick(u, 6, kTitles.size())]); }},
    {"mail", [](const User& u) { return Value(mail(u)); }},
    {"mobilePhone", [](const User& u) { return u.guest ? Value() : Value(phone(u)); }},
    {"officeLocation",
     [](const User& u) {
       return u.guest ? Value() : Value(std::to_string(10 + pick(u, 7, 90)) + "/1");
     }},
    {"preferredLanguage", [](const User& u) { return u.guest ? Value() : text(town(u).language); }},
    {"surname", [](const User& u) { return text(u.surname); }},
    {"userPrincipalName", [](const User& u) { return Value(principal_name(u)); }},
    {"id", [](const User& u) { return Value(generated_id(u.seed, u.index)); }},
    {"accountEnabled", [](const User& u) { return Value(pick(u, 8, 20) != 0); }},
    {"userType", [](const User& u) { return text(u.guest ? "Guest" : "Member"); }},
    {"createdDateTime", [](const User& u) { return Value(iso_date(created(u))); }},
    {"city", [](const User& u) { return text(town(u).city); }},
    {"companyName", [](const User& u) { return text(u.guest ? partner(u) : "Contoso"); }},
    {"country", [](const User& u) { return text(town(u).country); }},
    {"creationType", [](const User& u) { return only_for_guests(u, "Invitation"); }},
    {"department",
     [](const User& u) {
       return u.guest ? Value() : text(kDepartments[pick(u, 9, kDepartments.size())]);
     }},
    {"employeeId",
     [](const User& u) { return u.guest ? Value() : Value(std::to_string(100'000 + u.index)); }},
    {"externalUserState",
     [](const User& u) {
       return only_for_guests(u, never_signed_in(u) ? "PendingAcceptance" : "Accepted");
     }},
    {"externalUserStateChangeDateTime",
     [](const User& u) { return only_for_guests(u, iso_date(created(u))); }},
    {"mailNickname",
     [](const User& u) {
       return Value(u.guest ? alias(u).append("_").append(partner(u)).append("#EXT#") : alias(u));
     }},
    {"usageLocation", [](const User& u) { return u.guest ? Value() : text(town(u).usage); }},
    {"lastPasswordChangeDateTime",
     [](const User& u) { return u.guest ? Value() : Value(iso_date(created(u))); }},
    {"securityIdentifier",
     [](const User& u) {
       return Value("S-1-12-1-" + std::to_string(pick(u, 10, 4'000'000'000)) + "-" +
                    std::to_string(pick(u, 11, 4'000'000'000)));
     }},
}};

/// The scalars in the order of the type's properties; null for those that are none.
std::vector<Read> readers_by_property() {
  std::vector<Read> readers(user_type().properties.size(), nullptr);
  for (const Scalar& scalar : kScalars) {
    readers[user_type().index_of(*user_type().find(scalar.name))] = scalar.read;
  }
  return readers;
}

void append_list(std::string& out, std::string_view item) {
  out += '[';
  append_json_string(out, item);
  out += ']';
}

void append_identities(std::string& out, const User& user) {
  out += '[';
  if (user.guest) {
    out += R"({"signInType":"federated","issuer":"ExternalAzureAD","issuerAssignedId":null},)";
  }
  out += R"({"signInType":"userPrincipalName","issuer":)";
  append_json_string(out, kUserDomain);
  out += R"(,"issuerAssignedId":)";
  append_json_string(out, principal_name(user));
  out += "}]";
}

void append_member(std::string& out, std::string_view name, const std::string& value) {
  append_json_string(out, name);
  out += ':';
  append_json_string(out, value);
}

void append_sign_in_activity(std::string& out, const User& user) {
  const std::string last = iso_date(signed_in(user, 12));
  const std::string request = guid_from(user, 13);
  out += '{';
  append_member(out, "lastSignInDateTime", last);
  out += ',';
  append_member(out, "lastSignInRequestId", request);
  out += ',';
  append_member(out, "lastNonInteractiveSignInDateTime", iso_date(signed_in(user, 14)));
  out += ',';
  append_member(out, "lastNonInteractiveSignInRequestId", guid_from(user, 15));
  out += ',';
  append_member(out, "lastSuccessfulSignInDateTime", last);
  out += ',';
  append_member(out, "lastSuccessfulSignInRequestId", request);
  out += '}';
}

}  // namespace

std::string principal_name(const GeneratedUser& user) {
  std::string name = alias(user);
  if (user.guest) {
    name.append("_").append(partner(user)).append("#EXT#");
  }
  return name.append("@").append(kUserDomain);
}

Value generated_value(const GeneratedUser& user, const Property& property) {
  static const std::vector<Read> readers = readers_by_property();
  const Read read = readers[user_type().index_of(property)];
  return read == nullptr ? Value() : read(user);
}

std::optional<std::string> generated_list_item(const GeneratedUser& user,
                                               std::string_view property) {
  if (property == "businessPhones" && !user.guest) {
    return phone(user);
  }
  if (property == "otherMails" && user.guest) {
    return mail(user);
  }
  if (property == "proxyAddresses") {
    return "SMTP:" + mail(user);
  }
  return std::nullopt;
}

bool append_generated_json(std::string& out, const GeneratedUser& user, std::string_view property) {
  if (property == "identities") {
    append_identities(out, user);
    return true;
  }
  if (property == "signInActivity") {
    if (never_signed_in(user)) {
      return false;
    }
    append_sign_in_activity(out, user);
    return true;
  }
  const auto item = generated_list_item(user, property);
  if (item) {
    append_list(out, *item);
  }
  return item.has_value();
}

}  // namespace graphfault::graph
