# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2154
# The last page of a million generated users beside the first.

# last_page: follows the nextLinks from the first page and prints the last one.
last_page() {
  local next="$url/v1.0/users?\$top=999" last
  while [[ -n $next ]]; do
    last=$next
    next=$(curl -s -H "Authorization: Bearer $token" "$next" |
      grep -o '"@odata.nextLink":"[^"]*"' | cut -d'"' -f4 || true)
  done
  printf '%s' "$last"
}

figure_paging() {
  local last first_times last_times first_time last_time
  # A thousand and one whole pages, so that the last is as long as the first.
  printf 'scenario: million\ndata: {users: {count: 999999}}\n' >"$folder/million.yaml"
  start_graphfault --scenarios "$folder/million.yaml" --scenario million
  token=$(real_token million)
  last=$(last_page)
  expect 200 "$last"
  mapfile -t first_times < <(calls 50 "$url/v1.0/users?\$top=999")
  mapfile -t last_times < <(calls 50 "$last")
  first_time=$(median "${first_times[@]}")
  last_time=$(median "${last_times[@]}")
  row "time of the last page of a million generated users (999 of them), to the first's" \
    "$(ratio "$last_time" "$first_time") ($last_time s, $first_time s)" "at most 1.5"
  stop "$server"
}
