# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2154
# From exec to the first answer with the shipped scenarios, and what is resident then.

microseconds() { printf '%s' "${EPOCHREALTIME/[.,]/}"; }

# first_answer PORT: returns once the server has answered a request.
first_answer() {
  local line
  until { exec 3<>"/dev/tcp/127.0.0.1/$1"; } 2>/dev/null; do :; done
  printf 'GET /v1.0/users HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
  read -r line <&3
  exec 3<&-
  [[ $line == HTTP/1.1\ 401* ]] || fail "the first answer was '$line'"
}

figure_start() {
  local port turn begun times=() sizes=()
  for ((turn = 0; turn < 11; turn++)); do
    port=$(free_port)
    begun=$(microseconds)
    "$binary" serve --host 127.0.0.1 --port "$port" --control-port 0 --log off \
      --scenarios "$root/scenarios" >/dev/null 2>&1 &
    server=$!
    started+=("$server")
    first_answer "$port"
    times+=("$((($(microseconds) - begun) / 1000))")
    sizes+=("$(resident "$server")")
    stop "$server"
  done
  row "first answer after start, with the shipped scenarios" "$(median "${times[@]}") ms" "within 50 ms"
  row "resident then" "$(($(median "${sizes[@]}") / 1024)) MiB" "under 20 MB"
}
