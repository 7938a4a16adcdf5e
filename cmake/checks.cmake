# Checks of the source tree itself, as CTest entries.
add_test(NAME layers COMMAND ${CMAKE_COMMAND} -P ${PROJECT_SOURCE_DIR}/cmake/layers.cmake)
add_test(NAME layers_can_fail COMMAND ${CMAKE_COMMAND} -P ${PROJECT_SOURCE_DIR}/cmake/layers_test.cmake)
add_test(NAME docs COMMAND ${CMAKE_COMMAND} -P ${PROJECT_SOURCE_DIR}/cmake/docs.cmake)
add_test(NAME docs_can_fail COMMAND ${CMAKE_COMMAND} -P ${PROJECT_SOURCE_DIR}/cmake/docs_test.cmake)
add_test(NAME dev_waits_for_apt COMMAND ${PROJECT_SOURCE_DIR}/cmake/apt_wait_test)
# An image is built without .ci.
foreach(part run skipped)
  if(EXISTS ${PROJECT_SOURCE_DIR}/.ci/${part}_test)
    add_test(NAME ci.${part} COMMAND ${PROJECT_SOURCE_DIR}/.ci/${part}_test)
  endif()
endforeach()
get_property(checks DIRECTORY PROPERTY TESTS)
set_tests_properties(${checks} PROPERTIES LABELS tree)
