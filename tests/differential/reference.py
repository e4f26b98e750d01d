# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""What docutils makes of a text, with the settings our engine's docutils dialect stands for."""
import docutils.core
import docutils.io
import docutils.nodes
import docutils.utils
from docutils.parsers.rst import directives, roles

SETTINGS = {
    "_disable_config": True,
    "report_level": 2,
    "halt_level": 5,
    "warning_stream": "",
    "traceback": True,
    "input_encoding": "unicode",
    "output_encoding": "unicode",
    "file_insertion_enabled": False,
    "raw_enabled": True,
    "syntax_highlight": "none",
    "math_output": "LaTeX",
    "embed_stylesheet": False,
    "stylesheet": "",
    "stylesheet_path": "",
    "initial_header_level": "2",
    "table_style": "",
    "datestamp": None,
    "generator": None,
    "source_link": None,
    "source_url": None,
}

_STANDARD_ROLES = dict(roles._roles)
_STANDARD_DIRECTIVES = dict(directives._directives)


class _Recorder(docutils.utils.Reporter):
    """Keeps every message in the order of issue, those below the report level too."""


def _forget_what_documents_defined():
    roles._roles = dict(_STANDARD_ROLES)
    directives._directives = dict(_STANDARD_DIRECTIVES)


def publish(text, writer):
    """-> (output, [(level, line, first paragraph)]); raises what docutils raises."""
    _forget_what_documents_defined()
    messages = []
    original = docutils.utils.Reporter.system_message

    def recording(self, level, message, *children, **kwargs):
        node = original(self, level, message, *children, **kwargs)
        if level:
            messages.append((level, node.get("line"), node[0].astext() if len(node) else str(message)))
        return node

    docutils.utils.Reporter.system_message = recording
    try:
        if writer == "html5":
            output = docutils.core.publish_parts(text, writer_name=writer, source_path="<string>", settings_overrides=SETTINGS)["html_body"]
        else:
            output = docutils.core.publish_string(text, writer_name=writer, source_path="<string>", settings_overrides=SETTINGS)
    finally:
        docutils.utils.Reporter.system_message = original
    return output, messages
