"""Templates of the pages: files of their own, every word escaped, hashes for the strict policy."""

from __future__ import annotations

import base64
import hashlib
from importlib import resources
from typing import TYPE_CHECKING

from chronology.findings import counted

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup


def environment() -> Environment:
    """The one way in which templates are read: all is escaped, and a missing name is an error."""
    import jinja2  # late: only pages need it

    made = jinja2.Environment(
        loader=jinja2.PackageLoader("caseweave", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.filters["counted"] = counted
    return made


def own_text(*names: str) -> Markup:
    """Styles or script of ours, one file after another, to stand in a page as they are."""
    import markupsafe

    folder = resources.files("caseweave").joinpath("templates")
    return markupsafe.Markup("\n".join(folder.joinpath(n).read_text("utf-8") for n in names))


def policy_hash(text: str) -> str:
    """How a content security policy names an inline style or script."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def css_string(words: str) -> str:
    """Words as a string in a style sheet; nothing in them can end it or the style element."""
    return '"' + "".join(f"\\{ord(c):x} " if not c.isalnum() else c for c in words) + '"'
