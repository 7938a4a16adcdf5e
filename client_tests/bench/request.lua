-- SPDX-License-Identifier: MIT
-- One request as a Graph SDK sends it: a bearer token of a real size, a client-request-id, Accept
-- and User-Agent. PATH_AND_QUERY and TOKEN come by the environment.
local path = os.getenv("PATH_AND_QUERY") or "/v1.0/users"
local token = os.getenv("TOKEN") or string.rep("x", 1400)

wrk.headers["Authorization"] = "Bearer " .. token
wrk.headers["client-request-id"] = "5a0d8a33-0000-4000-8000-000000000001"
wrk.headers["Accept"] = "application/json"
wrk.headers["User-Agent"] = "graphfault-bench/1.0"

function init()
  request_bytes = wrk.format("GET", path)
end

function request()
  return request_bytes
end
