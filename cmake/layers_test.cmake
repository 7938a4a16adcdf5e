# Proves that the layer check can fail: each breach of layers_fixture/ must be named, and no other.
cmake_minimum_required(VERSION 3.25)
set(expected
  "client_tests/reference/borrowed.cpp:2: \"http/target.hpp\" is not of client_tests"
  "server/base/upward.cpp:2: base may not use http"
  "server/graph/clock_reader.cpp:4: the core reads no clock (steady_clock::now)"
  "server/graph/endless.cpp: 401 lines: none may have more than 400"
  "server/graph/lower/upward.cpp:2: the room graph/lower may not use graph/upper"
  "server/graph/lumber/odds.cpp: server/graph/lumber is no room of the plan"
  "plan: graph/early: uses graph/late, which no row above it names"
  "plan: graph/early: may use graph/late, and no source does"
  "plan: http: may use base, and no source does"
  "plan: net: may use base, and no source does"
  "server/graph/sockets.cpp:3: <strange/library.h> is in no table"
  "server/graph/sockets.cpp:4: the core does without <sys/socket.h>"
  "server/graph/sockets.cpp:2: the core does without <mutex>"
  "server/graph/sockets.cpp:5: the core does without <thread>"
  "server/graph/string_utils.hpp: the name says nothing"
  "server/http/third_party.cpp:2: \"target.hpp\" is no path from server/"
  "server/http/third_party.cpp:4: <openssl/evp.h> may be named only in"
  "server/net/sideways.cpp:2: net may not use graph"
  "server/oddments/nothing.cpp: server/oddments is no layer")
list(LENGTH expected count)

execute_process(
  COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_CURRENT_LIST_DIR}/layers_fixture
    -DPLAN=${CMAKE_CURRENT_LIST_DIR}/layers_fixture/plan.cmake -P ${CMAKE_CURRENT_LIST_DIR}/layers.cmake
  RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(status EQUAL 0)
  message(FATAL_ERROR "the check let the fixture pass:\n${output}")
endif()
foreach(text IN LISTS expected ITEMS "layer check: ${count} breaches")
  string(FIND "${output}" "${text}" found)
  if(found EQUAL -1)
    message(FATAL_ERROR "the check did not say '${text}' but:\n${output}")
  endif()
endforeach()
message("the layer check named all ${count} breaches of its fixture")
