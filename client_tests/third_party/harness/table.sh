# SPDX-License-Identifier: MIT
# shellcheck shell=bash
# shellcheck disable=SC2154 # server.sh sets folder and control
# The table of docs/clients.md that a client's run produces; sourced after server.sh.
#
# A client tells each story that it played as a line of JSON: {"way", "story", "tenant", "outcome"}.
# What it sent and how long it waited is not the client's to tell: that is read from the journal of
# the story's tenant, and the verdict with it.

third_party=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
page=$(cd "$third_party/../../docs" && pwd)/clients.md

control_get() { curl --silent --show-error --fail --noproxy '*' "$control/$1"; }

# True where the client's requests have reached the tenant of its story.
has_tenant() { control_get "tenants/$1" >/dev/null 2>&1; }

row_of() { # LINE
  local tenant
  tenant=$(jq -r .tenant <<<"$1")
  if ! has_tenant "$tenant"; then
    jq -r '"| \(.story) | \(.way) | - | - | - | \(.outcome) | no request came |"' <<<"$1"
    return
  fi
  control_get "tenants/$tenant/journal" >"$folder/journal.json"
  control_get "tenants/$tenant/verdict?ended" >"$folder/verdict.json"
  jq -rn --argjson told "$1" --slurpfile journal "$folder/journal.json" \
    --slurpfile verdict "$folder/verdict.json" -f "$third_party/harness/row.jq"
}

table_of() { # FILE: of the lines that were told
  local line
  echo '| story | way in | sign-in | Graph | waits | outcome | verdict |'
  echo '|---|---|---|---|---|---|---|'
  while IFS= read -r line; do
    row_of "$line"
  done <"$1"
}

committed_table() { # CLIENT
  awk -v begin="<!-- told by $1 -->" '$0 == begin {on = 1; next} /^<!-- end -->$/ {on = 0} on' "$page"
}

write_table() { # CLIENT FILE
  awk -v begin="<!-- told by $1 -->" -v table="$2" '
    $0 == begin {print; while ((getline line < table) > 0) print line; skipped = 1; next}
    /^<!-- end -->$/ {skipped = 0}
    !skipped' "$page" >"$folder/page.md"
  cp "$folder/page.md" "$page"
}

# Compares with the committed table, or writes it where GRAPHFAULT_UPDATE_DOCS is set.
check_table() { # CLIENT FILE
  table_of "$2" >"$folder/table.md"
  if [[ -n ${GRAPHFAULT_UPDATE_DOCS:-} ]]; then
    write_table "$1" "$folder/table.md"
  fi
  if ! diff -u --label "docs/clients.md" --label "this run" \
    <(committed_table "$1") "$folder/table.md"; then
    echo "FAILED: $1 did not do what its table in docs/clients.md says;" \
      "GRAPHFAULT_UPDATE_DOCS=1 writes what it did"
    exit 1
  fi
  echo "$(($(wc -l <"$folder/table.md") - 2)) stories played as docs/clients.md tells them"
}
