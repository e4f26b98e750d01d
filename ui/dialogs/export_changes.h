// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

#include "session/post_export.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPlainTextEdit;
class QTabWidget;

namespace ui {

class PreviewView;

/// What an export would change: the files, the difference of the texts, the page before and after, and what the blog's lists
/// and feed will show of it.
class ExportChanges : public QWidget
{
    Q_OBJECT

public:
    ExportChanges(const QString &postPath, std::shared_ptr<const post::BlogConfig> blog, QWidget *parent = nullptr);

    void show(const session::ExportPreview &preview);

private:
    void layOut();
    [[nodiscard]] QWidget *makePages();
    void listFiles(const session::ExportPreview &preview);
    void addFace(PreviewView *view, const QString &name, const QString &label, const QString &about);
    void showCurrent();
    void showPages();
    void showIn(PreviewView *view, const session::RenderingPtr &rendering);

    session::RenderingPtr m_before, m_after, m_cardFace, m_feedFace;
    QString m_postPath;
    std::shared_ptr<const post::BlogConfig> m_blog;
    QLabel *m_title;
    QListWidget *m_files;
    QTabWidget *m_views;
    QPlainTextEdit *m_difference;
    PreviewView *m_pageBefore;
    PreviewView *m_pageAfter;
    QWidget *m_boxBefore;
    QWidget *m_pages;
    PreviewView *m_card;
    PreviewView *m_feed;
};

} // namespace ui
