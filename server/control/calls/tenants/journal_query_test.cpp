// SPDX-License-Identifier: MIT
#include "control/calls/tenants/journal_query.hpp"

#include <gtest/gtest.h>

namespace graphfault::control {
namespace {

TEST(JournalQuery, GoodOnes) {
  EXPECT_EQ(read_journal_query({})->since, 0U);
  EXPECT_EQ(read_journal_query({{"format", "json"}, {"since", "12"}})->since, 12U);
  EXPECT_EQ(read_journal_query({{"limit", "0"}})->limit, 0U);
  EXPECT_GT(read_journal_query({})->limit, 1'000'000'000U);
  EXPECT_EQ(read_journal_query({})->format, JournalFormat::json);
  EXPECT_EQ(read_journal_query({{"format", "jsonl"}})->format, JournalFormat::jsonl);
  EXPECT_EQ(read_journal_query({{"since", "3"}, {"format", "har"}})->format, JournalFormat::har);
}

TEST(JournalQuery, BadOnesSayWhatThereIs) {
  const auto hint = [](const http::Fields& options) {
    const auto query = read_journal_query(options);
    return query ? std::string("good") : query.error().message + "; " + query.error().hint;
  };
  EXPECT_EQ(hint({{"format", "HAR"}}),
            "there is no format 'HAR'; choose format=json, jsonl or har");
  EXPECT_EQ(hint({{"after", "1"}}),
            "there is no option 'after'; the options are format, since and limit");
  for (const char* since : {"", "-1", "1.5", "x", "99999999999999999999"}) {
    EXPECT_NE(hint({{"since", since}}).find("is not a whole number"), std::string::npos) << since;
    EXPECT_NE(hint({{"limit", since}}).find("is not a whole number"), std::string::npos) << since;
  }
}

}  // namespace
}  // namespace graphfault::control
