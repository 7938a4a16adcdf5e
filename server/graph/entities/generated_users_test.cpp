// SPDX-License-Identifier: MIT
#include "graph/entities/generated_users.hpp"

#include "base/random.hpp"
#include "graph/entities/generated_user_text.hpp"
#include "graph/model/user_type.hpp"

#include <gtest/gtest.h>

#include <set>
#include <string>
#include <vector>

namespace graphfault::graph {
namespace {

TEST(GeneratedUsers, TheShareOfGuestsIsExactAndSpreadEvenly) {
  struct Case {
    std::uint64_t count = 0;
    double share = 0;
    std::uint64_t guests = 0;
  };
  for (const auto& [count, share, guests] : std::vector<Case>{{250, 0.4, 100},
                                                              {100, 0.0, 0},
                                                              {100, 1.0, 100},
                                                              {7, 0.5, 4},
                                                              {3, 0.33, 1},
                                                              {0, 0.4, 0},
                                                              {1, 0.4, 0},
                                                              {1000, 0.001, 1},
                                                              {10, 1.7, 10},
                                                              {10, -1, 0}}) {
    const GeneratedUsers users(7, count, share);
    std::uint64_t found = 0;
    std::uint64_t run = 0;
    for (std::uint64_t i = 0; i < users.count(); ++i) {
      found += users.user(i).guest ? 1U : 0U;
      run = users.user(i).guest ? 0 : run + 1;
      EXPECT_TRUE(guests == 0 || run <= count / guests + 1) << i;
    }
    EXPECT_EQ(found, guests) << count << " " << share;
    EXPECT_EQ(users.guests(), guests);
  }
}

TEST(GeneratedUsers, IdsAndNamesLeadBack) {
  const GeneratedUsers users(99, 1'000'000, 0.4);
  for (const std::uint64_t i : {0ULL, 1ULL, 59ULL, 3599ULL, 3600ULL, 123'456ULL, 999'999ULL}) {
    const GeneratedUser user = users.user(i);
    EXPECT_TRUE(is_guid(users.id(i))) << users.id(i);
    EXPECT_EQ(users.id(i)[14], '4');
    EXPECT_EQ(users.find(users.id(i)), i);
    EXPECT_EQ(users.find(principal_name(user)), i) << principal_name(user);
    std::string shouted = principal_name(user);
    for (char& c : shouted) {
      c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    EXPECT_EQ(users.find(shouted), i);
  }
}

TEST(GeneratedUsers, WhatIsNotTheirsIsNotFound) {
  const GeneratedUsers users(99, 100, 0.4);
  const GeneratedUsers others(100, 100, 0.4);
  const GeneratedUsers more(99, 200, 0.4);
  const std::vector<std::string> keys = {"",
                                         "x",
                                         "ada.vance",
                                         "ada.vance@elsewhere.com",
                                         "ada.vance1@contoso.onmicrosoft.com",
                                         "ada.vance0@contoso.onmicrosoft.com",
                                         "ada.vance99999999999999999999@contoso.onmicrosoft.com",
                                         "ada.nobody@contoso.onmicrosoft.com",
                                         "00000000-0000-4000-8000-000000000000",
                                         others.id(5),
                                         more.id(150),
                                         principal_name(more.user(150))};
  for (const std::string& key : keys) {
    EXPECT_EQ(users.find(key), std::nullopt) << key;
  }
}

TEST(GeneratedUsers, NoTwoAreAlike) {
  const GeneratedUsers users(3, 8000, 0.4);
  std::set<std::string> ids;
  std::set<std::string> names;
  for (std::uint64_t i = 0; i < users.count(); ++i) {
    ids.insert(users.id(i));
    names.insert(principal_name(users.user(i)));
  }
  EXPECT_EQ(ids.size(), users.count());
  EXPECT_EQ(names.size(), users.count());
}

TEST(GeneratedUsers, TheSameSeedGivesTheSameUsers) {
  const GeneratedUsers users(7, 250, 0.4);
  EXPECT_EQ(users.item(42), GeneratedUsers(7, 250, 0.4).item(42));
  EXPECT_NE(users.item(42), GeneratedUsers(8, 250, 0.4).item(42));
}

TEST(GeneratedUsers, AGuestLooksLikeOne) {
  const GeneratedUsers users(7, 10, 1.0);
  const Json guest = users.item(0);
  const std::string name = guest["userPrincipalName"];
  EXPECT_NE(name.find("#EXT#@contoso.onmicrosoft.com"), std::string::npos) << name;
  EXPECT_EQ(guest["userType"], "Guest");
  EXPECT_EQ(guest["identities"][0]["issuer"], "ExternalAzureAD");
  EXPECT_EQ(guest["identities"][1]["issuerAssignedId"], name);
  EXPECT_EQ(guest["businessPhones"], Json::array());
  EXPECT_TRUE(guest["signInActivity"]["lastSignInDateTime"].is_string());
  EXPECT_TRUE(guest["officeLocation"].is_null());
}

TEST(GeneratedUsers, DefaultPropertiesComeInGraphsOrder) {
  const GeneratedUsers users(7, 10, 0.0);
  std::string out;
  users.append(out, 3, project(user_type(), {}));
  const auto json = parse_json(out);
  ASSERT_TRUE(json) << out;
  std::vector<std::string> names;
  for (const auto& [name, value] : json->items()) {
    names.push_back(name);
  }
  EXPECT_EQ(names,
            (std::vector<std::string>{"businessPhones", "displayName", "givenName", "jobTitle",
                                      "mail", "mobilePhone", "officeLocation", "preferredLanguage",
                                      "surname", "userPrincipalName", "id"}));
}

TEST(GeneratedUsers, SomeNeverSignedInAndLackTheProperty) {
  const GeneratedUsers users(7, 1000, 0.4);
  std::uint64_t absent = 0;
  for (std::uint64_t i = 0; i < users.count(); ++i) {
    std::string out;
    users.append(out, i, project(user_type(), {"id", "signInActivity"}));
    const auto json = parse_json(out);
    ASSERT_TRUE(json) << out;
    absent += json->contains("signInActivity") ? 0U : 1U;
  }
  EXPECT_GT(absent, 50U);
  EXPECT_LT(absent, 200U);
}

/// What a filter can see of a list.
std::vector<Value> elements(const EntityView& view, const PropertyPath& path) {
  std::vector<Value> found;
  view.any(path, [&](const EntityView& element) {
    for (const PropertyPath& part :
         {PropertyPath{}, {"signInType"}, {"issuer"}, {"issuerAssignedId"}, {"other"}}) {
      found.push_back(element.value(part));
    }
    return false;
  });
  return found;
}

TEST(GeneratedUsers, TheViewSaysWhatTheJsonSays) {
  const GeneratedUsers users(7, 50, 0.4);
  for (std::uint64_t i = 0; i < users.count(); ++i) {
    const Json item = users.item(i);
    const GeneratedUserView view(users.user(i));
    const JsonView expected(item);
    for (const Property& property : user_type().properties) {
      const PropertyPath path = {std::string(property.name)};
      EXPECT_EQ(view.value(path), expected.value(path)) << property.name;
      EXPECT_EQ(elements(view, path), elements(expected, path)) << property.name;
    }
    const PropertyPath nested = {"signInActivity", "lastSignInDateTime"};
    EXPECT_EQ(view.value(nested), expected.value(nested));
    EXPECT_EQ(view.value({}), Value{});
  }
}

}  // namespace
}  // namespace graphfault::graph
