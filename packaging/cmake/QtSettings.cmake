# SPDX-License-Identifier: MIT
# SPDX-FileCopyrightText: 2026 The Broadside developers

# broadside::qt: how we use Qt. Linked by each of our targets that does, tests included.

include_guard(GLOBAL)

find_package(Qt6 6.8 REQUIRED COMPONENTS Core Gui Widgets)

add_library(broadside_qt INTERFACE)
add_library(broadside::qt ALIAS broadside_qt)

# No "signals" and "emit" as words of the language, no connections that outlive their receiver, and no text whose
# encoding is left to chance.
target_compile_definitions(broadside_qt INTERFACE
    QT_NO_KEYWORDS
    QT_NO_CONTEXTLESS_CONNECT
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_ASCII
    QT_NO_URL_CAST_FROM_STRING
    QT_DISABLE_DEPRECATED_UP_TO=0x060800
)
target_link_libraries(broadside_qt INTERFACE Qt6::Core)

# broadside_precompile_qt(TARGET [HEADER...])
#
# Compiles Qt's most used headers, and the given ones, once for the target. Worth it from about five sources.
function(broadside_precompile_qt target)
    target_precompile_headers(${target} PRIVATE
        <QtCore/QtCore>
        <expected>
        <functional>
        <memory>
        <optional>
        <string>
        <vector>
        ${ARGN})
endfunction()

# broadside_share_precompiled_qt(FIRST TARGET [HEADER...])
#
# The same for many small programs of one folder: FIRST compiles the headers, the others take them from it.
function(broadside_share_precompiled_qt first target)
    if(target STREQUAL first)
        broadside_precompile_qt(${target} ${ARGN})
    else()
        target_precompile_headers(${target} REUSE_FROM ${first})
    endif()
endfunction()
