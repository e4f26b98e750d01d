// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "rst/directives/file_access.h"

#include "rst/text/utf8.h"

#include <filesystem>
#include <format>
#include <memory>

#include <unicode/ucnv.h>

namespace rst {

namespace {

/// The path as messages show it: from the folder of the file that the directive is in (docutils' `adapt_path`).
[[nodiscard]] std::string adaptedPath(const DirectiveContext &directive, std::string_view path)
{
    if (path.starts_with('/') || path.starts_with('<'))
        return std::string(path);
    const SourceMap &sources = directive.document().sources();
    const std::string_view from = sources.path(sources.locate(directive.span.begin).file);
    return (std::filesystem::path(from).parent_path() / path).lexically_normal().generic_string();
}

/// The path as Settings::readFile wants it: from the folder of the document.
[[nodiscard]] std::string pathFromDocument(const DirectiveContext &directive, const std::string &path)
{
    const std::filesystem::path folder = std::filesystem::path(directive.context.settings.sourcePath).parent_path();
    if (folder.empty() || path.starts_with('/') || path.starts_with('<'))
        return path;
    return std::filesystem::path(path).lexically_relative(folder).generic_string();
}

/// Python's words for a text that is not UTF-8: which bytes began a character, and how it failed.
[[nodiscard]] std::string utf8Problem(std::string_view text, std::size_t at)
{
    const auto byteAt = [text](std::size_t index) { return static_cast<unsigned char>(text[index]); };
    const unsigned char first = byteAt(at);
    const std::size_t wanted = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    std::string_view reason = "invalid start byte";
    std::size_t size = 1;
    if (first >= 0xc2 && first <= 0xf4) {
        // The second byte's range is narrower after some first bytes: no overlong forms, no surrogates, no end of Unicode.
        const unsigned char low = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        const unsigned char high = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        const auto continues = [&](std::size_t n) {
            return n == 1 ? byteAt(at + 1) >= low && byteAt(at + 1) <= high : (byteAt(at + n) & 0xc0) == 0x80;
        };
        while (size < wanted && at + size < text.size() && continues(size))
            ++size;
        reason = at + size == text.size() ? "unexpected end of data" : "invalid continuation byte";
    }
    const std::string place = size == 1 ? std::format("byte 0x{:02x} in position {}", first, at)
                                        : std::format("bytes in position {}-{}", at, at + size - 1);
    return std::format("UnicodeDecodeError: 'utf-8' codec can't decode {}: {}", place, reason);
}

/// The text as UTF-8, or Python's error.
[[nodiscard]] std::expected<std::string, std::string> decoded(std::string text, const std::string &encoding)
{
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<UConverter, decltype(&ucnv_close)> converter(
        encoding.empty() ? nullptr : ucnv_open(encoding.c_str(), &error), &ucnv_close);
    if (!converter || U_FAILURE(error) || ucnv_getType(converter.get()) == UCNV_UTF8) {
        if (const std::optional<std::size_t> invalid = firstInvalidUtf8(text))
            return std::unexpected(utf8Problem(text, *invalid));
        return text;
    }
    std::string converted(text.size() * 4 + 16, '\0');
    const int32_t size = ucnv_toAlgorithmic(UCNV_UTF8, converter.get(), converted.data(), int32_t(converted.size()),
                                            text.data(), int32_t(text.size()), &error);
    if (U_FAILURE(error))
        return std::unexpected(std::format("UnicodeDecodeError: '{}' codec can't decode the file", encoding));
    converted.resize(std::size_t(size));
    return converted;
}

/// Every line end as `\n`, without a byte order mark.
[[nodiscard]] std::string withUnixLineEnds(std::string text)
{
    std::size_t to = 0;
    std::size_t from = text.starts_with("\xef\xbb\xbf") ? 3 : 0;
    for (; from < text.size(); ++from) {
        if (text[from] == '\r' && from + 1 < text.size() && text[from + 1] == '\n')
            continue;
        text[to++] = text[from] == '\r' ? '\n' : text[from];
    }
    text.resize(to);
    return text;
}

} // namespace

std::expected<std::string, std::string> decodedFile(std::string bytes, const std::string &encoding)
{
    return decoded(std::move(bytes), encoding).transform(withUnixLineEnds);
}

std::optional<IncludedFile> readIncludedFile(DirectiveContext &directive, std::string_view path, Span pathSpan,
                                             ErrorStyle style)
{
    std::string shown = adaptedPath(directive, path);
    std::expected<std::string, std::string> text =
        directive.context.settings.readFile(pathFromDocument(directive, shown));
    if (!text) {
        std::string problem = std::move(text.error());
        if (problem.ends_with('.'))
            problem.pop_back();
        if (style == ErrorStyle::ClassAndMessage)
            problem.insert(0, "InputError: ");
        directive.report<DiagnosticKind::FileNotRead>(pathSpan, directive.nameAsWritten, problem);
        return std::nullopt;
    }
    text = decodedFile(std::move(*text), directive.text("encoding"));
    if (!text) {
        directive.report<DiagnosticKind::FileNotDecoded>(pathSpan, directive.nameAsWritten, text.error());
        return std::nullopt;
    }
    return IncludedFile{.path = std::move(shown), .text = std::move(*text)};
}

void reportUrl(DirectiveContext &directive, const Option &url, ErrorStyle style)
{
    const std::string problem = std::string(style == ErrorStyle::ClassAndMessage ? "URLError: " : "") +
                                "<urlopen error network access is disabled>";
    directive.report<DiagnosticKind::UrlNotRead>(url.valueSpan, directive.nameAsWritten, directive.text("url"),
                                                 problem);
}

} // namespace rst
