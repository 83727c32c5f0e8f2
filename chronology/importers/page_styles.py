"""What the style sheet within a web page hides or strikes through, written on its elements.

.xl66 {text-decoration:line-through}     as Excel saves a struck cell in a page
.note {display:none}                     as systems hide what their reader is not to see
Of several rules the one that is !important, names an element most closely or stands last counts,
as in a browser; rules for printing and for small screens (@media), and forms of rule not known
here, are left out.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_UNSAID = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_BRACE = re.compile(r"([{}])")
_PART = re.compile(r"([a-z][\w-]*|\*)?((?:[.#][\w-]+)*)", re.IGNORECASE)
_MARK = re.compile(r"([.#])([\w-]+)")
_SAYS = re.compile(
    r"(?:^|[;\s])(display|visibility|mso-hide|text-decoration(?:-line)?)\s*:([^;]*)", re.IGNORECASE
)
_ON_SCREEN = re.compile(r"(?:@media )?(?:only )?(?:screen|all)", re.IGNORECASE)
_FIRST = re.compile(r"\s*!\s*important", re.IGNORECASE)
_FEW = 30
"""Elements that a rule may name round one another."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """What a rule says of one element: its tag, its classes and its id."""

    tag: str
    classes: frozenset[str]
    ids: frozenset[str]

    def meets(self, node: Element) -> bool:
        """Whether an element is such a one."""
        return (
            self.tag in ("", node.tag)
            and self.ids <= {node.get("id")}
            and self.classes <= {*(node.get("class") or "").split()}
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Rule:
    """How elements are drawn that are named so: `path` has those round it too, outermost first."""

    path: tuple[_Part, ...]
    told: tuple[tuple[str, str], ...]
    weight: tuple[int, int, int]

    def meets(self, node: Element) -> bool:
        """Whether it is about an element."""
        *wanted, own = self.path
        if not own.meets(node):
            return False
        for above in node.iterancestors() if wanted else ():
            if wanted and wanted[-1].meets(above):
                wanted.pop()
        return not wanted


def write_on_elements(root: Element) -> None:
    """Put what the page's style sheet says of hiding and striking into the elements' own style."""
    rules: dict[str, list[tuple[int, _Rule]]] = defaultdict(list)
    sheets = [one for one in root.iter("style") if _is_for_screens(one.get("media") or "all")]
    every = (rule for one in sheets for rule in _rules("".join(map(str, one.itertext()))))
    for order, rule in enumerate(every):
        own = rule.path[-1]
        rules[min(own.classes, default="") or own.tag].append((order, rule))
    if not rules:
        return
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        names = ("", node.tag, *(node.get("class") or "").split())
        found = [pair for name in names for pair in rules.get(name, ()) if pair[1].meets(node)]
        if found:
            found.sort(key=lambda pair: (pair[1].weight, pair[0]))
            style = node.get("style") or ""
            said = [one for _, rule in found for one in rule.told] + [*_told(style).items()]
            told = dict(sorted(said, key=lambda one: bool(_FIRST.search(one[1]))))
            plain = (f"{name}:{_FIRST.sub('', value)}" for name, value in told.items())
            node.set("style", ";".join([style, *plain]))


def _is_for_screens(media: str) -> bool:
    return any(_ON_SCREEN.fullmatch(one.strip()) for one in media.split(","))


def _told(declared: str) -> dict[str, str]:
    return {found[1].casefold(): found[2].strip().casefold() for found in _SAYS.finditer(declared)}


def _rules(sheet: str) -> Iterator[_Rule]:
    """The rules of a style sheet, but those within others."""
    depth, named = 0, ""
    for piece in _BRACE.split(_UNSAID.sub("", sheet)):
        if piece == "{":
            depth += not (depth == 0 and named.startswith("@") and _is_for_screens(named))
        elif piece == "}":
            depth = max(0, depth - 1)
        elif depth == 0:
            named = piece.rpartition(";")[2].strip()
        elif depth == 1 and not named.startswith("@") and (told := _told(piece)):
            for one in named.split(","):
                if path := _path(one):
                    yield _Rule(path=path, told=tuple(told.items()), weight=_weight(path))


def _path(named: str) -> tuple[_Part, ...]:
    parts = [_PART.fullmatch(part) for part in named.replace(">", " ").split()[:_FEW]]
    return tuple(_part(part) for part in parts if part) if all(parts) else ()


def _part(found: re.Match[str]) -> _Part:
    marks = _MARK.findall(found[2])
    return _Part(
        tag="" if found[1] in (None, "*") else found[1].casefold(),
        classes=frozenset(name for mark, name in marks if mark == "."),
        ids=frozenset(name for mark, name in marks if mark == "#"),
    )


def _weight(path: Sequence[_Part]) -> tuple[int, int, int]:
    """How closely a rule names its element: by ids, classes, tags."""
    return (
        sum(len(part.ids) for part in path),
        sum(len(part.classes) for part in path),
        sum(bool(part.tag) for part in path),
    )
