# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers

# How tests are declared.
#
#   broadside_add_gtest(NAME SOURCES file... [LIBRARIES target...] [LABELS label...] [TIMEOUT seconds]
#                       [ARGUMENTS word...] [OWN_MAIN])
#   broadside_add_qttest(NAME SOURCES file... [LIBRARIES target...] [LABELS label...] [TIMEOUT seconds] [X11])
#   broadside_add_script_test(NAME COMMAND word... [LABELS label...] [TIMEOUT seconds])
#
# One program is one test of ctest: asking each for its cases costs more than running them. Programs are told where
# their data are by three macros:
#   BROADSIDE_TESTDATA    testdata/ beside the test's CMakeLists.txt
#   BROADSIDE_SOURCE_DIR  the checkout
#   BROADSIDE_SHARED      data handed out beside the checkout; a test of theirs skips, saying so, where it is absent

include_guard(GLOBAL)

get_filename_component(broadside_shared ${PROJECT_SOURCE_DIR}/../shared ABSOLUTE)
set(BROADSIDE_SHARED ${broadside_shared} CACHE PATH "Cases and posts that some tests read, where they are present")

function(_broadside_test_program name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "SOURCES;LIBRARIES")
    add_executable(${name} ${arg_SOURCES})
    target_link_libraries(${name} PRIVATE ${arg_LIBRARIES} broadside::warnings)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/app ${PROJECT_SOURCE_DIR})
    target_compile_definitions(${name} PRIVATE
        BROADSIDE_TESTDATA="${CMAKE_CURRENT_SOURCE_DIR}/testdata"
        BROADSIDE_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
        BROADSIDE_SHARED="${BROADSIDE_SHARED}")
    set_target_properties(${name} PROPERTIES UNITY_BUILD OFF RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests/bin)
endfunction()

function(_broadside_test_properties name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "LABELS;ENVIRONMENT")
    if(NOT arg_TIMEOUT)
        set(arg_TIMEOUT 120)
    endif()
    # The folder under tests/ is a label, so that "ctest -L rst" is the engine's tests.
    file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
    string(REGEX REPLACE "/.*" "" folder "${folder}")
    # What the window system's and the web engine's libraries still hold at the end is theirs.
    if(folder MATCHES "^(ui|hostile|kill|soak)$")
        list(APPEND arg_ENVIRONMENT LSAN_OPTIONS=detect_leaks=0)
    endif()
    set_tests_properties(${name} PROPERTIES
        TIMEOUT "${arg_TIMEOUT}"
        LABELS "${folder};${arg_LABELS}"
        ENVIRONMENT "${broadside_sanitizer_environment};${arg_ENVIRONMENT}"
        SKIP_RETURN_CODE 77)
endfunction()

function(broadside_add_gtest name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "OWN_MAIN" "TIMEOUT" "SOURCES;LIBRARIES;LABELS;ARGUMENTS")
    set(main GTest::gmock_main)
    if(arg_OWN_MAIN)
        set(main GTest::gmock)
    endif()
    _broadside_test_program(${name} SOURCES ${arg_SOURCES} LIBRARIES ${arg_LIBRARIES} ${main})
    add_test(NAME ${name} COMMAND ${name} ${arg_ARGUMENTS})
    _broadside_test_properties(${name} LABELS ${arg_LABELS} TIMEOUT "${arg_TIMEOUT}")
endfunction()

# Offscreen, unless X11 asks for a real window system: then on an X server of its own.
function(broadside_add_qttest name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "X11" "TIMEOUT" "SOURCES;LIBRARIES;LABELS")
    find_package(Qt6 REQUIRED COMPONENTS Test)
    _broadside_test_program(${name} SOURCES ${arg_SOURCES} LIBRARIES ${arg_LIBRARIES} broadside::qt Qt6::Test)
    set_target_properties(${name} PROPERTIES AUTOMOC ON)
    # Qt Test's own macros convert. On the sources, since their options come last.
    set_source_files_properties(${arg_SOURCES} PROPERTIES COMPILE_OPTIONS -Wno-conversion)
    set(platform offscreen)
    set(server "")
    if(arg_X11)
        set(platform xcb)
        set(server ${PROJECT_SOURCE_DIR}/packaging/lib/with_xvfb.sh)
    endif()
    add_test(NAME ${name} COMMAND ${server} $<TARGET_FILE:${name}>)
    _broadside_test_properties(${name} LABELS ${arg_LABELS} TIMEOUT "${arg_TIMEOUT}"
        ENVIRONMENT QT_QPA_PLATFORM=${platform} QT_QUICK_BACKEND=software QT_LOGGING_RULES=qt.qpa.*=false)
endfunction()

# The web engine's sandbox refuses to run as root. That is a matter of where the tests run, and never of the program.
function(broadside_web_engine_test name)
    execute_process(COMMAND id -u OUTPUT_VARIABLE user_id OUTPUT_STRIP_TRAILING_WHITESPACE)
    set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT QTWEBENGINE_CHROMIUM_FLAGS=--disable-gpu)
    if(user_id STREQUAL "0")
        set_property(TEST ${name} APPEND PROPERTY ENVIRONMENT QTWEBENGINE_DISABLE_SANDBOX=1)
    endif()
endfunction()

# A test that is a script; one that cannot run here ends with 77, and is counted as skipped.
function(broadside_add_script_test name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "TIMEOUT" "COMMAND;LABELS")
    add_test(NAME ${name} COMMAND ${arg_COMMAND})
    _broadside_test_properties(${name} LABELS ${arg_LABELS} TIMEOUT "${arg_TIMEOUT}"
        ENVIRONMENT PYTHONDONTWRITEBYTECODE=1 BROADSIDE_SHARED=${BROADSIDE_SHARED})
endfunction()
