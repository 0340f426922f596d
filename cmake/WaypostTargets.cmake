# One target per folder: sources, headers and direct dependencies are listed, never globbed.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(WAYPOST_CCACHE ccache)
if(WAYPOST_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  # Without this ccache keeps nothing that was compiled with a precompiled header.
  set(CMAKE_CXX_COMPILER_LAUNCHER
    ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros ${WAYPOST_CCACHE})
endif()

add_library(waypost_options INTERFACE)
target_include_directories(waypost_options INTERFACE ${CMAKE_SOURCE_DIR})
target_compile_options(waypost_options INTERFACE
  -Wall -Wextra -Wno-missing-field-initializers -Wconversion -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Werror
  # Same bytes from the same inputs on every machine: no fused or reordered floating point.
  -ffp-contract=off
  # Neither a path of the building machine in the binary nor in what it prints.
  -ffile-prefix-map=${CMAKE_SOURCE_DIR}/=)
if(CMAKE_UNITY_BUILD)
  # A type with members of an unnamed namespace is no fault in a file that others include.
  target_compile_options(waypost_options INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-subobject-linkage>
    # Nor is one short name for the same type in each of them.
    $<$<CXX_COMPILER_ID:Clang>:-Wno-shadow>)
endif()
if(WAYPOST_SANITIZE)
  target_compile_options(waypost_options INTERFACE
    -fsanitize=${WAYPOST_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(waypost_options INTERFACE -fsanitize=${WAYPOST_SANITIZE})
endif()
if(WAYPOST_FUZZ)
  # Coverage in everything that is fuzzed, or the fuzzer would search blindly.
  target_compile_options(waypost_options INTERFACE -fsanitize=fuzzer-no-link
    -fsanitize-ignorelist=${CMAKE_SOURCE_DIR}/tests/fuzz/ignored_faults.txt)
endif()

# waypost_library(NAME SOURCES ... HEADERS ... DEPS ...)
#
# DEPS are other waypost targets or third-party ones. Headers are listed so that the test which
# compiles every header alone finds them (property WAYPOST_HEADERS).
function(waypost_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;HEADERS;DEPS" ${ARGN})
  if(ARG_SOURCES)
    add_library(${name} STATIC ${ARG_SOURCES} ${ARG_HEADERS})
    target_link_libraries(${name} PUBLIC waypost_options ${ARG_DEPS})
  else()
    add_library(${name} INTERFACE)
    target_link_libraries(${name} INTERFACE waypost_options ${ARG_DEPS})
  endif()
  foreach(header IN LISTS ARG_HEADERS)
    set_property(GLOBAL APPEND PROPERTY WAYPOST_HEADERS
      ${CMAKE_CURRENT_SOURCE_DIR}/${header}\;${name})
  endforeach()
endfunction()

# The target tests-GROUP builds the tests of a group; scripts/test names groups.
function(waypost_test_group group)
  if(NOT TARGET tests-${group})
    add_custom_target(tests-${group})
  endif()
  if(ARGN)
    add_dependencies(tests-${group} ${ARGN})
  endif()
endfunction()

# waypost_test(NAME SOURCES ... DEPS ... [LABELS ...] [TIMEOUT ...]): a GoogleTest binary, one CTest test.
#
# Its labels are its folder below tests/ ("engine/format") and those given ("threads": runs under
# ThreadSanitizer too). For every label, and every folder above, a target builds its tests:
# tests-engine, tests-engine-format, tests-threads.
function(waypost_test name)
  cmake_parse_arguments(ARG "" "TIMEOUT" "SOURCES;DEPS;LABELS" ${ARGN})
  if(NOT ARG_TIMEOUT)
    set(ARG_TIMEOUT 300)
  endif()
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE waypost_options ${ARG_DEPS} GTest::gmock_main)
  # Tests wait for the compiler more than for themselves.
  target_compile_options(${name} PRIVATE $<$<CONFIG:Release>:-O1>)
  target_precompile_headers(${name} REUSE_FROM waypost_test_headers)
  target_compile_definitions(${name} PRIVATE
    WAYPOST_SOURCE_DIR="${CMAKE_SOURCE_DIR}")
  add_test(NAME ${name} COMMAND ${name})
  file(RELATIVE_PATH folder ${CMAKE_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES TIMEOUT ${ARG_TIMEOUT} LABELS "${folder};${ARG_LABELS}")
  foreach(label IN LISTS ARG_LABELS)
    waypost_test_group(${label} ${name})
  endforeach()
  while(folder)
    string(REPLACE "/" "-" group ${folder})
    waypost_test_group(${group} ${name})
    cmake_path(GET folder PARENT_PATH folder)
  endwhile()
endfunction()

# waypost_embed(TARGET HEADER FUNCTION FILES ...): compiles files of this folder into the target, so
# that a program needs nothing beside it. HEADER declares FUNCTION and the type EmbeddedFile.
function(waypost_embed target header function)
  cmake_parse_arguments(ARG "" "" "FILES" ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${target}_embedded.cc)
  set(script ${CMAKE_SOURCE_DIR}/cmake/EmbedFiles.cmake)
  list(TRANSFORM ARG_FILES PREPEND ${CMAKE_CURRENT_SOURCE_DIR}/ OUTPUT_VARIABLE paths)
  add_custom_command(OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} -DOUT=${out} -DHEADER=${header} -DFUNCTION=${function}
      "-DFILES=${ARG_FILES}" -DROOT=${CMAKE_CURRENT_SOURCE_DIR} -P ${script}
    DEPENDS ${paths} ${script}
    VERBATIM)
  target_sources(${target} PRIVATE ${out})
endfunction()
