"""Answers without a name in one child's own record, in a row that tells of another child.

A school may send one chronology for a child and its brothers and sisters. "Orla absent, unwell."
with No under Child seen, in Jade's record, says nothing about Jade: such an answer is queried.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from chronology.findings import Remark
from chronology.model import Child
from chronology.values.children_named import twins_of

_OPENER = (
    r"(?:[^.:;\n]{0,40}?\b(?:visit|call|contact|appointment|session|meeting|clinic|school|nursery|"
    r"class|review|e-?mail|text)\b\s*[.:;,\n\u2013-]+\s*)?"
)
_EVERYBODY = r"(?:all|children|kids|siblings|everyone|everybody)"
_TWINS = ("Twins", "The twins", "Both twins")
CODES = {"seen-whose": "seen-of-another-child", "views-whose": "views-of-another-child"}


def opens_with_another(
    words: Mapping[str, str], *, own: str | None, children: Sequence[Child]
) -> str:
    """The other child with whose name a row's event opens, where no word of the row is of `own`."""
    if own is None:
        return ""
    event = words.get("event", "")
    names = {name: c.label for c in children for name in c.all_names if len(name) > 1}
    mine = [re.escape(name) for name, label in names.items() if label == own]
    twins = twins_of(children)
    if twins and own not in twins:
        names |= dict.fromkeys(_TWINS, "the twins")
    named = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    opening = re.match(rf"\W*{_OPENER}({named})(?!\w)", event)
    if not opening or names[opening[1]] == own:
        return ""
    told = f"{words.get('subject', '')}\n{event}"
    too = re.search(rf"(?<!\w)(?:{'|'.join([*mine, _EVERYBODY])})(?!\w)", told, re.I)
    return "" if too else names[opening[1]]


def as_anothers(remark: Remark, *, own: str, other: str) -> Remark:
    """The query about an answer that says not which child, as one about `own` or the `other`."""
    if remark.code not in CODES:
        return remark
    said = remark.message.partition(" does not say which")[0]
    return replace(
        remark,
        code=CODES[remark.code],
        message=f"{said} stands in {own}'s record, in a row that opens with {other}; left as not "
        "recorded.",
        remedy="Ask the agency which child it is about. A column headed 'Child' or 'Pupil' that "
        "names the child of each row settles it.",
    )
