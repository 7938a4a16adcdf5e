# graphfault_layer(NAME USES lower-layer... LIBRARIES dep::...) makes the static library graphfault_NAME
# from the *.cpp of the current folder (and its subfolders) and the test program NAME_test from
# its *_test.cpp and testing/. A layer sees the headers of the layers it uses and of its own
# libraries only.
function(graphfault_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "USES;LIBRARIES")
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/*.cpp)
  graphfault_part_tests(sources tests)

  list(TRANSFORM arg_USES PREPEND graphfault_)
  if(NOT sources)
    add_library(graphfault_${name} INTERFACE)
    target_link_libraries(graphfault_${name} INTERFACE ${arg_USES} ${arg_LIBRARIES} dep::expected dep::fmt)
    return()
  endif()
  add_library(graphfault_${name} STATIC ${sources})
  target_include_directories(graphfault_${name} PUBLIC ${PROJECT_SOURCE_DIR}/server)
  target_link_libraries(graphfault_${name}
    PUBLIC ${arg_USES} ${arg_LIBRARIES} dep::expected dep::fmt
    PRIVATE graphfault_warnings)
  graphfault_precompile(graphfault_${name})
  graphfault_unite(graphfault_${name} ${sources})
  if(GRAPHFAULT_TESTS AND tests)
    graphfault_test(${name}_test SOURCES ${tests} LIBRARIES graphfault_${name})
  endif()
endfunction()

# graphfault_part_tests(SOURCES TESTS) moves the test sources from the list SOURCES to the list
# TESTS, and drops main.cpp.
function(graphfault_part_tests sources_name tests_name)
  set(kept ${${sources_name}})
  set(found ${${sources_name}})
  list(FILTER found INCLUDE REGEX "_test\\.cpp$|/testing/")
  list(FILTER kept EXCLUDE REGEX "_test\\.cpp$|/testing/|/main\\.cpp$")
  set(${sources_name} ${kept} PARENT_SCOPE)
  set(${tests_name} ${found} PARENT_SCOPE)
endfunction()

# graphfault_test(NAME SOURCES file... LIBRARIES target...) makes a GoogleTest program and one
# CTest entry per test.
function(graphfault_test name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
  add_executable(${name} ${arg_SOURCES})
  target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} GTest::gmock GTest::gtest_main graphfault_warnings)
  graphfault_precompile_test(${name})
  graphfault_unite(${name} ${arg_SOURCES})
  gtest_discover_tests(${name} NO_PRETTY_VALUES DISCOVERY_MODE PRE_TEST DISCOVERY_TIMEOUT 60 PROPERTIES TIMEOUT 300)
endfunction()

# graphfault_unite(TARGET source...) compiles the sources by whole rooms (folders), neighbours
# together, up to GRAPHFAULT_UNIT sources at a time: most of what a source costs is its headers. What
# is local to a source, as in an unnamed namespace, therefore has a name of its own in its layer, and so
# among the layer's tests. Each source compiles alone too: GRAPHFAULT_UNITY=OFF.
set(GRAPHFAULT_UNIT 12)
function(graphfault_unite target)
  if(NOT GRAPHFAULT_UNITY)
    return()
  endif()
  set(rooms)
  foreach(source ${ARGN})
    cmake_path(GET source PARENT_PATH room)
    list(APPEND rooms ${room})
    list(APPEND sources_of_${room} ${source})
  endforeach()
  list(REMOVE_DUPLICATES rooms)
  list(SORT rooms)
  set(unit 0)
  set(size 0)
  foreach(room ${rooms})
    list(LENGTH sources_of_${room} more)
    math(EXPR size "${size} + ${more}")
    if(size GREATER GRAPHFAULT_UNIT)
      math(EXPR unit "${unit} + 1")
      set(size ${more})
    endif()
    set_source_files_properties(${sources_of_${room}} PROPERTIES UNITY_GROUP ${unit})
  endforeach()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_MODE GROUP)
endfunction()

# The headers that cost most are compiled once for all targets. Where they don't fit after all, the
# compiler reads them as text.
set(graphfault_costly_headers
  <nlohmann/json.hpp> <tl/expected.hpp> <fmt/format.h> <algorithm> <chrono> <functional> <map>
  <memory> <optional> <string> <string_view> <unordered_map> <variant> <vector>)

function(graphfault_precompile target)
  if(GRAPHFAULT_PCH)
    graphfault_precompiled(graphfault_pch HEADERS ${graphfault_costly_headers})
    graphfault_reuse(${target} graphfault_pch)
  endif()
endfunction()

# Tests have GoogleTest's headers too. In a release build their own code is left unoptimised: it is
# compiled more often than it is run.
function(graphfault_precompile_test target)
  if(GRAPHFAULT_PCH)
    set(plain $<$<CONFIG:Release>:-O0>)
    graphfault_precompiled(graphfault_test_pch
      HEADERS ${graphfault_costly_headers} <gtest/gtest.h> <gmock/gmock.h>
      LIBRARIES GTest::gmock GTest::gtest OPTIONS ${plain})
    target_compile_options(${target} PRIVATE ${plain})
    graphfault_reuse(${target} graphfault_test_pch)
  endif()
endfunction()

# graphfault_precompiled(NAME HEADERS <header>... LIBRARIES target... OPTIONS flag...) makes NAME
# once.
function(graphfault_precompiled name)
  if(TARGET ${name})
    return()
  endif()
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "HEADERS;LIBRARIES;OPTIONS")
  file(WRITE ${CMAKE_BINARY_DIR}/${name}.cpp "")
  add_library(${name} OBJECT ${CMAKE_BINARY_DIR}/${name}.cpp)
  target_link_libraries(${name} PRIVATE
    dep::json dep::expected dep::fmt ${arg_LIBRARIES} graphfault_warnings)
  target_compile_options(${name} PRIVATE -pthread ${arg_OPTIONS})
  set_target_properties(${name} PROPERTIES PCH_WARN_INVALID OFF)
  target_precompile_headers(${name} PRIVATE ${arg_HEADERS})
endfunction()

# A precompiled header fits only where it was made with the same flags; RE2 asks for -pthread.
function(graphfault_reuse target precompiled)
  target_compile_options(${target} PRIVATE -pthread)
  set_target_properties(${target} PROPERTIES PCH_WARN_INVALID OFF)
  target_precompile_headers(${target} REUSE_FROM ${precompiled})
endfunction()
