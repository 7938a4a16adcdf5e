# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2154
# A throttled call with 100 rules, a real token checked and the journal on, beside nginx's 429 of the
# same body: median of three alternating runs.

hundred_rules() {
  local number
  printf 'scenario: hundred\nrules:\n'
  for ((number = 1; number < 100; number++)); do
    printf '  - {when: GET /groups/g%d/members, then: {error: 404}, optional: true}\n' "$number"
  done
  printf '  - {when: GET /users, then: {error: 429, retry_after: 10s, early: allow}}\n'
}

figure_throughput() {
  local connections turn mine theirs ratios
  hundred_rules >"$folder/hundred.yaml"
  start_graphfault --scenarios "$folder/hundred.yaml" --scenario hundred
  token=$(real_token hundred)
  expect 429 "$url/v1.0/users"
  start_nginx "$(curl -s -H "Authorization: Bearer $token" "$url/v1.0/users")"
  for connections in 64 1024; do
    ratios=()
    for turn in 1 2 3; do
      theirs=$(load "$nginx_url" /v1.0/users "$connections" "$seconds")
      mine=$(load "$url" /v1.0/users "$connections" "$seconds")
      ratios+=("$(ratio "$mine" "$theirs")")
      printf 'bench: throughput, %s connections, run %s: graphfault %s/s, nginx %s/s\n' \
        "$connections" "$turn" "$mine" "$theirs" >&2
    done
    row "throughput of a 429 at $connections connections, 100 rules, token of ${#token} bytes, to nginx's" \
      "$(median "${ratios[@]}") (${ratios[*]})" "at least 0.6"
  done
  stop "$nginx"
  stop "$server"
}
