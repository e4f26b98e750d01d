# SPDX-FileCopyrightText: 2026 The Broadside developers
# SPDX-License-Identifier: MIT
"""What docutils makes of a text, with the settings our engine's docutils dialect stands for."""
import docutils.core
import docutils.io
import docutils.nodes
import docutils.utils
from docutils.parsers.rst import directives, roles
from docutils.writers import _html_base

SETTINGS = {
    "_disable_config": True,
    "report_level": 2,
    "halt_level": 5,
    "warning_stream": "",
    "traceback": True,
    "input_encoding": "utf-8",  # of included files; the text itself is decoded
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


_starttag = _html_base.HTMLTranslator.starttag


def _starttag_that_keeps_its_arguments(self, node, tagname, suffix="\n", empty=False, **attributes):
    """Without this, docutils gives the classes of one formula to all formulas after it, of other documents too."""
    if "classes" in attributes:
        attributes["classes"] = list(attributes["classes"])
    return _starttag(self, node, tagname, suffix, empty, **attributes)


_html_base.HTMLTranslator.starttag = _starttag_that_keeps_its_arguments
# Files may not be read anyway: whether the machine has the imaging library must not show in a page.
_html_base.PIL = _html_base.PIL or True


def _forget_what_documents_defined():
    roles._roles = dict(_STANDARD_ROLES)
    directives._directives = dict(_STANDARD_DIRECTIVES)


def publish(text, writer, overrides={}):
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
            output = docutils.core.publish_parts(text, writer_name=writer, source_path="<string>", settings_overrides=SETTINGS | overrides)["html_body"]
        else:
            output = docutils.core.publish_string(text, writer_name=writer, source_path="<string>", settings_overrides=SETTINGS | overrides)
    finally:
        docutils.utils.Reporter.system_message = original
    return output, messages
