// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/settings_dialog.h"

#include "ui/dialogs/dialog_size.h"
#include "ui/panels/elided_label.h"
#include "ui/shortcuts.h"
#include "ui/theme.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

QString keysOf(const QAction *action)
{
    return QKeySequence::listToString(action->shortcuts(), QKeySequence::NativeText);
}

/// A text without the mark of its key.
QString withoutMark(QString text)
{
    return text.remove(u'&');
}

} // namespace

SettingsDialog::SettingsDialog(session::Settings *settings, Shortcuts *shortcuts, QMainWindow *window)
    : QDialog(window)
    , m_settings(settings)
    , m_shortcuts(shortcuts)
    , m_search(new QLineEdit(this))
    , m_form(new QFormLayout)
    , m_actions(new QTreeWidget(this))
    , m_key(new QKeySequenceEdit(this))
    , m_assign(new QPushButton(tr("&Assign"), this))
    , m_reset(new QPushButton(tr("&Default"), this))
    , m_conflict(new QLabel(this))
{
    setObjectName(u"settings"_s);
    setWindowTitle(tr("Settings"));
    setAttribute(Qt::WA_DeleteOnClose);
    m_search->setObjectName(u"settings.search"_s);
    m_search->setPlaceholderText(tr("Search the settings and shortcuts"));
    m_search->setAccessibleName(tr("Search the settings"));
    m_search->setClearButtonEnabled(true);
    connect(m_search, &QLineEdit::textChanged, this, &SettingsDialog::filter);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addLayout(m_form);
    addSettings(window);
    addShortcuts();
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    column->addWidget(buttons);
    resizeWithinScreen(this, {640, 560});
}

void SettingsDialog::addSettings(QMainWindow *window)
{
    auto *colours = new QComboBox(this);
    colours->setObjectName(u"settings.colours"_s);
    colours->setAccessibleName(tr("Colours"));
    for (const QString &name : {u"view.systemColours"_s, u"view.light"_s, u"view.dark"_s}) {
        if (auto *action = window->findChild<QAction *>(name)) {
            colours->addItem(action->icon(), withoutMark(action->text()), name);
            if (action->isChecked())
                colours->setCurrentIndex(colours->count() - 1);
        }
    }
    connect(colours, &QComboBox::activated, window, [window, colours](int index) {
        if (auto *action = window->findChild<QAction *>(colours->itemData(index).toString()))
            action->trigger();
    });
    m_form->addRow(tr("Colours:"), colours);
    for (const QString &name :
         {u"editor.wrap"_s, u"editor.focus"_s, u"editor.typewriter"_s, u"spelling.check"_s, u"problems.prose"_s}) {
        if (auto *action = window->findChild<QAction *>(name))
            addSwitch(action);
    }
    auto *restores = new QCheckBox(tr("Open the posts of the last time when Broadside starts"), this);
    restores->setObjectName(u"settings.restoresSession"_s);
    restores->setChecked(m_settings->restoresSession);
    connect(restores, &QCheckBox::toggled, this, [this](bool isOn) { m_settings->restoresSession = isOn; });
    m_form->addRow(QString(), restores);
    if (auto *blog = window->findChild<QAction *>(u"file.blogFolder"_s)) {
        auto *button = new QPushButton(blog->icon(), withoutMark(blog->text()), this);
        button->setObjectName(u"settings.blogFolder"_s);
        connect(button, &QPushButton::clicked, blog, &QAction::trigger);
        auto *field = new QWidget(this);
        auto *row = new QHBoxLayout(field);
        row->setContentsMargins({});
        auto *folder = new ElidedLabel(field); // a path may be of any length
        folder->setObjectName(u"settings.blogPath"_s);
        folder->setLine(m_settings->blogFolder.isEmpty() ? tr("none yet") : m_settings->blogFolder);
        row->addWidget(folder, 1);
        row->addWidget(button);
        m_form->addRow(tr("Blog folder:"), field);
    }
}

void SettingsDialog::addSwitch(QAction *action)
{
    auto *box = new QCheckBox(withoutMark(action->text()), this);
    box->setObjectName(u"settings."_s + action->objectName());
    box->setChecked(action->isChecked());
    box->setToolTip(action->toolTip());
    connect(box, &QCheckBox::toggled, action, &QAction::setChecked);
    connect(action, &QAction::toggled, box, &QCheckBox::setChecked);
    m_form->addRow(QString(), box);
}

void SettingsDialog::addShortcuts()
{
    m_actions->setObjectName(u"settings.shortcuts"_s);
    m_actions->setAccessibleName(tr("Shortcuts"));
    m_actions->setHeaderLabels({tr("Action"), tr("Keys")});
    m_actions->setRootIsDecorated(false);
    m_actions->setUniformRowHeights(true);
    m_actions->header()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (qsizetype i = 0; i < m_shortcuts->actions().size(); ++i) {
        const ListedAction &listed = m_shortcuts->actions()[i];
        if (!listed.action)
            continue;
        auto *item = new QTreeWidgetItem(m_actions, {listed.menu + u" › "_s + listed.text, keysOf(listed.action)});
        item->setIcon(0, listed.action->icon().isNull() ? blankIcon() : listed.action->icon());
        item->setData(0, Qt::UserRole, i);
    }
    m_key->setObjectName(u"settings.key"_s);
    m_key->setAccessibleName(tr("New keys"));
    m_key->setMaximumSequenceLength(1);
    m_key->setClearButtonEnabled(true);
    m_assign->setObjectName(u"settings.assign"_s);
    m_reset->setObjectName(u"settings.reset"_s);
    m_conflict->setObjectName(u"settings.conflict"_s);
    m_conflict->setWordWrap(true);
    connect(m_actions, &QTreeWidget::currentItemChanged, this, &SettingsDialog::showKeys);
    connect(m_key, &QKeySequenceEdit::keySequenceChanged, this, &SettingsDialog::offerKey);
    connect(m_assign, &QPushButton::clicked, this, &SettingsDialog::assign);
    connect(m_reset, &QPushButton::clicked, this, [this] {
        if (QAction *action = chosen())
            m_shortcuts->reset(action);
        showKeys();
    });
    auto *keys = new QHBoxLayout;
    keys->addWidget(m_key, 1);
    keys->addWidget(m_assign);
    keys->addWidget(m_reset);
    auto *column = static_cast<QVBoxLayout *>(layout());
    column->addWidget(m_actions, 1);
    column->addLayout(keys);
    column->addWidget(m_conflict);
    m_actions->setCurrentItem(m_actions->topLevelItem(0));
}

void SettingsDialog::filter(const QString &words)
{
    for (int row = 0; row < m_form->rowCount(); ++row) {
        const QWidget *label = m_form->itemAt(row, QFormLayout::LabelRole)
                                   ? m_form->itemAt(row, QFormLayout::LabelRole)->widget()
                                   : nullptr;
        const auto *box = qobject_cast<QAbstractButton *>(m_form->itemAt(row, QFormLayout::FieldRole)->widget());
        ListedAction texts;
        texts.text = box ? box->text() : QString();
        if (const auto *text = qobject_cast<const QLabel *>(label))
            texts.menu = text->text();
        m_form->setRowVisible(row, matches(texts, words));
    }
    for (int row = 0; row < m_actions->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_actions->topLevelItem(row);
        ListedAction listed = m_shortcuts->actions()[item->data(0, Qt::UserRole).toInt()];
        listed.text += u' ' + item->text(1); // a key can be searched for as well
        item->setHidden(!matches(listed, words));
    }
    chooseShown();
}

/// Keys are never given to an action that is out of sight.
void SettingsDialog::chooseShown()
{
    if (m_actions->currentItem() && !m_actions->currentItem()->isHidden())
        return;
    QTreeWidgetItem *shown = nullptr;
    for (int row = 0; row < m_actions->topLevelItemCount() && !shown; ++row) {
        if (!m_actions->topLevelItem(row)->isHidden())
            shown = m_actions->topLevelItem(row);
    }
    m_actions->setCurrentItem(shown);
}

QAction *SettingsDialog::chosen() const
{
    const QTreeWidgetItem *item = m_actions->currentItem();
    return item ? m_shortcuts->actions()[item->data(0, Qt::UserRole).toInt()].action : nullptr;
}

void SettingsDialog::showKeys()
{
    for (int row = 0; row < m_actions->topLevelItemCount(); ++row) {
        QTreeWidgetItem *item = m_actions->topLevelItem(row);
        if (const QAction *action = m_shortcuts->actions()[item->data(0, Qt::UserRole).toInt()].action)
            item->setText(1, keysOf(action));
    }
    const QAction *action = chosen();
    m_key->setKeySequence(action ? action->shortcut() : QKeySequence());
    offerKey(m_key->keySequence());
}

void SettingsDialog::offerKey(const QKeySequence &key)
{
    const QAction *action = chosen();
    const QAction *owner = m_shortcuts->ownerOf(key, action);
    m_conflict->setText(
        owner ? tr("“%1” has these keys. Assigning them takes them away there.").arg(withoutMark(owner->text()))
              : QString());
    m_assign->setEnabled(action && key != action->shortcut());
    m_reset->setEnabled(action && action->shortcuts() != m_shortcuts->defaultKeys(action));
}

void SettingsDialog::assign()
{
    if (QAction *action = chosen())
        m_shortcuts->assign(action, m_key->keySequence());
    showKeys();
}

} // namespace ui
