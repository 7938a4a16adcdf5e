// SPDX-License-Identifier: MIT
#include "graph/entities/user_names.hpp"

#include "base/letter_case.hpp"
#include "base/random.hpp"

#include <algorithm>
#include <numeric>

namespace graphfault::graph {

const std::array<std::string_view, kNames> kGivenNames = {
    "Ada",    "Adele",  "Alex",  "Amara", "Amina", "Anders", "Aroha",  "Astrid", "Ayla",  "Bianca",
    "Bruno",  "Camila", "Chen",  "Chidi", "Clara", "Dana",   "Darius", "Elena",  "Elias", "Emeka",
    "Emil",   "Esme",   "Farah", "Felix", "Freya", "Grady",  "Hana",   "Henrik", "Ines",  "Ioana",
    "Isaiah", "Ivo",    "Jonas", "Jorge", "Kaito", "Katya",  "Kwame",  "Laila",  "Lars",  "Leila",
    "Lidia",  "Lucas",  "Maja",  "Marco", "Megan", "Mila",   "Nadia",  "Nestor", "Nils",  "Noor",
    "Oskar",  "Patti",  "Pavel", "Priya", "Ravi",  "Rosa",   "Samir",  "Tomas",  "Yara",  "Zofia"};

const std::array<std::string_view, kNames> kSurnames = {
    "Abara",    "Adler",   "Almeida",  "Andersen", "Aoki",    "Baker",  "Balogun", "Bauer",
    "Berg",     "Bianchi", "Bowen",    "Castillo", "Cohen",   "Costa",  "Dubois",  "Duarte",
    "Eriksen",  "Farkas",  "Fischer",  "Fontaine", "Garcia",  "Gruber", "Haddad",  "Hansen",
    "Horvat",   "Hughes",  "Ivanova",  "Jansen",   "Kaplan",  "Kato",   "Keller",  "Khan",
    "Kowalski", "Larsen",  "Lindgren", "Lopez",    "Mahlaba", "Marino", "Mbeki",   "Mendes",
    "Moreau",   "Nakata",  "Nguyen",   "Novak",    "Okafor",  "Olsen",  "Ortega",  "Patel",
    "Petrov",   "Quinn",   "Rahman",   "Reyes",    "Rossi",   "Sato",   "Schmidt", "Silva",
    "Tanaka",   "Vance",   "Weber",    "Wilber"};

namespace {

std::optional<std::uint64_t> index_in(const std::array<std::string_view, kNames>& table,
                                      std::string_view name) {
  const auto* const at = std::find_if(table.begin(), table.end(), [&](std::string_view known) {
    return equal_ignoring_case(known, name);
  });
  if (at == table.end()) {
    return std::nullopt;
  }
  return static_cast<std::uint64_t>(at - table.begin());
}

}  // namespace

std::optional<std::uint64_t> given_name_index(std::string_view name) {
  return index_in(kGivenNames, name);
}

std::optional<std::uint64_t> surname_index(std::string_view name) {
  return index_in(kSurnames, name);
}

NameShuffle::NameShuffle(std::uint64_t seed)
    // Large enough to step to another given name and another surname each time.
    : factor_(61 + mix(seed, 0xFAC7) % (kNamePairs - 122)), shift_(mix(seed, 0x5EED) % kNamePairs) {
  while (std::gcd(factor_, kNamePairs) != 1) {
    ++factor_;
  }
  // factor^(phi - 1) is its inverse; phi(3600) = 960.
  std::uint64_t power = factor_;
  for (std::uint64_t left = 959; left > 0; left /= 2) {
    if (left % 2 == 1) {
      inverse_ = inverse_ * power % kNamePairs;
    }
    power = power * power % kNamePairs;
  }
}

}  // namespace graphfault::graph
