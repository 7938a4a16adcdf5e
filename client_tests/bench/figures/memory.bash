# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2154
# Resident memory once the journal is full, and after as much traffic again, with bodies of almost
# 4 MiB among it.

traffic() {
  local turn
  load "$url" /v1.0/users 64 "$seconds" >/dev/null
  for ((turn = 0; turn < 100; turn++)); do
    curl -s -o /dev/null -H "Authorization: Bearer $token" -H 'Content-Type: application/json' \
      --data-binary "@$folder/large.json" "$url/v1.0/users"
  done
}

figure_memory() {
  local full later
  { printf '{"displayName":"' && head -c 4100000 /dev/zero | tr '\0' x && printf '"}'; } >"$folder/large.json"
  start_graphfault --scenarios "$root/scenarios"
  token=$(real_token default)
  expect 200 "$url/v1.0/users"
  traffic
  full=$(resident "$server")
  traffic
  traffic
  later=$(resident "$server")
  row "resident memory after three times the traffic that fills the journal, bodies of 4 MiB too" \
    "$(ratio "$later" "$full") of that after once ($full KiB, then $later KiB)" "flat"
  stop "$server"
}
