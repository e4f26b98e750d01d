// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/rename_dialog.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/dialogs/difference_colours.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSplitter>
#include <QTreeWidget>
#include <QVBoxLayout>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

enum NameColumn : int { NameColumn, CountColumn, OthersColumn };
constexpr auto typingRest = std::chrono::milliseconds(200);

QString kindWord(archive::LabelKind kind)
{
    switch (kind) {
    case archive::LabelKind::Tag: return RenameDialog::tr("Tags");
    case archive::LabelKind::Author: return RenameDialog::tr("Authors");
    case archive::LabelKind::Category: return RenameDialog::tr("Categories");
    case archive::LabelKind::Location: return RenameDialog::tr("Locations");
    case archive::LabelKind::Language: return RenameDialog::tr("Languages");
    case archive::LabelKind::Redirect:
    case archive::LabelKind::Series: break;
    }
    return {};
}

QTreeWidget *makeList(const QString &name, const QString &accessibleName, const QStringList &headers, QWidget *parent)
{
    auto *list = new QTreeWidget(parent);
    list->setObjectName(name);
    list->setAccessibleName(accessibleName);
    list->setRootIsDecorated(false);
    list->setUniformRowHeights(true);
    list->setHeaderLabels(headers);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    list->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    return list;
}

} // namespace

RenameDialog::RenameDialog(session::KnownPostsPtr known, const QString &folder, QWidget *parent)
    : QDialog(parent)
    , m_known(std::move(known))
    , m_folder(folder)
    , m_kinds(new QComboBox(this))
    , m_filter(new QLineEdit(this))
    , m_names(makeList(u"rename.names"_s, tr("Names in the blog"), {tr("Name"), tr("Posts"), tr("Others write")}, this))
    , m_to(new QLineEdit(this))
    , m_posts(makeList(u"rename.posts"_s, tr("Posts that change"), {tr("Post"), tr("Date")}, this))
    , m_difference(makeDifferenceView(u"rename.difference"_s, tr("What changes in this post"), this))
    , m_sentence(new QLabel(this))
    , m_write(new QPushButton(this))
    , m_takeBack(new QPushButton(tr("&Take It All Back"), this))
{
    setObjectName(u"renameDialog"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Rename Tags, Authors and Other Names"));
    for (const archive::LabelOption &option : archive::labelOptions)
        m_kinds->addItem(kindWord(option.kind));
    layOut();
    fillNames();
    m_rest.setSingleShot(true);
    m_rest.setInterval(typingRest);
    connect(&m_rest, &QTimer::timeout, this, &RenameDialog::plan);
    connect(m_kinds, &QComboBox::currentIndexChanged, this, &RenameDialog::fillNames);
    connect(m_filter, &QLineEdit::textChanged, this, &RenameDialog::filterNames);
    connect(m_names, &QTreeWidget::itemChanged, this, &RenameDialog::tickName);
    connect(m_to, &QLineEdit::textChanged, &m_rest, qOverload<>(&QTimer::start));
    connect(m_posts, &QTreeWidget::currentItemChanged, this, &RenameDialog::showDifference);
    connect(m_posts, &QTreeWidget::itemChanged, this, [this] {
        m_remark.clear();
        updateButtons();
    });
    connect(m_write, &QPushButton::clicked, this, &RenameDialog::write);
    connect(m_takeBack, &QPushButton::clicked, this, &RenameDialog::takeBack);
    m_filter->setFocus();
}

QWidget *RenameDialog::makeNames()
{
    m_kinds->setObjectName(u"rename.kind"_s);
    m_kinds->setAccessibleName(tr("Kind of names"));
    m_filter->setObjectName(u"rename.filter"_s);
    m_filter->setAccessibleName(tr("Show names with"));
    m_filter->setPlaceholderText(tr("Show names with…"));
    m_filter->setClearButtonEnabled(true);
    m_to->setObjectName(u"rename.to"_s);
    auto *to = new QLabel(tr("&Write those that are ticked as"), this);
    to->setBuddy(m_to);
    auto *side = new QWidget(this);
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins({});
    auto *head = new QHBoxLayout;
    head->addWidget(m_kinds);
    head->addWidget(m_filter, 1);
    column->addLayout(head);
    column->addWidget(m_names, 1);
    column->addWidget(to);
    column->addWidget(m_to);
    return side;
}

QWidget *RenameDialog::makePosts()
{
    auto *side = new QSplitter(Qt::Vertical, this);
    side->addWidget(m_posts);
    side->addWidget(m_difference);
    side->setChildrenCollapsible(false);
    side->setSizes({260, 320});
    return side;
}

void RenameDialog::layOut()
{
    m_sentence->setObjectName(u"rename.sentence"_s);
    m_sentence->setTextFormat(Qt::PlainText);
    m_sentence->setWordWrap(true);
    m_write->setObjectName(u"rename.write"_s);
    m_takeBack->setObjectName(u"rename.takeBack"_s);
    auto *sides = new QSplitter(this);
    sides->addWidget(makeNames());
    sides->addWidget(makePosts());
    sides->setChildrenCollapsible(false);
    sides->setSizes({420, 660});
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    for (QPushButton *button : {m_takeBack, m_write}) {
        button->setAutoDefault(false);
        buttons->addButton(button, QDialogButtonBox::ActionRole);
    }
    buttons->button(QDialogButtonBox::Close)->setAutoDefault(false); // Return in a field does not close
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->setContentsMargins(18, 18, 18, 14);
    column->addWidget(sides, 1);
    column->addWidget(m_sentence);
    column->addWidget(buttons);
    resizeWithinScreen(this, {1080, 680});
}

void RenameDialog::fillNames()
{
    const archive::LabelKind kind = archive::labelOptions[std::size_t(m_kinds->currentIndex())].kind;
    {
        const QSignalBlocker blocker(m_names);
        m_names->clear();
        for (const archive::LabelCount &known : m_known->labels(kind)) {
            const archive::LabelCount others = m_known->knownSpelling(kind, known.label, {});
            auto *item =
                new QTreeWidgetItem(m_names, {QString::fromStdString(known.label), QString::number(known.posts),
                                              QString::fromStdString(others.label)});
            item->setCheckState(NameColumn, Qt::Unchecked);
            item->setTextAlignment(CountColumn, Qt::AlignRight | Qt::AlignVCenter);
        }
    }
    m_to->clear();
    filterNames();
    plan();
}

void RenameDialog::filterNames()
{
    for (int row = 0; row < m_names->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_names->topLevelItem(row);
        const bool isWanted = item->text(NameColumn).contains(m_filter->text(), Qt::CaseInsensitive);
        item->setHidden(!isWanted && item->checkState(NameColumn) != Qt::Checked);
    }
}

/// The first name that is ticked proposes what it may be written as.
void RenameDialog::tickName(QTreeWidgetItem *item)
{
    if (item->checkState(NameColumn) == Qt::Checked && m_to->text().isEmpty())
        m_to->setText(item->text(OthersColumn).isEmpty() ? item->text(NameColumn) : item->text(OthersColumn));
    plan();
}

QStringList RenameDialog::tickedNames() const
{
    QStringList names;
    for (int row = 0; row < m_names->topLevelItemCount(); ++row) {
        const QTreeWidgetItem *item = m_names->topLevelItem(row);
        if (item->checkState(NameColumn) == Qt::Checked)
            names.append(item->text(NameColumn));
    }
    return names;
}

void RenameDialog::plan()
{
    m_rest.stop();
    const archive::LabelOption &option = archive::labelOptions[std::size_t(m_kinds->currentIndex())];
    publish::LabelRename rename = {.option = std::string(option.option), .to = m_to->text().trimmed().toStdString()};
    for (const QString &name : tickedNames())
        rename.from.push_back(name.toStdString());
    ++m_planNumber;
    if (rename.from.empty() || rename.to.empty()) {
        show({});
        return;
    }
    QtConcurrent::run([known = m_known, folder = m_folder, rename, kind = option.kind] {
        return publish::planLabelRename(rename, std::filesystem::path(folder.toStdString()),
                                        known->pathsWith(kind, rename.from));
    }).then(this, [this, number = m_planNumber](const std::expected<publish::LabelRenamePlan, std::string> &planned) {
        if (number == m_planNumber)
            show(planned);
    });
}

/// The archive's posts by the paths of a plan's files; null for one that the archive does not know.
std::map<std::string, const archive::ArchivedPost *> RenameDialog::postsOf(const publish::LabelRenamePlan &plan,
                                                                           const std::filesystem::path &root) const
{
    std::map<std::string, const archive::ArchivedPost *> posts;
    for (const publish::RenamedFile &file : plan.files)
        posts.emplace(file.path.lexically_relative(root).generic_string(), nullptr);
    for (const archive::ArchivedPost &post : m_known->posts()) {
        if (const auto found = posts.find(post.path); found != posts.end() && found->second == nullptr)
            found->second = &post;
    }
    return posts;
}

void RenameDialog::show(const std::expected<publish::LabelRenamePlan, std::string> &planned)
{
    m_plan = planned.value_or(publish::LabelRenamePlan());
    m_remark = planned ? QString() : QString::fromStdString(planned.error());
    {
        const QSignalBlocker blocker(m_posts);
        m_posts->clear();
        const auto root = std::filesystem::path(m_folder.toStdString());
        const std::map<std::string, const archive::ArchivedPost *> posts = postsOf(m_plan, root);
        for (const publish::RenamedFile &file : m_plan.files) {
            const std::string path = file.path.lexically_relative(root).generic_string();
            const archive::ArchivedPost *post = posts.at(path);
            const bool hasTitle = post != nullptr && !post->title.empty();
            auto *item = new QTreeWidgetItem(
                m_posts, {QString::fromStdString(hasTitle ? post->title : path),
                          post != nullptr ? QString::fromStdString(post->date.substr(0, 10)) : QString()});
            item->setToolTip(0, QString::fromStdString(path));
            item->setCheckState(0, Qt::Checked);
        }
    }
    m_posts->setCurrentItem(m_posts->topLevelItem(0));
    showDifference();
    updateButtons();
}

void RenameDialog::showDifference()
{
    const int row = m_posts->indexOfTopLevelItem(m_posts->currentItem());
    m_difference->setPlainText(row < 0 ? QString() : QString::fromStdString(m_plan.files[std::size_t(row)].difference));
}

std::vector<publish::RenamedFile> RenameDialog::tickedFiles() const
{
    std::vector<publish::RenamedFile> files;
    for (int row = 0; row < m_posts->topLevelItemCount(); ++row) {
        if (m_posts->topLevelItem(row)->checkState(0) == Qt::Checked)
            files.push_back(m_plan.files[std::size_t(row)]);
    }
    return files;
}

void RenameDialog::write()
{
    m_isBusy = true;
    updateButtons();
    const std::vector<publish::RenamedFile> files = tickedFiles();
    QtConcurrent::run([files] {
        return publish::writeLabelRename(files);
    }).then(this, [this, files](const std::expected<void, std::string> &done) {
        m_isBusy = false;
        if (done)
            m_written = files;
        m_remark = done ? tr("%n post(s) were written. No other byte of them has changed.", nullptr, int(files.size()))
                        : QString::fromStdString(done.error());
        updateButtons();
        if (done)
            Q_EMIT written(files);
    });
}

void RenameDialog::takeBack()
{
    if (const auto done = publish::writeLabelRename(publish::reversed(m_written)); !done) {
        m_remark = QString::fromStdString(done.error());
        updateButtons();
        return;
    }
    m_written.clear();
    m_remark = tr("All these posts are as they were.");
    updateButtons();
    Q_EMIT takenBack();
}

void RenameDialog::updateButtons()
{
    const bool isWritten = !m_written.empty();
    const int count = int(tickedFiles().size());
    for (QWidget *input : {static_cast<QWidget *>(m_kinds), static_cast<QWidget *>(m_names),
                           static_cast<QWidget *>(m_to), static_cast<QWidget *>(m_posts)})
        input->setEnabled(!isWritten && !m_isBusy);
    m_write->setText(tr("Write %n P&ost(s)", nullptr, count));
    m_write->setEnabled(count > 0 && !m_isBusy && !isWritten);
    m_takeBack->setEnabled(isWritten && !m_isBusy);
    if (!m_remark.isEmpty()) {
        m_sentence->setText(m_remark);
        return;
    }
    QStringList sentences = {tickedNames().isEmpty()
                                 ? tr("Tick the names that are to be written in another way. Several become one.")
                                 : tr("%n post(s) would change.", nullptr, count)};
    for (const std::string &problem : m_plan.problems)
        sentences.append(QString::fromStdString(problem));
    m_sentence->setText(sentences.mid(0, 4).join(u' '));
}

} // namespace ui
