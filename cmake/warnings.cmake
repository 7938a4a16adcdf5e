# What our own code is compiled with; linked PRIVATE by our targets only.
add_library(graphfault_warnings INTERFACE)
target_compile_options(graphfault_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Wcast-align -Wcast-qual -Wunused -Wdouble-promotion
  -Wformat=2 -Wimplicit-fallthrough -Wextra-semi -Wmissing-declarations -Wswitch-enum -Wundef
  $<$<CXX_COMPILER_ID:GNU>:-Wduplicated-cond>
  $<$<CXX_COMPILER_ID:GNU>:-Wlogical-op>
  # GCC 12 sees overlaps in std::string's own inlined code (its bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>
  # It takes a source that is compiled together with others for a header, and asks that nothing in it
  # be local.
  $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>
  # Optimised, GCC 12 warns of sizes in the inlined code of std::string and std::vector that cannot
  # occur; a debug build still looks.
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-stringop-overflow>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-stringop-overread>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-array-bounds>
  $<$<AND:$<CXX_COMPILER_ID:GNU>,$<NOT:$<CONFIG:Debug>>>:-Wno-maybe-uninitialized>
  $<$<BOOL:${GRAPHFAULT_DEV}>:-Werror>)
target_compile_definitions(graphfault_warnings INTERFACE
  _GLIBCXX_ASSERTIONS GRAPHFAULT_VERSION="${PROJECT_VERSION}")

if(GRAPHFAULT_SANITIZE)
  add_compile_options(-fsanitize=${GRAPHFAULT_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  add_link_options(-fsanitize=${GRAPHFAULT_SANITIZE})
  if(GRAPHFAULT_SANITIZE MATCHES thread AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
    add_compile_options(-Wno-tsan)  # Asio has fences, which TSan does not model
  endif()
endif()

# Every target counts where it has been, so that a fuzz target sees into the libraries it calls.
if(GRAPHFAULT_FUZZ)
  if(NOT CMAKE_CXX_COMPILER_ID MATCHES Clang)
    message(FATAL_ERROR "GRAPHFAULT_FUZZ needs clang: libFuzzer is part of it")
  endif()
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
