// SPDX-License-Identifier: MIT
#include "app/command_line/environment.hpp"

#include <gtest/gtest.h>

#include <array>

namespace graphfault::app {
namespace {

TEST(Environment, TakesOurVariablesOnly) {
  const std::array<const char*, 6> environ = {
      "PATH=/bin",     "GRAPHFAULT_PORT=8080", "GRAPHFAULT_SCENARIO_YAML=a: b=c",
      "GRAPHFAULTX=1", "GRAPHFAULT_ODD",       nullptr};
  EXPECT_EQ(read_environment(environ.data()),
            (Environment{{"GRAPHFAULT_PORT", "8080"}, {"GRAPHFAULT_SCENARIO_YAML", "a: b=c"}}));
}

TEST(Environment, WhatKubernetesSetsForAServiceIsNotForUs) {
  const std::array<const char*, 6> environ = {"GRAPHFAULT_PORT=tcp://10.0.0.1:8080",
                                              "GRAPHFAULT_SERVICE_HOST=10.0.0.1",
                                              "GRAPHFAULT_SERVICE_PORT_HTTP=8080",
                                              "GRAPHFAULT_PORT_8080_TCP_ADDR=10.0.0.1",
                                              "GRAPHFAULT_SEED=7",
                                              nullptr};
  EXPECT_EQ(read_environment(environ.data()), (Environment{{"GRAPHFAULT_SEED", "7"}}));
}

TEST(Environment, UnknownVariablesAreNamedWithTheNearest) {
  const std::vector<std::string> known{"GRAPHFAULT_PORT", "GRAPHFAULT_CONTROL_PORT"};
  EXPECT_EQ(
      unknown_variables({{"GRAPHFAULT_PROT", "1"}, {"GRAPHFAULT_PORT", "1"}}, known),
      std::vector<std::string>{
          "GRAPHFAULT_PROT is set, but there is no such option; did you mean GRAPHFAULT_PORT?"});
  EXPECT_EQ(
      unknown_variables({{"GRAPHFAULT_QQQQQQQQQQQQQQ", "1"}}, known),
      std::vector<std::string>{"GRAPHFAULT_QQQQQQQQQQQQQQ is set, but there is no such option"});
}

}  // namespace
}  // namespace graphfault::app
