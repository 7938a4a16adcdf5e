# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2154
# 5,000 clients in a delay of five seconds beside 10,000 idle connections: the server's threads, and
# a call beside them.

# idle_connections PORT COUNT: holds them until its input ends.
idle_connections() {
  local turn file
  for ((turn = 0; turn < $2; turn++)); do
    exec {file}<>"/dev/tcp/127.0.0.1/$1"
  done
  printf 'open\n'
  read -r _ || true
}

# Milliseconds of the median call, of 300.
median_call() {
  local times
  mapfile -t times < <(calls 300 "$url/v1.0/users?\$top=5")
  awk -v s="$(median "${times[@]}")" 'BEGIN {printf "%.2f", s * 1000}'
}

figure_waiting() {
  local alone beside threads open load_process
  cat >"$folder/slow.yaml" <<'END'
scenario: slow
rules:
  - {when: GET /groups, then: {emulate: true, delay: 5s}}
END
  start_graphfault --scenarios "$folder/slow.yaml" --scenario slow
  token=$(real_token slow)
  expect 200 "$url/v1.0/users?\$top=5"
  alone=$(median_call)

  coproc IDLE { idle_connections "${url##*:}" 10000; }
  read -r open <&"${IDLE[0]}"
  [[ $open == open ]] || fail "10,000 connections could not be opened"
  load "$url" /v1.0/groups 5000 12 >/dev/null &
  load_process=$!
  started+=("$load_process")
  sleep 3
  beside=$(median_call)
  threads=$(awk '/^Threads:/ {print $2}' "/proc/$server/status")
  row "threads under 5,000 clients in a 5 s delay and 10,000 idle connections" "$threads" "under 32"
  row "the median call beside them, to that alone" \
    "$(ratio "$beside" "$alone") ($beside ms, $alone ms)" "at most 2"
  stop "$load_process"
  stop "$IDLE_PID"
  stop "$server"
}
