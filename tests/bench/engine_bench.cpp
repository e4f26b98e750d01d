// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

// How fast the engine is, with cmark-gfm as the yardstick in the same process: each pair of a `.rst` and its
// `.md` twin in the corpus folder gives three benchmarks. Compare bytes per second within one run only.
//
//   engine_bench [--benchmark_…]                 the small post beside this file
//   BROADSIDE_BENCH_CORPUS=DIR engine_bench …    every pair in DIR (make_corpus.py makes one)

#include "rst/engine.h"
#include "rst/writers/writer.h"

#include <benchmark/benchmark.h>
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace {

std::string contentOf(const std::filesystem::path &path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void publishAndWrite(benchmark::State &state, const std::string &source)
{
    const rst::Engine engine;
    for (auto _ : state) {
        const rst::Publication publication = engine.publish(source);
        benchmark::DoNotOptimize(rst::writeHtml(publication.document));
    }
    state.SetBytesProcessed(std::int64_t(state.iterations()) * std::int64_t(source.size()));
}

void publishOnly(benchmark::State &state, const std::string &source)
{
    const rst::Engine engine;
    for (auto _ : state)
        benchmark::DoNotOptimize(engine.publish(source));
    state.SetBytesProcessed(std::int64_t(state.iterations()) * std::int64_t(source.size()));
}

void cmarkParseAndRender(benchmark::State &state, const std::string &source)
{
    for (auto _ : state) {
        const std::unique_ptr<cmark_parser, decltype(&cmark_parser_free)> parser(
            cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SMART), &cmark_parser_free);
        for (const char *name : {"table", "strikethrough", "autolink"})
            cmark_parser_attach_syntax_extension(parser.get(), cmark_find_syntax_extension(name));
        cmark_parser_feed(parser.get(), source.data(), source.size());
        const std::unique_ptr<cmark_node, decltype(&cmark_node_free)> tree(cmark_parser_finish(parser.get()),
                                                                           &cmark_node_free);
        const std::unique_ptr<char, decltype(&std::free)> html(
            cmark_render_html(tree.get(), CMARK_OPT_UNSAFE, cmark_parser_get_syntax_extensions(parser.get())),
            &std::free);
        benchmark::DoNotOptimize(html.get());
    }
    state.SetBytesProcessed(std::int64_t(state.iterations()) * std::int64_t(source.size()));
}

std::filesystem::path corpusFolder()
{
    if (const char *given = std::getenv("BROADSIDE_BENCH_CORPUS"))
        return given;
    return std::filesystem::path(BROADSIDE_BENCH_SOURCE_DIR) / "corpus";
}

} // namespace

int main(int argc, char **argv)
{
    cmark_gfm_core_extensions_ensure_registered();
    std::vector<std::filesystem::path> sources;
    for (const auto &entry : std::filesystem::directory_iterator(corpusFolder())) {
        if (entry.path().extension() == ".rst")
            sources.push_back(entry.path());
    }
    std::ranges::sort(sources);
    for (const std::filesystem::path &path : sources) {
        const std::string name = path.stem().string();
        benchmark::RegisterBenchmark(name + "/rst parse+transforms", publishOnly, contentOf(path));
        benchmark::RegisterBenchmark(name + "/rst parse+transforms+html", publishAndWrite, contentOf(path));
        const std::filesystem::path twin = std::filesystem::path(path).replace_extension(".md");
        if (std::filesystem::exists(twin))
            benchmark::RegisterBenchmark(name + "/cmark-gfm parse+html", cmarkParseAndRender, contentOf(twin));
    }
    benchmark::Initialize(&argc, argv);
    benchmark::RunSpecifiedBenchmarks();
    return 0;
}
