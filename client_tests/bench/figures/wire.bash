# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2154
# The wire alone, without any work of the product: what is left of nginx's throughput before rules,
# tokens and journal.

figure_wire() {
  local port turn mine theirs ratios=()
  coproc WIRE { exec "$root/build/bin/bare_wire"; }
  started+=("$WIRE_PID")
  read -r port <&"${WIRE[0]}"
  token=$(real_token default)
  expect 429 "http://127.0.0.1:$port/v1.0/users"
  start_nginx "$(curl -s "http://127.0.0.1:$port/v1.0/users")"
  for turn in 1 2 3; do
    theirs=$(load "$nginx_url" /v1.0/users 64 "$seconds")
    mine=$(load "http://127.0.0.1:$port" /v1.0/users 64 "$seconds")
    ratios+=("$(ratio "$mine" "$theirs")")
    printf 'bench: wire, run %s: bare wire %s/s, nginx %s/s\n' "$turn" "$mine" "$theirs" >&2
  done
  row "throughput of the wire alone at 64 connections, to nginx's" \
    "$(median "${ratios[@]}") (${ratios[*]})" "0.9 and more"
  stop "$nginx"
  stop "$WIRE_PID"
}
