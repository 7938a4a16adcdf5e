// SPDX-License-Identifier: MIT
#include "app/run/client_variables.hpp"

#include "app/command_line/environment.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace graphfault::app {
namespace {

using ::testing::Contains;

std::string value_of(const std::vector<Variable>& variables, const std::string& name) {
  const auto found = std::find_if(variables.begin(), variables.end(),
                                  [&](const Variable& variable) { return variable.name == name; });
  return found == variables.end() ? "(not set)" : found->value;
}

TEST(ClientVariables, SayWhereAndWho) {
  const auto variables = client_variables({.http = "http://localhost:1",
                                           .https = "https://localhost:3",
                                           .ca = "/tmp/ca.pem",
                                           .control = "http://localhost:2",
                                           .tenant = "paged"},
                                          [](const std::string&) { return std::nullopt; });
  EXPECT_EQ(value_of(variables, "GRAPHFAULT_URL"), "http://localhost:1");
  EXPECT_EQ(value_of(variables, "GRAPHFAULT_AUTHORITY"), "http://localhost:1");
  EXPECT_EQ(value_of(variables, "GRAPHFAULT_CONTROL_URL"), "http://localhost:2");
  EXPECT_EQ(value_of(variables, "GRAPHFAULT_TENANT"), "paged");
  EXPECT_EQ(value_of(variables, "GRAPHFAULT_HTTPS_URL"), "https://localhost:3");
  EXPECT_EQ(value_of(variables, "GRAPHFAULT_CA"), "/tmp/ca.pem");
  EXPECT_EQ(value_of(variables, "NO_PROXY"), "localhost,127.0.0.1,::1");
  EXPECT_EQ(value_of(variables, "HTTPS_PROXY"), "(not set)");
}

TEST(ClientVariables, OfAProxyAreThoseThatClientsKnow) {
  const auto variables = client_variables(
      {.http = "http://localhost:1", .ca = "/tmp/ca.pem", .as_proxy = true},
      [](const std::string&) { return std::optional<std::string>("graph.microsoft.com"); });
  for (const char* name : {"HTTPS_PROXY", "https_proxy"}) {
    EXPECT_EQ(value_of(variables, name), "http://localhost:1") << name;
  }
  for (const char* name :
       {"NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"}) {
    EXPECT_EQ(value_of(variables, name), "/tmp/ca.pem") << name;
  }
  for (const char* name : {"NO_PROXY", "no_proxy"}) {
    EXPECT_EQ(value_of(variables, name), "localhost,127.0.0.1,::1") << "not past the proxy";
  }
  EXPECT_EQ(value_of(variables, "NODE_USE_ENV_PROXY"), "1");
}

TEST(ClientVariables, KeepTheHostsThatGoAroundAProxy) {
  const auto variables = client_variables({}, [](const std::string& name) {
    return name == "no_proxy" ? std::optional<std::string>("corp.example") : std::nullopt;
  });
  EXPECT_EQ(value_of(variables, "no_proxy"), "corp.example,localhost,127.0.0.1,::1");
  EXPECT_EQ(value_of(variables, "NO_PROXY"), "localhost,127.0.0.1,::1");
}

TEST(ClientVariables, AreNoTypingErrorsOfACommandInTheClient) {
  for (const Variable& variable :
       client_variables({}, [](const std::string&) { return std::nullopt; })) {
    if (variable.name.starts_with("GRAPHFAULT_")) {
      EXPECT_THAT(names_for_clients(), Contains(variable.name));
    }
  }
}

}  // namespace
}  // namespace graphfault::app
