# SPDX-License-Identifier: MIT
# One row of a client's table: what it told ($told), with what its tenant's $journal and $verdict
# say. Waits are given so coarsely that a busy machine gives the same text.

def seconds: (.[0:19] + "Z" | fromdate) + (.[19:-1] | if . == "" then 0 else "0" + . | tonumber end);

# duration texts of the journal: 2s, 250ms, 1m30s
def asked:
  [match("([0-9.]+)(ms|h|m|s)"; "g").captures
   | (.[0].string | tonumber) * ({"ms": 0.001, "s": 1, "m": 60, "h": 3600}[.[1].string])] | add;

# [a, a, b] as "2 × a, b"
def counted:
  reduce .[] as $item ([]; if length > 0 and .[-1].item == $item then .[-1].count += 1
                           else . + [{item: $item, count: 1}] end)
  | map(if .count > 1 then "\(.count) × \(.item)" else .item end) | join(", ");

def is_sign_in: .request.path | test("/oauth2/|/\\.well-known/|/discovery/|/userrealm/");
def endpoint:
  (.request.path | split("/") | last) as $last
  | if .request.path | test("/userrealm/") then "user realm"
    else {"openid-configuration": "discovery", "instance": "instance discovery", "devicecode": "device code"}[$last] // $last end;
def call: if is_sign_in then endpoint else "\(.request.method) \(.request.path)" end;

def status: if .response.status == 0 then "no answer" else "\(.response.status)" end;
def answer:
  if (.operations // []) == [] then status
  else "\(status) [\([.operations[] | status] | counted)]" end;

# [exchange] as "GET /users: 200, 2 × 429, 200; GET /me: 400"
def calls:
  reduce .[] as $one ([]; if length > 0 and .[-1].call == ($one | call) then .[-1].answers += [$one | answer]
                          else . + [{call: ($one | call), answers: [$one | answer]}] end)
  | map("\(.call): \(.answers | counted)") | join("; ");

def failed: .response.status == 0 or .response.status >= 400;
def wants_more: failed or ([.operations[]? | select(failed)] != []);
def retry_after: [.response.retryAfter, (.operations[]? | .response.retryAfter)] | map(select(. != null) | asked) | max;

def wait($before; $after):
  (($after.begun | seconds) - ($before.sent | seconds)) as $length
  | ($before | retry_after) as $asked
  | if $asked != null and $length >= $asked - 0.06 and $length < $asked + 1.8
    then "\($asked) s" + (if $asked == 0 then "" else " as asked" end)
    elif $length < 1.45 then "none"
    else ((($length + 0.05 - 1) / 2 | floor) * 2 + 1) as $from | "\($from) to \($from + 2) s" end;

def waits:
  . as $all
  | [range(1; length) | select($all[. - 1] | wants_more) | wait($all[. - 1]; $all[.])] | counted;

# Why a verdict failed: the findings, the counts that are off, and how many rules nobody met.
def never_played: test("was never played$");
def verdict:
  if $told.outcome == "-" then "-" elif .passed then "passed"
  else ((.reasons // [])
        | map(select(never_played | not)) + ([.[] | select(never_played)] | length
          | if . == 0 then [] elif . == 1 then ["1 rule never played"] else ["\(.) rules never played"] end)
        | "failed: " + join("; ")) end;

def cell: if . == "" then "-" else gsub("\\|"; "\\|") end;

# A row without an outcome is not a client's story, but what several have asked of one tenant.
def tidied: if $told.outcome == "-" then sort_by(call) else . end;

($journal[0].exchanges | tidied) as $all
| [$told.story, $told.way,
   ([$all[] | select(is_sign_in)] | calls),
   ([$all[] | select(is_sign_in | not)] | calls),
   ($all | waits), $told.outcome, ($verdict[0] | verdict)]
| map(cell) | "| " + join(" | ") + " |"
