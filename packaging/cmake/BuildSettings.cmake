# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers

# What holds for every target: the language, where programs go, and the compiler cache.

include_guard(GLOBAL)

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
# There are no modules, and looking for them runs the preprocessor once more over every file.
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

set(CMAKE_RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/bin)

# The presets that build everything join sources: headers are most of the work, and so it takes a seventh of the time.
# The others compile each source by itself, which shows whether it includes what it uses.
set(CMAKE_UNITY_BUILD_BATCH_SIZE 12)

# Enough for a stack trace with lines. Full debug information doubles the time of a release build.
string(REPLACE "-g " "-g1 " CMAKE_CXX_FLAGS_RELWITHDEBINFO "${CMAKE_CXX_FLAGS_RELWITHDEBINFO} ")

# The standard library's own checks of indexes and iterators.
add_compile_definitions($<$<CONFIG:Debug>:_GLIBCXX_ASSERTIONS>)

find_program(CCACHE_PROGRAM ccache)
if(CCACHE_PROGRAM AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    set(CMAKE_CXX_COMPILER_LAUNCHER ${CCACHE_PROGRAM})
endif()

# A folder that is not there yet is left out.
function(broadside_add_folder folder)
    if(EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${folder}/CMakeLists.txt)
        add_subdirectory(${folder})
    endif()
endfunction()

# broadside_precompile_std(TARGET)
#
# Compiles the heavy headers of the standard library once for the target: <format> alone is half of what most of our
# sources take. Worth it from about five sources.
function(broadside_precompile_std target)
    target_precompile_headers(${target} PRIVATE
        <algorithm>
        <array>
        <expected>
        <format>
        <functional>
        <memory>
        <optional>
        <span>
        <string>
        <string_view>
        <unordered_map>
        <variant>
        <vector>)
endfunction()
