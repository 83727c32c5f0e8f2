"""Case notes printed as paragraphs with labels: rows of a label and its value (forms.py).

Date: 12/03/2021        Each is a form. What has no label goes on from the value above it; a name
Notes: Seen at home.    alone over forms says whom they are about (named.py).
Entry 2
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from chronology.importers.beginnings import date_before, is_date
from chronology.importers.lists import ENDS, FEWEST, read_list
from chronology.importers.logs import FEWEST_TIMES, with_days
from chronology.importers.named import Names, heading_parts
from chronology.importers.paragraphs import one_cell
from chronology.importers.rows import EMPTY, UNMARKED, Cell, Row, Table, text_at, text_of

_LABELLED = re.compile(
    r"\W{0,3}(?P<label>[A-Z][\w /&'()?-]{1,40}?)[\s._\u2026]*:\s*(?P<value>\S.*)?", re.DOTALL
)
_DATE_LABEL = re.compile(r"(?:date|when|(?:\w+ ){1,2}(?:date|start))\b", re.IGNORECASE)
_ANY_DATE = re.compile(r"(?:date|when)\b", re.IGNORECASE)
_ANOTHER = re.compile(
    r"(?:\s{2,}|\t)(?=(?:[\w/]+ ){0,3}(?:date|time|start|end|finish|type|worker|officer|author|by|"
    r"staff|location|venue|outcome|duration|method|status|agency|role|ref|no|id|seen|alone|present|"
    r"user|practitioner|clinician)\s*:)",
    re.IGNORECASE,
)
"""Between two labels with their values in one line: 'Date: 12/03/2021  Time: 10:00'."""
_MOST_WORDS = 6
"""Of a value in such a line; more of them are an account."""
_FEWEST_FORMS = 2
_BETWEEN = re.compile(
    r"[\W_]{3,}|(?:entry|contact|note|record|event|case note)s?\W*(?:no\.?|number)?\s*\d*\W*"
    r"|[\W_]*\d{1,4}[\W_]+|[\W_]+\d{1,4}",
    re.IGNORECASE,
)
"""What stands between two forms and belongs to neither."""


def forms_and_list(
    name: str, paragraphs: Sequence[Row], names: Names, *, wrapped: bool = False
) -> tuple[Table | None, Table | None]:
    """The paragraphs as forms, and as a list of entries (lists.py); None for what they are not."""
    dated, said, led = with_days(paragraphs)
    fewest = FEWEST_TIMES if led else FEWEST
    listed = read_list(name, dated, wrapped=wrapped, names=names, fewest=fewest)
    if listed and said:
        listed = replace(listed, remarks=(*said, *listed.remarks))
    return read_labels(name, paragraphs, names), listed


def read_labels(name: str, paragraphs: Sequence[Row], names: Names) -> Table | None:
    """Paragraphs such as 'Date: 12/03/2021' and 'Notes: seen' as rows of a label and its value.

    None where hardly any of them is labelled as the date and says one, or more of them begin with a
    date than are labelled 'Contact date' or the like.
    """
    headings = heading_parts(paragraphs, list(_begin_forms(paragraphs)), names)
    rows: list[Row] = []
    open_form = False
    dates = begun = 0
    for at, row in enumerate(paragraphs):
        cell = row.cells[0] if row.cells else EMPTY
        text = text_of(cell.value)
        found, beside = _LABELLED.fullmatch(text), _beside(cell)
        if at in headings:
            open_form = False
            rows.append(replace(row, aside="", band=True))
        elif row.aside not in ("", "paragraph") or (not text and cell.marks is UNMARKED):
            rows.append(replace(row, aside=row.aside if text else ""))
        elif open_form and ENDS.match(text):
            open_form = False
            rows.append(replace(row, aside="paragraph"))
        elif beside:
            open_form = True
            dates += any(_DATE_LABEL.match(one) and is_date(told) for one, told in beside)
            cells = tuple(Cell(part or None) for pair in beside for part in pair)
            rows.append(replace(row, aside="", band=False, cells=cells))
        elif found:
            open_form = True
            dates += bool(_DATE_LABEL.match(found["label"])) and is_date(found["value"] or "")
            value = Cell(found["value"], cell.marks)
            rows.append(replace(row, aside="", band=False, cells=(Cell(found["label"]), value)))
        elif open_form and not row.band and not _BETWEEN.fullmatch(text):
            begun += date_before(text) is not None
            above = max(i for i, one in enumerate(rows) if len(one.cells) > 1)
            label, value, *more = rows[above].cells
            if more:  # a line of short values: what follows it tells what happened
                rows.append(replace(row, aside="", cells=(Cell("Details"), cell)))
                continue
            rows[above] = replace(
                rows[above], cells=(label, one_cell([value, cell], [False, False]))
            )
        else:
            rows.append(replace(row, aside="" if open_form else "paragraph"))
    listed = begun > dates and not any(_ANY_DATE.match(text_at(row, 0)) for row in rows)
    return Table(name=name, rows=tuple(rows)) if dates >= _FEWEST_FORMS and not listed else None


def _beside(cell: Cell) -> list[tuple[str, str]]:
    """The labels and short values of a line that holds several; none of any other."""
    parts = _ANOTHER.split(text_of(cell.value)) if cell.marks is UNMARKED else []
    found = [match for part in parts if (match := _LABELLED.fullmatch(part.strip()))]
    pairs = [(match["label"], match["value"] or "") for match in found]
    short = all(len(value.split()) <= _MOST_WORDS and value[-1:] != "." for _, value in pairs)
    return pairs if len(parts) > 1 and len(found) == len(parts) and short else []


def _begin_forms(paragraphs: Sequence[Row]) -> Iterator[bool]:
    """Of each paragraph whether a form begins at it, or its label stands in most of the forms."""
    texts = [text_of(row.cells[0].value) if row.cells else "" for row in paragraphs]
    labels = [found["label"].casefold() if (found := _LABELLED.fullmatch(t)) else "" for t in texts]
    often = Counter(filter(None, labels))
    forms = max((n for label, n in often.items() if _DATE_LABEL.match(label)), default=0)
    first = next((label for label in labels if label and often[label] >= forms), "")
    return (bool(label) and (label == first or 2 * often[label] > forms) for label in labels)
