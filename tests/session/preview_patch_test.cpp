// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "session/preview_patch.h"

#include <QRandomGenerator>
#include <QTest>

using namespace session;
using Hashes = std::vector<std::uint64_t>;

namespace {

/// What preview.js does with a patch.
Hashes patched(Hashes shown, const Hashes &wanted)
{
    for (const BlockChange &change : previewPatch(shown, wanted)) {
        const auto first = shown.begin() + std::ptrdiff_t(change.first);
        const auto after = shown.erase(first, first + std::ptrdiff_t(change.removed));
        shown.insert(after, wanted.begin() + std::ptrdiff_t(change.first),
                     wanted.begin() + std::ptrdiff_t(change.first + change.inserted));
    }
    return shown;
}

} // namespace

class PreviewPatchTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isEmptyForEqualPages();
    void exchangesOneBlock();
    void insertsAndRemoves();
    void leavesBlocksBetweenTwoChangesAlone();
    void makesAnyPageIntoAnyOther();
};

void PreviewPatchTest::isEmptyForEqualPages()
{
    QVERIFY(previewPatch(Hashes{1, 2, 3}, Hashes{1, 2, 3}).empty());
    QVERIFY(previewPatch(Hashes{}, Hashes{}).empty());
}

void PreviewPatchTest::exchangesOneBlock()
{
    QCOMPARE(previewPatch(Hashes{1, 2, 3}, Hashes{1, 9, 3}), (std::vector<BlockChange>{{1, 1, 1}}));
}

void PreviewPatchTest::insertsAndRemoves()
{
    QCOMPARE(previewPatch(Hashes{1, 2}, Hashes{1, 7, 8, 2}), (std::vector<BlockChange>{{1, 0, 2}}));
    QCOMPARE(previewPatch(Hashes{1, 7, 8, 2}, Hashes{1, 2}), (std::vector<BlockChange>{{1, 2, 0}}));
    QCOMPARE(previewPatch(Hashes{5, 5}, Hashes{5, 5, 5}), (std::vector<BlockChange>{{2, 0, 1}}));
}

void PreviewPatchTest::leavesBlocksBetweenTwoChangesAlone()
{
    QCOMPARE(previewPatch(Hashes{1, 2, 3, 4, 5}, Hashes{1, 8, 3, 9, 5}),
             (std::vector<BlockChange>{{1, 1, 1}, {3, 1, 1}}));
}

void PreviewPatchTest::makesAnyPageIntoAnyOther()
{
    QRandomGenerator random(7);
    const auto page = [&random] {
        Hashes hashes(random.bounded(8u));
        for (std::uint64_t &hash : hashes)
            hash = random.bounded(4u);
        return hashes;
    };
    for (int i = 0; i < 5000; ++i) {
        const Hashes shown = page();
        const Hashes wanted = page();
        QCOMPARE(patched(shown, wanted), wanted);
    }
}

QTEST_APPLESS_MAIN(PreviewPatchTest)
#include "preview_patch_test.moc"
