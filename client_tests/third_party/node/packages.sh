# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# The packages of package-lock.json, installed once per folder; sourced by the `run` of a Node client.

node_sources=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

no_registry='ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|ENOTCACHED'

install_packages() { # FOLDER: they are in $NODE_PATH then
  local kept=$1/node
  mkdir -p "$kept"
  exec 9>"$kept/lock"
  flock 9
  if ! cmp --silent "$node_sources/package-lock.json" "$kept/package-lock.json" ||
    [[ ! -f $kept/node_modules/.package-lock.json ]]; then
    cp "$node_sources/package.json" "$node_sources/package-lock.json" "$kept"
    if ! (cd "$kept" && npm ci --ignore-scripts --no-audit --no-fund --prefer-offline) \
      >"$kept/npm.log" 2>&1; then
      rm -rf "$kept/node_modules"
      if grep -Eq "$no_registry" "$kept/npm.log"; then
        echo "skipped: the packages of $node_sources can't be fetched: no registry answers"
        exit 125
      fi
      cat "$kept/npm.log"
      echo "npm could not install the packages"
      exit 1
    fi
  fi
  flock --unlock 9
  exec 9>&-
  export NODE_PATH=$kept/node_modules
  unset NODE_OPTIONS
}
