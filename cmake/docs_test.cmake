# Proves that the docs check can fail: each breach of docs_fixture/ must be named, and no other.
cmake_minimum_required(VERSION 3.25)
set(expected
  "docs/bad.md:5: 121 columns: none may have more than 120"
  "docs/bad.md:7: 164 columns: none may have more than 120"
  "docs/bad.md:9: the link missing.md leads nowhere"
  "docs/bad.md:9: the link ../missing/file.cpp leads nowhere"
  "docs/bad.md:9: no heading is called #none there"
  "docs/bad.md:10: no heading is called #nothing there"
  "docs/bad.md:14: a code block is not closed")
list(LENGTH expected count)

execute_process(
  COMMAND ${CMAKE_COMMAND} -DROOT=${CMAKE_CURRENT_LIST_DIR}/docs_fixture -P ${CMAKE_CURRENT_LIST_DIR}/docs.cmake
  RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
if(status EQUAL 0)
  message(FATAL_ERROR "the check let the fixture pass:\n${output}")
endif()
foreach(text IN LISTS expected ITEMS "docs check: ${count} breaches in 2 pages")
  string(FIND "${output}" "${text}" found)
  if(found EQUAL -1)
    message(FATAL_ERROR "the check did not say '${text}' but:\n${output}")
  endif()
endforeach()
message("the docs check named all ${count} breaches of its fixture")
