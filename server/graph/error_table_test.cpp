// SPDX-License-Identifier: MIT
#include "graph/error_table.hpp"

#include "graph/errors/error_catalogue.hpp"
#include "graph/sign_in/aadsts.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace graphfault::graph {
namespace {

std::filesystem::path fidelity_page() {
  return std::filesystem::path(__FILE__).parent_path().parent_path().parent_path() / "docs" /
         "fidelity.md";
}

std::string read(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The page with the text between a table's two marks replaced.
std::string with_table(const std::string& page, const std::string& name, const std::string& table) {
  const std::string begin = "<!-- " + name + " -->\n";
  const std::string end = "<!-- end of " + name + " -->";
  const std::size_t from = page.find(begin);
  const std::size_t to = page.find(end);
  if (from == std::string::npos || to == std::string::npos) {
    return {};
  }
  return page.substr(0, from + begin.size()) + "\n" + table + "\n" + page.substr(to);
}

TEST(ErrorTable, HasARowForEveryEntry) {
  const std::string table = error_table_markdown();
  for (const ErrorEntry& entry : error_catalogue()) {
    EXPECT_NE(table.find("`" + std::string(entry.id) + "`"), std::string::npos) << entry.id;
  }
  EXPECT_EQ(static_cast<std::size_t>(std::count(table.begin(), table.end(), '\n')),
            error_catalogue().size() + 2);
  const std::string sign_in = sign_in_table_markdown();
  EXPECT_EQ(static_cast<std::size_t>(std::count(sign_in.begin(), sign_in.end(), '\n')),
            sign_in_errors().size() + 2);
}

// docs/fidelity.md holds these tables. To bring it up to date: GRAPHFAULT_UPDATE_DOCS=1 graph_test.
TEST(ErrorTable, IsWhatTheFidelityPageSays) {
  const std::string page = read(fidelity_page());
  ASSERT_FALSE(page.empty()) << fidelity_page();
  std::string now = with_table(page, "error catalogue", error_table_markdown());
  now = with_table(now, "sign-in errors", sign_in_table_markdown());
  ASSERT_FALSE(now.empty()) << "the marks of the two tables are missing";
  if (std::getenv("GRAPHFAULT_UPDATE_DOCS") != nullptr && now != page) {
    std::ofstream(fidelity_page(), std::ios::binary) << now;
  } else {
    EXPECT_TRUE(now == page) << "docs/fidelity.md is not up to date: run graph_test with "
                                "GRAPHFAULT_UPDATE_DOCS=1";
  }
}

}  // namespace
}  // namespace graphfault::graph
