// SPDX-FileCopyrightText: 2026 The Broadside developers
// SPDX-License-Identifier: MIT

#pragma once

class QMainWindow;

namespace session {
struct Settings;
}

namespace ui {

class ArchivePanel;
class DriftCommand;
class ExportCommand;
class HistoryCommand;
class ImportCommand;
class MarkupCommands;
class NameCommands;
class PaneCycle;
class ScrollLink;
class PasteCommands;
class PlaceTips;
class PostCommands;
class PreviewCommands;
class ProblemsPanel;
class ProblemCommands;
class RenameCommand;
class RepairCommand;
class RstCompleter;
class SpellingCommands;
class StructureCommands;
class TextCommands;
class ViewActions;
class WindowDocks;
class WindowTools;
class WritingPane;

/// Whatever owns actions that belong into the menus.
struct WindowCommands {
    session::Settings *settings = nullptr;
    PostCommands *post = nullptr;
    HistoryCommand *history = nullptr;
    ImportCommand *importer = nullptr;
    ExportCommand *exporter = nullptr;
    RepairCommand *repair = nullptr;
    TextCommands *text = nullptr;
    MarkupCommands *markup = nullptr;
    StructureCommands *structure = nullptr;
    WritingPane *writing = nullptr;
    ArchivePanel *archive = nullptr;
    RenameCommand *renamer = nullptr;
    ProblemsPanel *problems = nullptr;
    ProblemCommands *fixes = nullptr;
    SpellingCommands *spelling = nullptr;
    NameCommands *names = nullptr;
    PlaceTips *tips = nullptr;
    PasteCommands *paste = nullptr;
    RstCompleter *completer = nullptr;
    ViewActions *view = nullptr;
    WindowDocks *docks = nullptr;
    PaneCycle *panes = nullptr;
    ScrollLink *scroll = nullptr;
    PreviewCommands *preview = nullptr;
    DriftCommand *drift = nullptr;
    WindowTools *tools = nullptr;
};

/// Fills menu bar and tool bar: the one place that says where each action stands.
void addMenus(QMainWindow *window, const WindowCommands &commands);

} // namespace ui
