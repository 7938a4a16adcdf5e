# SPDX-License-Identifier: MIT
# shellcheck shell=bash disable=SC2034,SC2154
# Servers, load and numbers for the figures. `run` sets here, root,
# binary and seconds; each figure sets the token that its load carries.

folder=$(mktemp -d)
started=()

fail() {
  printf 'bench: %s\n' "$*" >&2
  exit 1
}

stop() {
  local process=$1
  kill "$process" 2>/dev/null || true
  wait "$process" 2>/dev/null || true
}

clean_up() {
  local process
  for process in "${started[@]}"; do
    stop "$process"
  done
  rm -rf "$folder"
}
trap clean_up EXIT

# 10,000 idle connections are as many files, at both ends.
raise_file_limit() {
  ulimit -n "$(ulimit -H -n)" || true
  [[ $(ulimit -n) == unlimited || $(ulimit -n) -ge 20000 ]] ||
    fail "at most $(ulimit -n) open files: the figure 'waiting' needs 20,000 (ulimit -n)"
}

row() { printf '| %s | %s | %s |\n' "$@"; }

# median NUMBER...
median() { printf '%s\n' "$@" | sort -g | awk '{n[NR] = $1} END {print n[int((NR + 1) / 2)]}'; }

# ratio A B, with two digits
ratio() { awk -v a="$1" -v b="$2" 'BEGIN {printf "%.2f", a / b}'; }

free_port() {
  local port
  while true; do
    port=$((20000 + RANDOM % 12000))
    (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null || break
  done
  printf '%s' "$port"
}

# start_graphfault ARG... sets `server` (process) and `url`.
start_graphfault() {
  rm -f "$folder/ready.json"
  "$binary" serve --host 127.0.0.1 --port 0 --control-port 0 --log off \
    --ready-file "$folder/ready.json" "$@" >"$folder/server.log" 2>&1 &
  server=$!
  started+=("$server")
  local turn
  for ((turn = 0; turn < 600; turn++)); do
    [[ ! -s $folder/ready.json ]] || break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.05
  done
  [[ -s $folder/ready.json ]] || fail "graphfault did not start: $(cat "$folder/server.log")"
  url=$(jq -r .http "$folder/ready.json")
}

# start_nginx BODY: as many workers as cores; every path is a 429 with that body. Sets `nginx_url`
# and `nginx`.
start_nginx() {
  local port turn
  port=$(free_port)
  cat >"$folder/nginx.conf" <<END
daemon off;
worker_processes auto;
worker_rlimit_nofile 16384;
pid $folder/nginx.pid;
error_log $folder/nginx.log crit;
events { worker_connections 8192; }
http {
  access_log off;
  keepalive_requests 1000000000;
  large_client_header_buffers 4 16k;
  client_body_temp_path $folder/nginx-body;
  proxy_temp_path $folder/nginx-proxy;
  fastcgi_temp_path $folder/nginx-fastcgi;
  uwsgi_temp_path $folder/nginx-uwsgi;
  scgi_temp_path $folder/nginx-scgi;
  server {
    listen 127.0.0.1:$port backlog=4096;
    location / {
      default_type application/json;
      add_header Retry-After 10 always;
      add_header request-id a3f4c1de-0000-4000-8000-000000000001 always;
      add_header client-request-id 5a0d8a33-0000-4000-8000-000000000001 always;
      add_header Strict-Transport-Security max-age=31536000 always;
      return 429 '$1';
    }
  }
}
END
  "$(command -v nginx || printf /usr/sbin/nginx)" -c "$folder/nginx.conf" 2>/dev/null &
  nginx=$!
  started+=("$nginx")
  nginx_url=http://127.0.0.1:$port
  for ((turn = 0; turn < 100; turn++)); do
    ! curl -s -o "$folder/nginx-answer" "$nginx_url" || return 0
    sleep 0.05
  done
  fail "nginx did not start: $(cat "$folder/nginx.log")"
}

# A token of the size a real one has, about 1.4 KB, for the tenant $1.
real_token() {
  "$binary" token --tenant "$1" \
    --roles User.Read.All,User.ReadWrite.All,Directory.Read.All,Group.Read.All,AuditLog.Read.All,Mail.Read
}

# expect STATUS URL: what is measured answers as it is meant to.
expect() {
  local status
  status=$(curl -s -o /dev/null -w '%{http_code}' -H "Authorization: Bearer $token" "$2")
  [[ $status == "$1" ]] || fail "$2 answers $status, not $1"
}

# load URL PATH CONNECTIONS SECONDS: requests per second
load() {
  PATH_AND_QUERY=$2 TOKEN=$token wrk -t1 -c"$3" -d"$4"s --timeout 20s -s "$here/request.lua" "$1" |
    awk '/^Requests\/sec:/ {print $2}'
}

# calls N URL: the seconds that each of N calls took, on one connection
calls() {
  local list=() turn
  for ((turn = 0; turn < $1; turn++)); do
    list+=(-o /dev/null "$2")
  done
  curl -s -H "Authorization: Bearer $token" -w '%{time_starttransfer}\n' "${list[@]}"
}

# resident PROCESS, in KiB
resident() { awk '/^VmRSS:/ {print $2}' "/proc/$1/status"; }
