# The layer check: `cmake -P cmake/layers.cmake` (with -DROOT=folder for another tree). Every source
# is held against the tables below; each breach is named with its place, and any fails the run.
cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED ROOT)
  set(ROOT "${CMAKE_CURRENT_LIST_DIR}/..")
endif()
get_filename_component(ROOT "${ROOT}" ABSOLUTE)

# The allowed arrows: what each layer may include of the others.
set(layers base http graph scenario journal engine verdict control net app)
set(uses_base)
set(uses_http base)
set(uses_graph base http)
set(uses_scenario base http graph)
set(uses_journal base http graph scenario)
set(uses_engine base http graph scenario journal)
set(uses_verdict base http graph scenario journal engine)
set(uses_control base http graph scenario journal engine verdict)
set(uses_net base http)
set(uses_app base http graph scenario journal engine verdict control net)
# The bench may set the wire alone beside the whole server, and time a verdict; every other client
# is a stranger.
set(uses_bench base http scenario journal verdict net)

# Where each third-party header may be named: header pattern, then path pattern. The first row that
# fits a header counts.
set(third_party
  "^gtest/|^gmock/"   "_test\\.cpp$|/testing/|^client_tests/"
  "^nlohmann/"        "^server/base/json\\.hpp$|^client_tests/"
  "^tl/"              "."
  "^fmt/"             "."
  "^openssl/"         "^server/base/crypto\\.cpp$|^server/net/tls|^server/net/testing/tls_|^client_tests/bench/handshakes\\.cpp$"
  "^zlib\\.h$"        "^server/base/gzip\\.cpp$"
  "^yaml-cpp/"        "^server/scenario/yaml/"
  "^re2/"             "^server/scenario/value_condition\\.cpp$"
  "^httplib\\.h$"     "^server/control/|^client_tests/"
  "^boost/"           "^server/net/"
  "^CLI/"             "^server/app/|^client_tests/")

# What the core does not touch: sockets, files, threads. Its locks are those of base/guarded.hpp and
# base/spinning_mutex.hpp, and those where a tenant's callers meet.
set(core "^server/(base|http|graph|scenario|journal|engine|verdict)/")
set(system_headers
  "^sys/|^unistd\\.h$|^fcntl\\.h$|^poll\\.h$|^pty\\.h$|^netinet/|^netdb\\.h$|^arpa/|^signal\\.h$|^pthread\\.h$|^ifaddrs\\.h$|^spawn\\.h$|^termios\\.h$|^dirent\\.h$|^glob\\.h$|^fnmatch\\.h$|^stdlib\\.h$|^linux/")
set(outside_headers
  "^thread$|^mutex$|^shared_mutex$|^condition_variable$|^future$|^stop_token$|^semaphore$|^latch$|^barrier$|^fstream$|^filesystem$|^iostream$|^csignal$|^cstdio$")
set(lock_headers "^(mutex|condition_variable)$")
set(lock_file "^server/(base/(guarded|spinning_mutex)\\.hpp|engine/(tenant|registry)\\.cpp|engine/token_cache\\.hpp)$")
set(clock_reads "(system|steady|high_resolution)_clock::now|clock_gettime|gettimeofday|std::time\\(")
set(clock_file "^server/base/clock\\.cpp$")
set(test_file "_test\\.cpp$|/testing/")

set(max_lines 400)
set(vague_names "(^|[/_])(utils?|helpers?|managers?|common)([/_.]|$)")

set(breaches 0)

# complain(FILE OFFSET TEXT) names the place; OFFSET is a position in `content`, or -1 for the whole.
macro(complain file offset text)
  set(place "${file}")
  if(NOT "${offset}" EQUAL -1)
    string(SUBSTRING "${content}" 0 ${offset} before)
    string(REGEX MATCHALL "\n" before "${before}")
    list(LENGTH before line)
    math(EXPR line "${line} + 1")
    string(APPEND place ":${line}")
  endif()
  message("${place}: ${text}")
  math(EXPR breaches "${breaches} + 1")
endmacro()

# The server's files name each other from server/, and only downwards.
macro(check_own_include file offset header)
  string(REGEX MATCH "^[^/]+" to "${header}")
  string(REGEX MATCH "^server/([^/]+)/" from "${file}")
  set(from "${CMAKE_MATCH_1}")
  if("${file}" MATCHES "^client_tests/([^/]+)/")
    set(from "${CMAKE_MATCH_1}")
    if(NOT EXISTS "${ROOT}/client_tests/reference/${header}" AND
       NOT EXISTS "${ROOT}/client_tests/${from}/${header}" AND
       NOT ("${to}" STREQUAL "${from}" AND EXISTS "${ROOT}/client_tests/${header}") AND NOT "${to}" IN_LIST uses_${from})
      complain(${file} ${offset} "\"${header}\" is not of client_tests: it may use nothing in server/")
    endif()
  elseif(NOT EXISTS "${ROOT}/server/${header}")
    complain(${file} ${offset} "\"${header}\" is no path from server/")
  elseif(NOT "${to}" STREQUAL "${from}" AND NOT "${to}" IN_LIST uses_${from})
    complain(${file} ${offset} "${from} may not use ${to} (\"${header}\")")
  endif()
endmacro()

macro(check_third_party file offset header)
  set(rows ${third_party})
  set(known FALSE)
  while(rows AND NOT known)
    list(POP_FRONT rows pattern allowed)
    if("${header}" MATCHES "${pattern}")
      set(known TRUE)
      if(NOT "${file}" MATCHES "${allowed}")
        complain(${file} ${offset} "<${header}> may be named only in ${allowed}")
      endif()
    endif()
  endwhile()
  if(NOT known AND NOT "${header}" MATCHES "${system_headers}" AND "${header}" MATCHES "[/.]")
    complain(${file} ${offset} "<${header}> is in no table of cmake/layers.cmake")
  endif()
endmacro()

macro(check_core_header file offset header)
  if("${file}" MATCHES "${core}" AND NOT "${file}" MATCHES "${test_file}" AND
     NOT ("${header}" MATCHES "${lock_headers}" AND "${file}" MATCHES "${lock_file}") AND
     ("${header}" MATCHES "${system_headers}" OR "${header}" MATCHES "${outside_headers}"))
    complain(${file} ${offset} "the core does without <${header}>")
  endif()
endmacro()

macro(check_includes file)
  string(REGEX MATCHALL "#[ \t]*include[ \t]*[<\"][^>\"\n]+" includes "${content}")
  foreach(include IN LISTS includes)
    string(FIND "${content}" "${include}" offset)
    string(REGEX MATCH "([<\"])(.+)$" ignored "${include}")
    set(header "${CMAKE_MATCH_2}")
    if("${CMAKE_MATCH_1}" STREQUAL "<")
      check_third_party(${file} ${offset} "${header}")
      check_core_header(${file} ${offset} "${header}")
    else()
      check_own_include(${file} ${offset} "${header}")
    endif()
  endforeach()
endmacro()

macro(check_clocks file)
  if("${file}" MATCHES "${core}" AND NOT "${file}" MATCHES "${test_file}" AND
     NOT "${file}" MATCHES "${clock_file}" AND "${content}" MATCHES "${clock_reads}")
    set(reading "${CMAKE_MATCH_0}")
    string(FIND "${content}" "${reading}" offset)
    complain(${file} ${offset} "the core reads no clock (${reading}): it is handed an Instant")
  endif()
endmacro()

macro(check_size_and_name file)
  string(REGEX MATCHALL "\n" lines "${content}")
  list(LENGTH lines lines)
  if(lines GREATER max_lines)
    complain(${file} -1 "${lines} lines: none may have more than ${max_lines}")
  endif()
  if("${file}" MATCHES "${vague_names}")
    complain(${file} -1 "the name says nothing: name what it is")
  endif()
endmacro()

macro(check_layer_folder file)
  if("${file}" MATCHES "^server/([^/]+)/")
    set(layer "${CMAKE_MATCH_1}")
    if(NOT "${layer}" IN_LIST layers)
      complain(${file} -1 "server/${layer} is no layer")
    endif()
  endif()
endmacro()

file(GLOB_RECURSE files LIST_DIRECTORIES FALSE RELATIVE "${ROOT}"
  "${ROOT}/server/*.cpp" "${ROOT}/server/*.hpp"
  "${ROOT}/client_tests/*.cpp" "${ROOT}/client_tests/*.hpp")
list(SORT files)
foreach(file IN LISTS files)
  file(READ "${ROOT}/${file}" content)
  check_layer_folder(${file})
  check_includes(${file})
  check_clocks(${file})
  check_size_and_name(${file})
endforeach()

list(LENGTH files count)
if(breaches GREATER 0)
  message(FATAL_ERROR "layer check: ${breaches} breaches in ${count} files")
endif()
if(count EQUAL 0)
  message(FATAL_ERROR "layer check: no sources below ${ROOT}")
endif()
message("layer check: ${count} files, no breach")
