# The layer check: `cmake -P cmake/layers.cmake` (with -DROOT=folder for another tree and -DPLAN=file
# for another plan). Every source is held against plan.cmake and the tables below; each breach is
# named with its place, and any fails the run.
cmake_minimum_required(VERSION 3.25)

if(NOT DEFINED ROOT)
  set(ROOT "${CMAKE_CURRENT_LIST_DIR}/..")
endif()
get_filename_component(ROOT "${ROOT}" ABSOLUTE)

if(NOT DEFINED PLAN)
  set(PLAN "${CMAKE_CURRENT_LIST_DIR}/plan.cmake")
endif()
include("${PLAN}")

# Where each third-party header may be named: header pattern, then path pattern. The first row that
# fits a header counts.
set(third_party
  "^gtest/|^gmock/"   "_test\\.cpp$|/testing/|^client_tests/"
  "^nlohmann/"        "^server/base/json\\.hpp$|^client_tests/"
  "^tl/"              "."
  "^fmt/"             "."
  "^openssl/"         "^server/base/crypto\\.cpp$|^server/net/tls/|^server/net/testing/tls_|^client_tests/bench/handshakes\\.cpp$"
  "^zlib\\.h$"        "^server/base/gzip\\.cpp$"
  "^yaml-cpp/"        "^server/scenario/yaml/"
  "^re2/"             "^server/scenario/conditions/value_condition\\.cpp$"
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
set(lock_file "^server/(base/(guarded|spinning_mutex)\\.hpp|engine/tenants/((tenant|registry|turn)\\.cpp|tenant_core\\.hpp)|engine/callers/token_cache\\.hpp)$")
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
  elseif("${to}" STREQUAL "${from}")
    check_room_arrow(${file} ${offset} "${header}")
  elseif("${to}" IN_LIST uses_${from})
    if(NOT tests)
      list(APPEND used "${from} > ${to}")
    endif()
  else()
    list(FIND layers "${from}" height)
    list(FIND layers "${to}" depth)
    if(NOT tests OR depth EQUAL -1 OR depth GREATER height)
      complain(${file} ${offset} "${from} may not use ${to} (\"${header}\")")
    endif()
  endif()
endmacro()

# Where a file stands: its layer and its room, such as `graph` and `graph/odata`. Files of tests may
# reach every room, and every layer below theirs.
macro(find_place file)
  string(REGEX MATCH "^server/([^/]+)/" ignored "${file}")
  set(layer "${CMAKE_MATCH_1}")
  string(REGEX REPLACE "^server/(.*)/[^/]*$" "\\1" room "${file}")
  set(tests FALSE)
  if("${file}" MATCHES "${test_file}")
    set(tests TRUE)
  endif()
endmacro()

# An arrow inside a layer goes from a room to one that the plan allows it.
macro(check_room_arrow file offset header)
  string(REGEX REPLACE "/[^/]*$" "" target "${header}")
  if(NOT tests AND NOT "${target}" STREQUAL "${room}" AND "${room}" IN_LIST rooms)
    if("${target}" IN_LIST arrows_${room})
      list(APPEND used "${room} > ${target}")
    else()
      complain(${file} ${offset} "the room ${room} may not use ${target} (\"${header}\")")
    endif()
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

macro(check_folder file)
  if("${file}" MATCHES "^server/([^/]+)/")
    if(NOT "${layer}" IN_LIST layers)
      complain(${file} -1 "server/${layer} is no layer")
    elseif(NOT tests AND NOT "${room}" IN_LIST rooms)
      complain(${file} -1 "server/${room} is no room of the plan")
    endif()
  endif()
endmacro()

# Reads the plan's rows `room > arrow arrow` into `rooms` and a list `arrows_ROOM` each. A room uses
# only rooms above its row, so that there are no circles.
set(rooms)
macro(read_rooms)
  foreach(row IN LISTS plan_rooms)
    string(REGEX MATCH "^([^ ]+)( > (.+))?$" ignored "${row}")
    set(room "${CMAKE_MATCH_1}")
    string(REPLACE " " ";" arrows_${room} "${CMAKE_MATCH_3}")
    foreach(target IN LISTS arrows_${room})
      if(NOT "${target}" IN_LIST rooms)
        complain("plan: ${room}" -1 "uses ${target}, which no row above it names")
      endif()
    endforeach()
    list(APPEND rooms ${room})
  endforeach()
endmacro()

macro(check_unused)
  foreach(kind uses arrows)
    foreach(from IN LISTS layers rooms)
      foreach(target IN LISTS ${kind}_${from})
        if(NOT "${from} > ${target}" IN_LIST used)
          complain("plan: ${from}" -1 "may use ${target}, and no source does")
        endif()
      endforeach()
      set(${kind}_${from})
    endforeach()
  endforeach()
endmacro()

read_rooms()
set(used)
file(GLOB_RECURSE files LIST_DIRECTORIES FALSE RELATIVE "${ROOT}"
  "${ROOT}/server/*.cpp" "${ROOT}/server/*.hpp"
  "${ROOT}/client_tests/*.cpp" "${ROOT}/client_tests/*.hpp")
list(SORT files)
foreach(file IN LISTS files)
  file(READ "${ROOT}/${file}" content)
  find_place(${file})
  check_folder(${file})
  check_includes(${file})
  check_clocks(${file})
  check_size_and_name(${file})
endforeach()

list(REMOVE_DUPLICATES used)
check_unused()

list(LENGTH files count)
if(breaches GREATER 0)
  message(FATAL_ERROR "layer check: ${breaches} breaches in ${count} files")
endif()
if(count EQUAL 0)
  message(FATAL_ERROR "layer check: no sources below ${ROOT}")
endif()
message("layer check: ${count} files, no breach")
