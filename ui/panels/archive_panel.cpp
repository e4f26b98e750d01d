// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/archive_panel.h"

#include "ui/models/archive_model.h"
#include "ui/theme.h"

#include "session/blog_archive.h"

#include <QAction>
#include <QComboBox>
#include <QFileInfo>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QProgressBar>
#include <QStyledItemDelegate>
#include <QToolButton>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

constexpr int typingRest = 120; // milliseconds

/// A post's title, and below it, fainter, the words that a search found.
class ArchiveDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        QSize size = QStyledItemDelegate::sizeHint(option, index);
        if (static_cast<const ArchiveModel *>(index.model())->hasHits())
            size.setHeight(2 * option.fontMetrics.height() + 2 * margin);
        return size;
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const QString snippet = static_cast<const ArchiveModel *>(index.model())->snippetAt(index);
        if (snippet.isEmpty() || index.column() != ArchiveModel::TitleColumn) {
            QStyledItemDelegate::paint(painter, option, index);
            return;
        }
        QStyleOptionViewItem item = option;
        initStyleOption(&item, index);
        const QString title = std::exchange(item.text, {});
        item.widget->style()->drawControl(QStyle::CE_ItemViewItem, &item, painter, item.widget);
        const bool isSelected = item.state.testFlag(QStyle::State_Selected);
        const QRect text = item.rect.adjusted(margin, margin, -margin, -margin);
        const int line = item.fontMetrics.height();
        const auto draw = [&](int top, const QColor &colour, const QString &words) {
            painter->setPen(isSelected ? item.palette.color(QPalette::HighlightedText) : colour);
            painter->drawText(QRect(text.left(), top, text.width(), line), Qt::AlignLeft | Qt::AlignVCenter,
                              item.fontMetrics.elidedText(words, Qt::ElideRight, text.width()));
        };
        painter->save();
        draw(text.top(), item.palette.color(QPalette::Text), title);
        draw(text.top() + line, coloursOf(item.palette).faintText, snippet);
        painter->restore();
    }

private:
    static constexpr int margin = 3;
};

} // namespace

ArchivePanel::ArchivePanel(session::BlogArchive *archive, QWidget *parent)
    : QWidget(parent)
    , m_archive(archive)
    , m_model(new ArchiveModel(this))
    , m_search(new QLineEdit(this))
    , m_grouping(new QComboBox(this))
    , m_tree(new QTreeView(this))
    , m_status(new QLabel(this))
    , m_columns(new QAction(themeIcon("view-list-details"_L1), tr("&Columns"), this))
    , m_update(new QAction(themeIcon("view-refresh"_L1), tr("&Look for Changes"), this))
    , m_stop(new QAction(themeIcon("process-stop"_L1), tr("&Stop Reading"), this))
    , m_reading(new QWidget(this))
    , m_progress(new QProgressBar(m_reading))
{
    m_columns->setObjectName(u"archive.columns"_s);
    m_columns->setCheckable(true);
    m_update->setObjectName(u"archive.update"_s);
    m_stop->setObjectName(u"archive.stop"_s);
    m_stop->setEnabled(false);
    m_stop->setToolTip(tr("Stop reading posts; what was read stays"));
    m_progress->setObjectName(u"archive.progress"_s);
    m_progress->setAccessibleName(tr("Posts read"));
    m_progress->setFormat(tr("%v of %m posts"));
    m_search->setObjectName(u"archive.search"_s);
    m_search->setPlaceholderText(tr("Search all posts"));
    m_search->setAccessibleName(tr("Search all posts"));
    m_search->setClearButtonEnabled(true);
    m_search->installEventFilter(this);
    m_grouping->setObjectName(u"archive.grouping"_s);
    m_grouping->setAccessibleName(tr("Posts by"));
    m_grouping->addItems({tr("By year"), tr("By tag"), tr("By author"), tr("By series"), tr("As a table")});
    m_tree->setObjectName(u"archive.tree"_s);
    m_tree->setAccessibleName(tr("Posts of the blog"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new ArchiveDelegate(m_tree));
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setTextElideMode(Qt::ElideRight);
    m_tree->setAllColumnsShowFocus(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setMinimumHeight(2 * fontMetrics().lineSpacing()); // a low screen leaves no more
    m_tree->header()->setStretchLastSection(false);
    m_tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_tree->header()->setSectionResizeMode(ArchiveModel::TitleColumn, QHeaderView::Stretch);
    m_tree->header()->setResizeContentsPrecision(50);
    m_tree->header()->setSortIndicator(-1, Qt::AscendingOrder);
    m_tree->setSortingEnabled(true);
    m_status->setObjectName(u"archive.status"_s);
    m_status->setWordWrap(true);
    m_status->setContentsMargins(6, 3, 6, 3);
    m_status->setForegroundRole(QPalette::PlaceholderText);

    auto *box = new QVBoxLayout(this);
    box->setContentsMargins(4, 4, 4, 0);
    box->setSpacing(4);
    box->addWidget(m_search);
    box->addWidget(m_grouping);
    box->addWidget(m_tree, 1);
    box->addWidget(m_reading);
    box->addWidget(m_status);
    auto *stop = new QToolButton(m_reading);
    stop->setDefaultAction(m_stop);
    stop->setAutoRaise(true);
    auto *reading = new QHBoxLayout(m_reading);
    reading->setContentsMargins({});
    reading->addWidget(m_progress, 1);
    reading->addWidget(stop);
    m_reading->hide();
    setFocusProxy(m_search);

    m_delay.setSingleShot(true);
    m_delay.setInterval(typingRest);
    connect(m_search, &QLineEdit::textChanged, &m_delay, qOverload<>(&QTimer::start));
    connect(&m_delay, &QTimer::timeout, this, &ArchivePanel::startSearch);
    connect(m_grouping, &QComboBox::currentIndexChanged, this, [this](int index) {
        m_model->setGrouping(ArchiveModel::Grouping(index));
        m_columns->setChecked(m_model->grouping() == ArchiveModel::Grouping::None || m_columns->isChecked());
    });
    connect(m_tree, &QTreeView::activated, this, &ArchivePanel::activate);
    connect(m_columns, &QAction::toggled, this, &ArchivePanel::showColumns);
    connect(m_update, &QAction::triggered, archive, &session::BlogArchive::update);
    connect(archive, &session::BlogArchive::changed, this, &ArchivePanel::showPosts);
    connect(m_stop, &QAction::triggered, archive, &session::BlogArchive::stop);
    connect(archive, &session::BlogArchive::progressed, this, &ArchivePanel::showProgress);
    connect(archive, &session::BlogArchive::failed, m_status, &QLabel::setText);
    connect(archive, &session::BlogArchive::searched, this, [this](const std::vector<archive::SearchHit> &hits) {
        m_tree->setUniformRowHeights(false); // snippets take a second line
        m_tree->setRootIsDecorated(false);
        m_model->setHits(hits);
        m_status->setText(hits.empty() ? tr("No post has all these words.") : tr("Posts found: %1").arg(hits.size()));
    });
    showColumns(false);
    showStatus();
}

QByteArray ArchivePanel::state() const
{
    return QByteArray::number(m_grouping->currentIndex()) + (m_columns->isChecked() ? ",columns" : "");
}

void ArchivePanel::restore(const QByteArray &state)
{
    const QList<QByteArray> parts = state.split(',');
    m_grouping->setCurrentIndex(std::clamp(parts.front().toInt(), 0, m_grouping->count() - 1));
    m_columns->setChecked(parts.contains("columns"));
}

bool ArchivePanel::eventFilter(QObject *watched, QEvent *event)
{
    // Down and Return go from the words to what they found.
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_search->text().isEmpty()) {
            m_search->clear();
            return true;
        }
        if ((key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) && m_model->rowCount() > 0) {
            m_tree->setFocus();
            if (!m_tree->currentIndex().isValid())
                m_tree->setCurrentIndex(m_model->index(0, 0));
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void ArchivePanel::showPosts()
{
    const archive::ArchivedPost *current = m_model->postAt(m_tree->currentIndex());
    const std::string path = current ? current->path : std::string();
    QStringList opened;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_tree->isExpanded(m_model->index(row, 0)))
            opened.append(m_model->index(row, 0).data().toString().section(u"  ("_s, 0, 0));
    }
    m_model->setPosts(m_archive->known());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex group = m_model->index(row, 0);
        if (opened.contains(group.data().toString().section(u"  ("_s, 0, 0)))
            m_tree->expand(group);
        for (int post = 0; !path.empty() && post < m_model->rowCount(group); ++post) {
            if (m_model->postAt(m_model->index(post, 0, group))->path == path) {
                m_tree->setCurrentIndex(m_model->index(post, 0, group));
                break;
            }
        }
    }
    if (m_model->hasHits())
        startSearch();
    else
        showStatus();
}

void ArchivePanel::showColumns(bool areShown)
{
    for (int column = ArchiveModel::DateColumn; column < ArchiveModel::ColumnCount; ++column)
        m_tree->setColumnHidden(column, !areShown);
    m_tree->setHeaderHidden(!areShown);
}

void ArchivePanel::startSearch()
{
    m_archive->search(m_search->text());
    if (!m_search->text().trimmed().isEmpty())
        return;
    m_model->clearHits();
    m_tree->setUniformRowHeights(true);
    m_tree->setRootIsDecorated(true);
    showStatus();
}

void ArchivePanel::activate(const QModelIndex &index)
{
    if (const archive::ArchivedPost *post = m_model->postAt(index))
        Q_EMIT postActivated(m_archive->folder() + u'/' + QString::fromStdString(post->path));
    else if (index.isValid())
        m_tree->setExpanded(index.siblingAtColumn(0), !m_tree->isExpanded(index.siblingAtColumn(0)));
}

/// Few documents are read before anybody could stop it.
void ArchivePanel::showProgress(int done, int total)
{
    constexpr int worthShowing = 20;
    const bool isReading = done < total;
    m_stop->setEnabled(isReading);
    if (isReading && total < worthShowing)
        return;
    m_reading->setVisible(isReading);
    m_progress->setMaximum(total);
    m_progress->setValue(done);
    if (!isReading && !m_model->hasHits())
        showStatus();
}

void ArchivePanel::showStatus()
{
    if (m_archive->folder().isEmpty()) {
        m_status->setText(tr("Open a post of a blog, or choose its folder in the menu Archive."));
        return;
    }
    QString text = tr("%1: %2 documents").arg(QFileInfo(m_archive->folder()).fileName()).arg(m_archive->posts().size());
    if (m_archive->wasStopped())
        text += u" · "_s + tr("reading was stopped; “Look for Changes” goes on");
    if (!m_archive->problems().isEmpty())
        text += u" · "_s + tr("left out: %1").arg(m_archive->problems().size());
    m_status->setText(text);
    m_status->setToolTip(m_archive->problems().mid(0, 20).join(u'\n'));
}

} // namespace ui
