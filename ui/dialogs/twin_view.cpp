// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/twin_view.h"

#include "ui/theme.h"

#include <QCheckBox>
#include <QHeaderView>
#include <QLabel>
#include <QTableWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using State = repair::TwinParagraph::State;

QString signOf(State state)
{
    switch (state) {
    case State::Alike: return u"="_s;
    case State::Differs: return u"≠"_s;
    case State::OnlyOurs: return u"−"_s;
    case State::OnlyTwin: return u"+"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString sentenceOf(State state)
{
    switch (state) {
    case State::Alike: return TwinView::tr("Word by word the same");
    case State::Differs: return TwinView::tr("The copy has other words");
    case State::OnlyOurs: return TwinView::tr("The copy does not have this");
    case State::OnlyTwin: return TwinView::tr("Only the copy has this");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

TwinView::TwinView(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new QLabel(this))
    , m_onlyDifferences(new QCheckBox(tr("&Only what differs"), this))
    , m_table(new QTableWidget(0, 3, this))
{
    m_sentence->setObjectName(u"repair.twinSentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_onlyDifferences->setObjectName(u"repair.onlyDifferences"_s);
    m_onlyDifferences->setChecked(true);
    m_table->setObjectName(u"repair.paragraphs"_s);
    m_table->setAccessibleName(tr("The post and its copy, paragraph by paragraph"));
    m_table->setHorizontalHeaderLabels({tr("As the import left it"), tr("Repaired"), tr("The copy")});
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
    m_fit.setSingleShot(true);
    m_fit.setInterval(0);
    connect(&m_fit, &QTimer::timeout, m_table, &QTableWidget::resizeRowsToContents);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, &m_fit, qOverload<>(&QTimer::start));
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_table->setTabKeyNavigation(false);
    m_table->setWordWrap(true);
    connect(m_onlyDifferences, &QCheckBox::toggled, this, &TwinView::hideAlike);
    connect(m_table, &QTableWidget::itemActivated, this, [this](const QTableWidgetItem *item) {
        if (const session::TextRange place = m_places[item->row()]; place.begin != place.end)
            Q_EMIT placeChosen(place);
    });
    auto *top = new QHBoxLayout;
    top->addWidget(m_sentence, 1);
    top->addWidget(m_onlyDifferences);
    top->setContentsMargins(6, 6, 6, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addLayout(top);
    column->addWidget(m_table, 1);
}

void TwinView::show(const session::RepairPreview &preview)
{
    m_table->setRowCount(0);
    m_places = preview.paragraphPlaces;
    m_isAlike.clear();
    m_differences = 0;
    const QString line = session::twinLine(preview);
    m_sentence->setText(line.isEmpty() ? tr("There is no copy of this post. “Copies…” reads a folder of Markdown or a "
                                            "Blogger export.")
                                       : line);
    for (const repair::TwinParagraph &paragraph : preview.paragraphs)
        addRow(paragraph);
    m_fit.start();
    m_onlyDifferences->setEnabled(m_differences > 0);
    hideAlike();
}

void TwinView::addRow(const repair::TwinParagraph &paragraph)
{
    const bool isAlike = paragraph.state == State::Alike;
    m_isAlike.append(isAlike);
    m_differences += isAlike ? 0 : 1;
    const int row = m_table->rowCount();
    m_table->insertRow(row);
    auto *header = new QTableWidgetItem(signOf(paragraph.state));
    header->setToolTip(sentenceOf(paragraph.state));
    m_table->setVerticalHeaderItem(row, header);
    const QString texts[] = {QString::fromStdString(paragraph.legacy), QString::fromStdString(paragraph.repaired),
                             QString::fromStdString(paragraph.twin)};
    for (int column = 0; column < 3; ++column) {
        auto *item = new QTableWidgetItem(texts[column]);
        item->setTextAlignment(Qt::AlignTop | Qt::AlignLeft);
        item->setData(Qt::AccessibleDescriptionRole, sentenceOf(paragraph.state));
        if (isAlike)
            item->setForeground(coloursOf(palette()).faintText);
        m_table->setItem(row, column, item);
    }
}

void TwinView::hideAlike()
{
    const bool onlyDifferences = m_onlyDifferences->isChecked() && m_differences > 0;
    for (int row = 0; row < m_table->rowCount(); ++row)
        m_table->setRowHidden(row, onlyDifferences && m_isAlike[row]);
}

} // namespace ui
