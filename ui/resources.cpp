// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#include "ui/resources.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QTranslator>

using namespace Qt::StringLiterals;

// The macro declares a function where it stands, which must be outside of all namespaces. Without the call the linker
// would drop what nobody seems to use.
static void initResources()
{
    Q_INIT_RESOURCE(resources);
    Q_INIT_RESOURCE(translations);
}

namespace ui {

void loadResources()
{
    initResources();
}

void loadTranslations()
{
    const auto install = [](const QLocale &locale) {
        auto *translator = new QTranslator(QCoreApplication::instance());
        if (translator->load(locale, u"broadside"_s, u"_"_s, u":/translations"_s))
            QCoreApplication::installTranslator(translator);
    };
    install(QLocale(QLocale::English)); // what the user's language has no words for
    install(QLocale());
}

} // namespace ui
