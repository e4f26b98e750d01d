# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers

# BROADSIDE_SANITIZE and BROADSIDE_FUZZ, applied to every target: a sanitizer that sees half of a program reports what
# is not there.

include_guard(GLOBAL)

if(BROADSIDE_SANITIZE)
    # At -O0 a sanitized engine is too slow for the tests that have a time limit. Reports name lines with -g1 too.
    add_compile_options(-fsanitize=${BROADSIDE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -O1 -g1)
    add_link_options(-fsanitize=${BROADSIDE_SANITIZE})
endif()

if(BROADSIDE_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
        message(FATAL_ERROR "The fuzz targets are libFuzzer's, and need Clang: cmake --preset fuzz")
    endif()
    # The libraries are instrumented; libFuzzer's main function comes with the targets alone.
    add_compile_options(-fsanitize=fuzzer-no-link)
    add_link_options(-fsanitize=fuzzer-no-link)
endif()

# How the sanitizers are to run, for the tests. The distribution's own libraries are not instrumented.
set(broadside_sanitizer_environment
    ASAN_OPTIONS=detect_stack_use_after_return=1
    UBSAN_OPTIONS=print_stacktrace=1
    TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/packaging/sanitizers/tsan.supp
)
