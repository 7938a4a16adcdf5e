// SPDX-License-Identifier: MIT
#include "scenario/faults/fault_rows.hpp"

#include <gtest/gtest.h>

#include <set>

namespace graphfault::scenario {
namespace {

TEST(FaultRows, EachKindHasItsOwnWord) {
  std::set<std::string_view> words;
  for (const FaultRow& row : fault_rows()) {
    EXPECT_EQ(&fault_row(row.kind), &row) << row.word;
    EXPECT_EQ(find_fault_row(row.word), &row);
    EXPECT_TRUE(words.insert(row.word).second) << row.word;
  }
  EXPECT_EQ(words.size(), kFaultKinds);
}

TEST(FaultRows, NoOtherWordHasARow) {
  for (const char* word : {"", "Reset", "tls: expired", "trunc", "truncate ", "status-line"}) {
    EXPECT_EQ(find_fault_row(word), nullptr) << word;
  }
}

TEST(FaultRows, EachIsTold) {
  for (const FaultRow& row : fault_rows()) {
    EXPECT_NE(row.describe({.kind = row.kind}), "") << row.word;
  }
}

TEST(FaultRows, AValueHasAFormThatNamesIt) {
  for (const FaultRow& row : fault_rows()) {
    EXPECT_EQ(row.forms.empty(), row.read == nullptr) << row.word;
    if (row.read != nullptr) {
      EXPECT_TRUE(row.forms.starts_with("{" + std::string(row.word) + ": ")) << row.forms;
    }
  }
}

TEST(FaultRows, WhatOnlyChangesTheBodyNeedsNoConnection) {
  for (const FaultRow& row : fault_rows()) {
    const bool body_only = row.kind == Fault::Kind::malformed || row.kind == Fault::Kind::empty ||
                           row.kind == Fault::Kind::html;
    EXPECT_EQ(row.needs_connection, !body_only) << row.word;
  }
}

TEST(FaultRows, TlsWords) {
  EXPECT_EQ(tls_word(Fault::Tls::expired), "expired");
  EXPECT_EQ(tls_word(Fault::Tls::wrong_name), "wrong-name");
  EXPECT_EQ(tls_word(Fault::Tls::untrusted), "untrusted");
  EXPECT_EQ(tls_word(Fault::Tls::reset), "reset");
}

}  // namespace
}  // namespace graphfault::scenario
