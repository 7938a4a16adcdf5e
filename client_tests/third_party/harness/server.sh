# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# shellcheck disable=SC2034 # what is left here is for those who source it
# A graphfault for a real client; sourced by its `run`. Leaves $folder (temporary), the addresses
# $http, $https and $control, and $ca, the certificate that a client of $https has to trust.

folder=$(mktemp -d)
server=
http=
https=
control=
ca=$folder/ca.pem

stop_server() {
  if [[ -n $server ]]; then
    kill "$server" 2>/dev/null || true
    wait "$server" || true
  fi
  rm -rf "$folder"
}
trap stop_server EXIT

# Proxies of this machine are none of the client's business.
unset http_proxy https_proxy no_proxy all_proxy HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY

start_server() { # BINARY SCENARIOS [OPTION]...
  local binary=$1 scenarios=$2
  shift 2
  "$binary" serve --scenarios "$scenarios" --port 0 --https-port 0 --control-port 0 \
    --ca-dir "$folder/ca" --ready-file "$folder/ready.json" "$@" >"$folder/server.log" 2>&1 &
  server=$!
  for _ in {1..1200}; do
    [[ ! -s $folder/ready.json ]] || break
    kill -0 "$server" 2>/dev/null || break
    sleep 0.05
  done
  if [[ ! -s $folder/ready.json ]]; then
    cat "$folder/server.log"
    echo "the server is not ready"
    exit 1
  fi
  http=$(jq -r .http "$folder/ready.json")
  https=$(jq -r .https "$folder/ready.json")
  control=$(jq -r .control "$folder/ready.json")
  curl --silent --show-error --fail --noproxy '*' --output "$ca" "$control/ca.pem"
}
