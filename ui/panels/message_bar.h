// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include <QFrame>
#include <QList>

#include <functional>

class QLabel;
class QPushButton;
class QToolButton;

namespace ui {

/// Something the user can do about a message.
struct Remedy {
    QString name = {}; // of the action, for tests and the keyboard's users: "reload"
    QString label = {};
    std::function<void()> run = {};
};

/// One sentence above the text about something that happened, with what can be done about it. It never takes the
/// keyboard away from who is typing; Escape inside it, or its button, closes it.
class MessageBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind : std::uint8_t { Note, Warning, Error };

    explicit MessageBar(QWidget *parent = nullptr);

    void tell(Kind kind, const QString &sentence, const QList<Remedy> &remedies = {});
    void dismiss();

    /// What it says; empty while it is closed.
    [[nodiscard]] QString sentence() const;

    /// All its rows at the width that it has: panes and docks around it give way, so that no button is cut.
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showKind();

    QLabel *m_icon;
    QLabel *m_sentence;
    QToolButton *m_close;
    QList<QPushButton *> m_remedies;
    Kind m_kind = Kind::Note;
};

} // namespace ui
