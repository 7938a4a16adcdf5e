# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2154
# What 10,000 rules on distinct paths cost, beside 10.

distinct_rules() {
  local number
  printf 'scenario: distinct\nrules:\n'
  for ((number = 1; number < $1; number++)); do
    printf '  - {when: GET /groups/g%d/members, then: {error: 404}, optional: true}\n' "$number"
  done
  printf '  - {when: GET /users, then: {error: 429, retry_after: 10s, early: allow}}\n'
}

figure_rules() {
  local few many few_server few_url turn ratios=()
  distinct_rules 10 >"$folder/few.yaml"
  distinct_rules 10000 >"$folder/many.yaml"
  start_graphfault --scenarios "$folder/few.yaml" --scenario distinct
  few_server=$server
  few_url=$url
  start_graphfault --scenarios "$folder/many.yaml" --scenario distinct
  token=$(real_token distinct)
  expect 429 "$few_url/v1.0/users"
  expect 429 "$url/v1.0/users"
  for turn in 1 2 3; do
    few=$(load "$few_url" /v1.0/users 64 "$seconds")
    many=$(load "$url" /v1.0/users 64 "$seconds")
    ratios+=("$(ratio "$many" "$few")")
    printf 'bench: rules, run %s: 10 rules %s/s, 10,000 rules %s/s\n' "$turn" "$few" "$many" >&2
  done
  row "throughput with 10,000 rules on distinct paths, to that with 10" \
    "$(median "${ratios[@]}") (${ratios[*]})" "at least 0.9"
  stop "$few_server"
  stop "$server"
}
