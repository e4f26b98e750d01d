// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/compare_view.h"

#include "ui/dialogs/difference_colours.h"
#include "ui/preview/preview_view.h"

#include "session/blog.h"

#include <QPlainTextEdit>
#include <QTimer>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

CompareView::CompareView(QWidget *parent)
    : QTabWidget(parent)
    , m_page(new PreviewView(this))
    , m_text(makeDifferenceView(u"compare.text"_s, tr("Difference of the texts"), this))
{
    m_page->setObjectName(u"compare.page"_s);
    addTab(m_page, tr("&Page"));
    addTab(m_text, tr("&Text"));
}

void CompareView::compare(const Comparison &comparison)
{
    session::RenderRequest later = comparison.later;
    later.revision = ++m_latest;
    m_page->setFolder(session::sourceFolder(later.path, *later.blog));
    QtConcurrent::run([earlier = comparison.earlier, later] {
        return session::postDifference(earlier, later);
    }).then(this, [this](const session::PostDifference &difference) {
        if (difference.page->revision == m_latest)
            show(difference);
    });
}

void CompareView::show(const session::PostDifference &difference)
{
    // A fifth of the view shows what comes before it.
    m_page->show(difference.page, difference.places > 0
                                      ? std::optional(PreviewPlace{.block = difference.first, .share = 0.2})
                                      : std::nullopt);
    m_text->setPlainText(difference.text);
    Q_EMIT compared(difference.text.isEmpty() ? tr("The texts are alike.")
                    : difference.places == 0  ? tr("Readers see no difference.")
                    : difference.places == 1  ? tr("The page differs in one place.")
                                              : tr("The page differs in %1 places.").arg(difference.places));
}

void CompareView::showEvent(QShowEvent *event)
{
    QTabWidget::showEvent(event);
    QTimer::singleShot(0, m_page, &PreviewView::start);
}

} // namespace ui
