// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/dialogs/about.h"

#include <QApplication>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace ui {

void showAbout(QWidget *parent)
{
    auto *box = new QMessageBox(QMessageBox::NoIcon, QMessageBox::tr("About Broadside"),
                                u"<h3>Broadside %1</h3>"_s.arg(QApplication::applicationVersion()) +
                                    QMessageBox::tr("<p>An editor for announcement posts in reStructuredText.</p>"
                                                    "<p>© 2026 The Broadside developers. MIT License.</p>"),
                                QMessageBox::Close, parent);
    box->setObjectName(u"about"_s);
    box->setIconPixmap(QApplication::windowIcon().pixmap(64, 64));
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->open();
}

} // namespace ui
