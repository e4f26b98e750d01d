# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers

# broadside::warnings: what the compiler tells about our own code. Linked privately by each of our targets, so that
# nobody else's code is measured by it. Presets turn warnings into errors; a packager's build need not.

include_guard(GLOBAL)

add_library(broadside_warnings INTERFACE)
add_library(broadside::warnings ALIAS broadside_warnings)

target_compile_options(broadside_warnings INTERFACE
    -Wall
    -Wextra
    -Wpedantic
    -Wshadow
    -Wconversion
    -Wsign-conversion
    -Wold-style-cast
    -Wnon-virtual-dtor
    -Woverloaded-virtual
    -Wcast-align
    -Wextra-semi
    -Wimplicit-fallthrough
    -Wundef
    # What a library says of itself in a later version than ours must not stop a build on a newer system.
    -Wno-error=deprecated-declarations
)

if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(broadside_warnings INTERFACE -Wduplicated-cond -Wlogical-op)
    # GCC takes some of the sanitizers' own branches for uses of variables that were never set.
    if(BROADSIDE_SANITIZE)
        target_compile_options(broadside_warnings INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()
