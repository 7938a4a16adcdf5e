-- SPDX-License-Identifier: MIT
-- A POST of almost 4 MiB, the largest body there may be.
dofile((os.getenv("BENCH_FOLDER") or ".") .. "/request.lua")

function init()
  wrk.headers["Content-Type"] = "application/json"
  local body = '{"displayName":"' .. string.rep("x", 4 * 1024 * 1024 - 64) .. '"}'
  request_bytes = wrk.format("POST", os.getenv("PATH_AND_QUERY"), nil, body)
end
