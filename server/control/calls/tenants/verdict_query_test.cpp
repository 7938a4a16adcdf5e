// SPDX-License-Identifier: MIT
#include "control/calls/tenants/verdict_query.hpp"

#include <gtest/gtest.h>

namespace graphfault::control {
namespace {

TEST(VerdictQuery, GoodOnes) {
  EXPECT_EQ(read_verdict_query({})->format, VerdictFormat::json);
  EXPECT_FALSE(read_verdict_query({})->must_pass);
  EXPECT_EQ(read_verdict_query({{"format", "junit"}})->format, VerdictFormat::junit);
  EXPECT_EQ(read_verdict_query({{"format", "html"}})->format, VerdictFormat::html);
  EXPECT_TRUE(read_verdict_query({{"assert", ""}, {"format", "text"}})->must_pass);
  EXPECT_FALSE(read_verdict_query({{"assert", ""}})->ended);
  EXPECT_TRUE(read_verdict_query({{"ended", ""}})->ended);
}

TEST(VerdictQuery, BadOnesSayWhatThereIs) {
  const auto hint = [](const http::Fields& options) {
    const auto query = read_verdict_query(options);
    return query ? std::string("good") : query.error().message + "; " + query.error().hint;
  };
  EXPECT_EQ(hint({{"format", "xml"}}),
            "there is no format 'xml'; choose format=json, text, junit, html or fragment");
  EXPECT_EQ(hint({{"since", "1"}}),
            "there is no option 'since'; the options are format, assert and ended");
}

}  // namespace
}  // namespace graphfault::control
