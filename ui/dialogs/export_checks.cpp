// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/export_checks.h"

#include "ui/section_title.h"
#include "ui/theme.h"

#include "session/export_pictures.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QListWidget>
#include <QMessageBox>
#include <QPushButton>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace ui {

namespace {

using State = publish::Check::State;

QIcon checkIcon(State state, const QPalette &palette)
{
    switch (state) {
    case State::Passed: return themeIcon("checkmark"_L1);
    case State::Warning: return severityIconOfRow(session::Severity::Warning, palette);
    case State::Failed: return severityIconOfRow(session::Severity::Error, palette);
    case State::Unasked: return themeIcon("question"_L1);
    }
    Q_UNREACHABLE_RETURN({});
}

QString checkWord(State state)
{
    switch (state) {
    case State::Passed: return ExportChecks::tr("good");
    case State::Warning: return ExportChecks::tr("doubtful");
    case State::Failed: return ExportChecks::tr("not good");
    case State::Unasked: return ExportChecks::tr("not known");
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

ExportChecks::ExportChecks(QWidget *parent)
    : QWidget(parent)
    , m_checks(new QListWidget(this))
    , m_links(new QPushButton(tr("Check &links"), this))
    , m_pictures(new QPushButton(tr("Bring pi&ctures in…"), this))
    , m_asking(new QLabel(this))
    , m_overrule(new QCheckBox(this))
{
    layOut();
    connect(m_overrule, &QCheckBox::toggled, this, &ExportChecks::acceptanceChanged);
    connect(m_links, &QPushButton::clicked, this, &ExportChecks::checkLinks);
    connect(m_pictures, &QPushButton::clicked, this, &ExportChecks::askForPictures);
    connect(m_checks, &QListWidget::itemActivated, this,
            [this](const QListWidgetItem *item) { activate(m_checks->row(item)); });
}

ExportChecks::~ExportChecks()
{
    m_stop.request_stop();
}

void ExportChecks::layOut()
{
    m_checks->setObjectName(u"export.checks"_s);
    m_checks->setAccessibleName(tr("Checks"));
    m_checks->setWordWrap(true);
    m_checks->setSpacing(1);
    m_links->setObjectName(u"export.links"_s);
    m_links->setAutoDefault(false);
    m_links->setToolTip(tr("Asks the servers that the post links to; nothing else here asks the network"));
    m_pictures->setObjectName(u"export.pictures"_s);
    m_pictures->setAutoDefault(false);
    m_pictures->setToolTip(tr("Fetches the pictures that are on other sites into the blog's folder, after a question"));
    m_asking->setObjectName(u"export.asking"_s);
    m_asking->setForegroundRole(QPalette::PlaceholderText);
    m_asking->setTextFormat(Qt::PlainText);
    m_asking->setWordWrap(true);
    m_asking->hide();
    m_overrule->setObjectName(u"export.overrule"_s);

    auto *ask = new QHBoxLayout;
    ask->addWidget(m_links);
    ask->addWidget(m_pictures);
    ask->addStretch(1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(sectionTitle(tr("Checks"), this));
    column->addWidget(m_checks, 1);
    column->addLayout(ask);
    column->addWidget(m_asking);
    column->addWidget(m_overrule);
    updateButtons();
}

void ExportChecks::show(const session::ExportRequest &request, const session::ExportPreview &preview)
{
    m_stop.request_stop();
    m_stop = {};
    ++m_number;
    m_isAsking = false;
    m_request = request;
    m_preview = preview;
    if (m_shown != preview.plan.checks) // what is known stays known
        m_overrule->setChecked(false);
    m_shown = preview.plan.checks;
    showChecks();
    setReady(true);
}

void ExportChecks::showChecks()
{
    m_checks->clear();
    int doubtful = 0;
    for (const publish::Check &check : m_shown) {
        const QString text = QString::fromStdString(check.text);
        auto *item = new QListWidgetItem(checkIcon(check.state, palette()), text, m_checks);
        item->setData(Qt::AccessibleTextRole, checkWord(check.state) + u": "_s + text);
        item->setToolTip(check.range ? tr("%1; Enter shows the place").arg(checkWord(check.state))
                                     : checkWord(check.state));
        doubtful += check.state == State::Warning || check.state == State::Failed;
    }
    m_overrule->setVisible(doubtful > 0 && !m_preview.plan.isBlocked());
    m_overrule->setText(doubtful == 1 ? tr("I &know about this one, export all the same")
                                      : tr("I &know about these %1, export all the same").arg(doubtful));
    Q_EMIT acceptanceChanged();
}

bool ExportChecks::isAccepted() const
{
    return m_overrule->isHidden() || m_overrule->isChecked();
}

void ExportChecks::setReady(bool isReady)
{
    m_isReady = isReady;
    updateButtons();
}

void ExportChecks::activate(int row)
{
    if (const auto &range = m_shown[std::size_t(row)].range; range && m_isReady)
        Q_EMIT placeWanted(range->begin, range->end);
}

void ExportChecks::checkLinks()
{
    m_isAsking = true;
    m_asking->setText(tr("Asking the servers that the post links to…"));
    updateButtons();
    QtConcurrent::run([post = m_preview.after, request = m_request, stop = m_stop.get_token()] {
        return session::checkPostLinks(post, request.reach, stop);
    }).then(this, [this, number = m_number](const std::vector<publish::Check> &checks) {
        if (number == m_number) // else the post is planned anew, and these are not its checks
            takeLinks(checks);
    });
}

void ExportChecks::takeLinks(const std::vector<publish::Check> &checks)
{
    m_isAsking = false;
    std::erase_if(m_shown, [](const publish::Check &check) { return check.rule == "links"; });
    m_shown.insert(m_shown.end(), checks.begin(), checks.end());
    m_overrule->setChecked(false);
    showChecks();
    updateButtons();
}

void ExportChecks::askForPictures()
{
    const QStringList hosts = session::pictureHostsOf(m_preview.after);
    if (hosts.isEmpty()) { // nobody is asked for what the text holds itself
        bringPictures();
        return;
    }
    auto *question = new QMessageBox(
        QMessageBox::Question, tr("Bring Pictures In"),
        tr("The pictures of this post are fetched from %1, and written into the folder %2 of the blog. The text then "
           "shows them from there; Undo in the text takes that back.")
            .arg(hosts.join(u", "_s), session::pictureFolderOf(m_request, m_preview.plan)),
        QMessageBox::Cancel, this);
    question->setObjectName(u"export.picturesQuestion"_s);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    QPushButton *fetch = question->addButton(tr("&Fetch them"), QMessageBox::AcceptRole);
    fetch->setObjectName(u"export.fetchPictures"_s);
    question->setDefaultButton(fetch);
    connect(fetch, &QPushButton::clicked, this, &ExportChecks::bringPictures);
    question->open();
}

void ExportChecks::bringPictures()
{
    m_isAsking = true;
    m_asking->setText(tr("Fetching pictures…"));
    updateButtons();
    QtConcurrent::run([request = m_request, plan = m_preview.plan, stop = m_stop.get_token()] {
        return session::bringPictures(request, plan, stop);
    }).then(this, [this, number = m_number](const session::BroughtPictures &brought) {
        if (number != m_number)
            return;
        m_isAsking = false;
        updateButtons();
        m_asking->setText(brought.problems.join(u' '));
        m_asking->setVisible(!brought.problems.isEmpty());
        if (brought.text != m_request.text)
            Q_EMIT textChanged(brought.text);
    });
}

void ExportChecks::updateButtons()
{
    const bool canAsk = m_isReady && !m_isAsking && m_preview.after;
    m_links->setEnabled(canAsk);
    m_pictures->setEnabled(canAsk && !m_request.blog->root.empty());
    m_pictures->setVisible(m_preview.after && (!session::pictureHostsOf(m_preview.after).isEmpty() ||
                                               session::holdsPictures(m_preview.after)));
    m_asking->setVisible(m_isAsking || (m_asking->isVisible() && m_isReady));
}

} // namespace ui
