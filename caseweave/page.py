"""The chronology as one self-contained page: everything in one file, nothing fetched, ever.

    overview | entries, their lanes along time, the family of that day | coverage | accounts
    findings | sources | about

Rows stand in the page as rows: it reads and prints without script. Script filters them, draws the
lanes and follows the entry in view with the genogram of its day.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from caseweave import version
from caseweave.pages import sections as pagesections
from caseweave.pages.entries import page_rows
from caseweave.pages.family import Drawn, drawn_family
from caseweave.pages.filters import filter_data
from caseweave.templating import css_string, environment, own_text, policy_hash
from chronology.contacts.key_events import is_short
from chronology.coverage import HONESTY
from chronology.glossary import glossary_lines
from chronology.model import Chronology
from chronology.rows.withheld import hidden_words, shows_hidden

if TYPE_CHECKING:
    from markupsafe import Markup

STYLES = ("page.css", "page-entries.css", "page-print.css")
SCRIPTS = ("page-start.js", "page-filters.js", "page-lanes.js", "page-family.js", "page-keys.js")


def write(chronology: Chronology, path: Path, family: Path | None = None) -> None:
    """Write the page; the same chronology and family give the same bytes."""
    drawn = drawn_family(chronology, family)
    style = own_text(*STYLES) + _marked_pages(chronology)
    script = own_text(*SCRIPTS)
    stream = (
        environment()
        .get_template("page.html.j2")
        .stream(
            chronology=chronology,
            case=chronology.case,
            made_by=f"caseweave {version()}",
            style_text=style,
            style_hash=policy_hash(style),
            script_text=script,
            script_hash=policy_hash(script),
            cut=is_short(chronology),
            overview=pagesections.overview(chronology),
            rows=page_rows(chronology),
            drawn=drawn,
            still=still(chronology, drawn),
            coverage=pagesections.coverage(chronology),
            groups=pagesections.groups(chronology),
            differences=pagesections.differences(chronology),
            findings=pagesections.findings(chronology),
            glossary=glossary_lines(chronology),
            hidden_words=hidden_words(chronology),
            shows_hidden=shows_hidden(chronology),
            honesty=HONESTY,
            data_text=embedded(page_data(chronology, drawn)),
        )
    )
    stream.enable_buffering(200)
    with path.open("wb") as file:
        stream.dump(file, encoding="utf-8")


def page_data(chronology: Chronology, drawn: Drawn | None) -> dict[str, object]:
    """What the script works with: numbers to filter by, and the drawing of each day."""
    incident = chronology.case.review.incident
    return filter_data(chronology) | {
        "incident": incident.toordinal() if incident else 0,
        "born": [c.born.toordinal() if c.born else 0 for c in chronology.case.children],
        "subject": next((n for n, c in enumerate(chronology.case.children) if c.subject), 0),
        "familyDays": drawn.days if drawn else {},
        "familyLines": drawn.lines if drawn else [],
    }


def embedded(data: object) -> str:
    """JSON that can stand inside a script element: no < that could end it."""
    told = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return told.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


def still(chronology: Chronology, drawn: Drawn | None) -> int:
    """The day whose family stands in the page as it opens and prints: the incident, or the last."""
    incident = chronology.case.review.incident
    if not drawn or not drawn.days:
        return 0
    return incident.toordinal() if incident else max(drawn.days)


def _marked_pages(chronology: Chronology) -> Markup:
    """The rule that prints the marking and the draft at the top and foot of every page."""
    from markupsafe import Markup

    marking, draft = chronology.case.classification, f"draft {chronology.draft}"
    font = "font: bold 8pt sans-serif;"
    rule = (
        f"@page {{ @top-center {{ content: {css_string(marking)}; {font} }} "
        f"@bottom-center {{ content: {css_string(marking)}; {font} }} "
        f"@bottom-left {{ content: {css_string(draft)}; font: 8pt sans-serif; }} }}"
    )
    return Markup("\n" + rule)
