// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/panels/metadata_form.h"

#include "ui/panels/archive_advice.h"
#include "ui/panels/date_field.h"
#include "ui/panels/elided_label.h"
#include "ui/panels/fitting_area.h"
#include "ui/panels/label_field.h"
#include "ui/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QCompleter>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QLabel *caption(const QString &text, QWidget *buddy, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    label->setBuddy(buddy);
    return label;
}

QStringList labelsOf(const QString &value)
{
    QStringList labels;
    for (const QString &part : value.split(u',')) {
        if (const QString label = part.simplified(); !label.isEmpty())
            labels.append(label);
    }
    return labels;
}

} // namespace

MetadataForm::MetadataForm(QWidget *parent)
    : QWidget(parent)
    , m_expand(new QAction(themeIcon("view-form"_L1), tr("Post &Form"), this))
    , m_arrow(new QToolButton(this))
    , m_summary(new ElidedLabel(this))
    , m_advice(new ArchiveAdvice(this))
    , m_make(new QPushButton(tr("Make it a post"), this))
    , m_area(new FittingArea(this))
    , m_fields(new QWidget(m_area))
    , m_moreFields(new QWidget(m_fields))
    , m_more(new QPushButton(m_fields))
    , m_date(new DateField(m_fields))
    , m_meaning(new ElidedLabel(m_fields))
{
    setObjectName(u"form"_s);
    setAccessibleName(tr("Metadata of the post"));
    m_expand->setObjectName(u"form.expand"_s);
    m_expand->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_M));
    m_expand->setCheckable(true);
    m_expand->setChecked(true);
    connect(m_expand, &QAction::toggled, this, &MetadataForm::setExpanded);
    connect(m_arrow, &QToolButton::clicked, m_expand, &QAction::trigger);
    connect(m_make, &QPushButton::clicked, this, &MetadataForm::postRequested);
    connect(m_more, &QPushButton::toggled, this, &MetadataForm::showMore);
    connect(m_date, &DateField::dateEdited, this,
            [this](const QString &text) { Q_EMIT fieldEdited(session::dateField, text); });
    connect(m_date, &DateField::dayTyped, this, [this](QDate day) {
        m_meaning->setLine(day.isValid() ? tr("That is %1.").arg(QLocale().toString(day, QLocale::LongFormat))
                                         : m_values.meaning);
    });
    setFocusProxy(m_date->textField());
    layOut();
    showMore(false);
    showSummary();
}

void MetadataForm::layOut()
{
    m_arrow->setAutoRaise(true);
    m_arrow->setArrowType(Qt::DownArrow);
    m_arrow->setText(tr("Post"));
    m_arrow->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_arrow->setAccessibleName(tr("Show or hide the form"));
    m_arrow->setToolTip(tr("Show or hide the form (%1)").arg(m_expand->shortcut().toString(QKeySequence::NativeText)));
    m_summary->setObjectName(u"form.summary"_s);
    m_meaning->setObjectName(u"form.meaning"_s);
    m_meaning->setMinimumHeight(m_meaning->fontMetrics().height()); // also without words: nothing below it may move
    m_make->setObjectName(u"form.make"_s);
    m_more->setObjectName(u"form.more"_s);
    m_more->setCheckable(true);
    m_more->setFlat(true);

    auto *head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 4, 0); // as the fields below
    head->addWidget(m_arrow);
    head->addWidget(m_summary, 1);
    head->addWidget(m_advice, 1);
    head->addWidget(m_make);

    m_area->setWidget(m_fields);
    auto *grid = new QGridLayout(m_fields);
    grid->setContentsMargins(6, 2, 4, 4);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(3, 1);
    grid->addWidget(caption(tr("Date"), m_date->textField(), m_fields), 0, 0);
    auto *dateRow = new QHBoxLayout;
    dateRow->addWidget(m_date);
    dateRow->addStretch(1);
    grid->addLayout(dateRow, 0, 1, 1, 3);
    grid->addWidget(m_meaning, 1, 1, 1, 3);
    addLabels(grid, 2, 0, 3, u"tags"_s, tr("Tags"))->setPlaceholder(tr("Add a tag"));
    // Names are long: of people, and longer of the groups they write for.
    addLabels(grid, 3, 0, 3, u"author"_s, tr("Author"))->setPlaceholder(tr("Add an author"));
    addLabels(grid, 4, 0, 1, u"location"_s, tr("Location"))->setPlaceholder(tr("Add a place"));
    addLabels(grid, 4, 2, 1, u"language"_s, tr("Language"))->setPlaceholder(tr("Add a language"));
    addLabels(grid, 5, 0, 1, u"category"_s, tr("Category"))->setPlaceholder(tr("Add a category"));
    addText(grid, 5, 2, u"excerpt"_s, tr("Excerpt"), tr("paragraphs"))
        ->setToolTip(tr("How many paragraphs lists and feeds show. Without a number the site decides."));
    dateRow->addWidget(m_more);
    grid->addWidget(m_moreFields, 6, 0, 1, 4);

    auto *more = new QGridLayout(m_moreFields);
    more->setContentsMargins({});
    more->setHorizontalSpacing(8);
    more->setVerticalSpacing(6);
    more->setColumnStretch(1, 1);
    more->setColumnStretch(3, 1);
    addText(more, 0, 0, u"title"_s, tr("Title in lists"), tr("the heading"));
    addText(more, 0, 2, u"image"_s, tr("Image"), tr("number of the picture in the excerpt"));
    addText(more, 1, 0, u"redirect"_s, tr("Redirect"), tr("former addresses"));
    addText(more, 1, 2, u"canonical_link"_s, tr("Canonical link"), tr("address of the original"));
    addText(more, 2, 0, u"external_link"_s, tr("External link"), tr("lists lead there instead"));
    addFlag(more, 3, u"exclude"_s, tr("Keep the directive's own text out of the page"));
    addFlag(more, 4, u"nocomments"_s, tr("No comments below the post"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(10, 6, 10, 6);
    column->setSpacing(4);
    column->addLayout(head);
    column->addWidget(m_area);
}

LabelField *MetadataForm::addLabels(QGridLayout *grid, int row, int column, int columnSpan, const QString &name,
                                    const QString &label)
{
    auto *field = new LabelField(m_fields);
    field->setObjectName(u"form."_s + name);
    field->setAccessibleName(label);
    for (QLineEdit *input : field->findChildren<QLineEdit *>())
        input->installEventFilter(this);
    connect(field, &LabelField::labelsEdited, this, [this, name](const QStringList &labels) {
        Q_EMIT fieldEdited(name, labels.isEmpty() ? std::nullopt : std::optional(labels.join(u", "_s)));
    });
    grid->addWidget(caption(label, field, m_fields), row, column);
    grid->addWidget(field, row, column + 1, 1, columnSpan);
    m_labels.append({name, field});
    return field;
}

QLineEdit *MetadataForm::addText(QGridLayout *grid, int row, int column, const QString &name, const QString &label,
                                 const QString &hint)
{
    auto *field = new QLineEdit(grid->parentWidget());
    field->setObjectName(u"form."_s + name);
    field->setAccessibleName(label);
    field->setPlaceholderText(hint);
    field->installEventFilter(this);
    connect(field, &QLineEdit::editingFinished, this, [this, name, field] { commitText({name, field}); });
    grid->addWidget(caption(label, field, grid->parentWidget()), row, column);
    grid->addWidget(field, row, column + 1);
    m_texts.append({name, field});
    return field;
}

void MetadataForm::addFlag(QGridLayout *grid, int row, const QString &name, const QString &label)
{
    auto *field = new QCheckBox(label, grid->parentWidget());
    field->setObjectName(u"form."_s + name);
    connect(field, &QCheckBox::clicked, this, [this, name](bool isChecked) {
        Q_EMIT fieldEdited(name, isChecked ? std::optional(QString()) : std::nullopt);
    });
    grid->addWidget(field, row, 1, 1, 3);
    m_flags.append({name, field});
}

void MetadataForm::setValues(const session::MetadataValues &values)
{
    m_values = values;
    m_isKnown = true;
    m_date->setFormat(values.dateFormat);
    m_date->setDate(values.date, values.day);
    for (const LabelRow &row : std::as_const(m_labels))
        row.field->setLabels(labelsOf(values.options.value(row.name)));
    for (const TextRow &row : std::as_const(m_texts)) {
        const QString value = values.options.value(row.name);
        const bool isTyping = row.field->hasFocus() && row.field->isModified();
        if (isTyping || row.field->text() == value)
            continue;
        row.field->setText(value);
    }
    for (const FlagRow &row : std::as_const(m_flags))
        row.field->setChecked(values.options.contains(row.name));
    showSummary();
}

void MetadataForm::clear()
{
    setValues({});
    m_isKnown = false;
    showSummary();
}

void MetadataForm::setSuggestions(const session::KnownLabels &known)
{
    const QMap<QString, std::vector<session::KnownLabel>> byName{{u"tags"_s, known.tags},
                                                                 {u"author"_s, known.authors},
                                                                 {u"location"_s, known.locations},
                                                                 {u"category"_s, known.categories},
                                                                 {u"language"_s, known.languages}};
    for (const LabelRow &row : std::as_const(m_labels))
        row.field->setSuggestions(byName.value(row.name));
}

void MetadataForm::commit()
{
    m_date->commit();
    for (const LabelRow &row : std::as_const(m_labels))
        row.field->commit();
    for (const TextRow &row : std::as_const(m_texts))
        commitText(row);
}

void MetadataForm::setExpanded(bool isExpanded)
{
    m_isExpanded = isExpanded;
    m_expand->setChecked(isExpanded);
    m_arrow->setArrowType(isExpanded ? Qt::DownArrow : Qt::RightArrow);
    showSummary();
}

void MetadataForm::setRoom(int height)
{
    const QMargins margins = layout()->contentsMargins();
    m_area->setRoom(height - margins.top() - m_arrow->sizeHint().height() - layout()->spacing() - margins.bottom());
}

void MetadataForm::commitText(const TextRow &row)
{
    const QString value = row.field->text().simplified();
    row.field->setModified(false);
    if (value != m_values.options.value(row.name).simplified())
        Q_EMIT fieldEdited(row.name, value.isEmpty() ? std::nullopt : std::optional(value));
}

void MetadataForm::showMore(bool isShown)
{
    m_moreFields->setVisible(isShown);
    m_more->setText(isShown ? tr("Less") : tr("More…"));
}

void MetadataForm::showSummary()
{
    m_area->setVisible(m_isExpanded && m_values.hasPost);
    m_advice->setVisible(m_isExpanded && m_values.hasPost);
    m_summary->setVisible(m_advice->isHidden());
    m_make->setVisible(m_isKnown && !m_values.hasPost);
    m_arrow->setEnabled(m_values.hasPost);
    m_meaning->setLine(m_values.meaning);

    const Colours colours = coloursOf(palette());
    QPalette tinted = m_meaning->palette();
    const bool isBad = m_values.dateState == session::DateState::Unreadable;
    const bool isDoubtful = m_values.dateState == session::DateState::Unsteady;
    tinted.setColor(QPalette::WindowText, isBad ? colours.error : isDoubtful ? colours.warning : colours.faintText);
    m_meaning->setPalette(tinted);

    QStringList parts;
    if (!m_isKnown) {
        // Nothing to say before the text was read.
    } else if (!m_values.hasPost) {
        parts.append(tr("This text does not say that it is a post, so the blog would not list it."));
    } else if (!m_isExpanded) {
        parts.append(m_values.date.isEmpty() ? tr("Draft") : m_values.date);
        for (const auto name : {"author"_L1, "tags"_L1, "location"_L1}) {
            if (const QString value = m_values.options.value(name); !value.isEmpty())
                parts.append(value);
        }
    }
    m_summary->setLine(parts.join(u" · "_s));
}

bool MetadataForm::eventFilter(QObject *watched, QEvent *event)
{
    // A field has its own undo only while something is typed and not yet in the text; then the text's undo serves.
    if (event->type() != QEvent::ShortcutOverride && event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto *field = qobject_cast<QLineEdit *>(watched);
    const auto *key = static_cast<QKeyEvent *>(event);
    const bool isUndo = key->matches(QKeySequence::Undo);
    if (!field || field->isModified() || (!isUndo && !key->matches(QKeySequence::Redo)))
        return QWidget::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        isUndo ? Q_EMIT undoRequested() : Q_EMIT redoRequested();
    event->accept();
    return true;
}

void MetadataForm::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(coloursOf(palette()).border);
    painter.drawLine(0, height() - 1, width(), height() - 1);
}

} // namespace ui
