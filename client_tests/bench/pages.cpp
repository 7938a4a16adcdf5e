// SPDX-License-Identifier: MIT
// Walks a listing to its end by @odata.nextLink, then times its first page and its last in turn.
//
//   pages PORT TARGET    (the token comes in TOKEN)
//
// Prints `name value` lines: how many pages there are, and the medians in microseconds.
#include "bench/http_call.hpp"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <iomanip>
#include <iostream>
#include <string>
#include <vector>

namespace {

using graphfault::bench::Connection;
using graphfault::bench::get_request;

constexpr int kTimes = 101;

[[noreturn]] void give_up(const std::string& why) {
  std::cerr << "pages: " << why << '\n';
  std::exit(1);
}

std::string page(Connection& connection, const std::string& request) {
  if (!connection.send(request)) {
    give_up("the connection broke");
  }
  const auto answer = connection.receive();
  if (!answer || answer->status != 200) {
    give_up("a page was not answered with 200: " +
            (answer ? answer->body : std::string("nothing")));
  }
  return answer->body;
}

/// The next page's path and query, or an empty text on the last one.
std::string next_target(const std::string& body) {
  constexpr std::string_view kName = R"("@odata.nextLink":")";
  const std::size_t at = body.find(kName);
  if (at == std::string::npos) {
    return {};
  }
  const std::size_t from = at + kName.size();
  const std::string link = body.substr(from, body.find('"', from) - from);
  return link.substr(link.find('/', link.find("://") + 3));
}

double timed(Connection& connection, const std::string& request) {
  const auto begun = std::chrono::steady_clock::now();
  page(connection, request);
  return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begun)
      .count();
}

double median(std::vector<double> times) {
  std::nth_element(times.begin(), times.begin() + kTimes / 2, times.end());
  return times[kTimes / 2];
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    give_up("usage: pages PORT TARGET");
  }
  const char* const set = std::getenv("TOKEN");
  const std::string token = set == nullptr ? "" : set;
  Connection connection(static_cast<std::uint16_t>(std::strtoul(words[1], nullptr, 10)));
  const std::string first = get_request(words[2], token);
  std::string last = first;
  int pages = 1;
  for (std::string next = next_target(page(connection, first)); !next.empty(); ++pages) {
    last = get_request(next, token);
    next = next_target(page(connection, last));
  }
  std::vector<double> first_times;
  std::vector<double> last_times;
  for (int i = 0; i < kTimes; ++i) {
    first_times.push_back(timed(connection, first));
    last_times.push_back(timed(connection, last));
  }
  std::cout << std::fixed << std::setprecision(1) << "pages " << pages << "\nfirst_us "
            << median(first_times) << "\nlast_us " << median(last_times) << '\n';
  return 0;
}
