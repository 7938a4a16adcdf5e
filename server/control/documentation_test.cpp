// SPDX-License-Identifier: MIT
// docs/control-api.md says what there is, no less and no more.
#include "control/listening/routes.hpp"
#include "control/testing/api_under_test.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>

namespace graphfault::control {
namespace {

std::string documentation() {
  std::ostringstream text;
  text << std::ifstream(GRAPHFAULT_DOCS "/control-api.md").rdbuf();
  return text.str();
}

/// The calls of the table: lines that begin with "| `METHOD /path`".
std::set<std::string> documented_calls() {
  std::set<std::string> calls;
  std::istringstream lines(documentation());
  for (std::string line; std::getline(lines, line);) {
    const std::size_t end = line.find('`', 3);
    if (line.rfind("| `", 0) == 0 && line.find(" /") < end) {
      calls.insert(line.substr(3, end - 3));
    }
  }
  return calls;
}

TEST(Documentation, ListsTheCallsThereAre) {
  std::set<std::string> calls;
  for (const Route& route : routes()) {
    calls.insert(std::string(route.method) + ' ' + std::string(route.path));
  }
  EXPECT_EQ(documented_calls(), calls);
}

TEST(Documentation, NamesEveryMetric) {
  ApiUnderTest api;
  const std::string text = documentation();
  std::istringstream lines(api.call("GET", "/metrics").body);
  for (std::string line; std::getline(lines, line);) {
    if (line.rfind("# TYPE ", 0) == 0) {
      const std::string name = line.substr(7, line.find(' ', 7) - 7);
      EXPECT_THAT(text, ::testing::HasSubstr('`' + name)) << name;
    }
  }
}

TEST(Documentation, NamesEveryMemberOfHealth) {
  ApiUnderTest api;
  const std::string text = documentation();
  const Json health = api.json("GET", "/health");
  for (const auto& member : health.items()) {
    EXPECT_THAT(text, ::testing::HasSubstr('"' + member.key() + "\": "));
  }
}

TEST(Documentation, NamesEveryMemberOfATenant) {
  ApiUnderTest api;
  api.request("GET", "/v1.0/users", "throttled");
  const std::string text = documentation();
  const Json tenant = api.json("GET", "/tenants/throttled");
  for (const Json& object : {tenant, tenant.at("rules").at(0), tenant.at("windows").at(0)}) {
    for (const auto& member : object.items()) {
      EXPECT_THAT(text, ::testing::HasSubstr('`' + member.key() + '`'));
    }
  }
}

TEST(Documentation, NamesEveryMemberOfAnExchange) {
  ApiUnderTest api;
  api.request("GET", "/v1.0/users", "throttled");
  const std::string text = documentation();
  const Json exchange = api.json("GET", "/tenants/throttled/journal").at("exchanges").at(0);
  for (const Json& object : {exchange, exchange.at("request"), exchange.at("caller"),
                             exchange.at("response"), exchange.at("played")}) {
    for (const auto& member : object.items()) {
      EXPECT_THAT(text, ::testing::HasSubstr('`' + member.key() + '`'));
    }
  }
}

}  // namespace
}  // namespace graphfault::control
