"""Score the reading of narratives against labelled entries, by value and by child.

python evaluation/run.py FILE or FOLDER ... [--errors] [--dressed | --joined]

--dressed and --joined score a fifth of them as exports dress them, or several put together.
"""

from __future__ import annotations

import json
import re
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from chronology.narrative import read_narrative

Entry = Mapping[str, Any]

SEEN = {"S": "seen", "A": "seen_alone", "N": "not_seen", "-": "not_recorded"}
VIEWS = {"R": "recorded", "T": "sought_but_not_given", "O": "observed", "-": "not_recorded"}


def files(path: Path) -> list[Path]:
    """The labelled files of a folder, or the file itself."""
    return sorted(path.glob("*.txt")) if path.is_dir() else [path]


def load(path: Path) -> list[Entry]:
    """The entries of a .jsonl file or of our own notation (evaluation/README.md)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    if path.suffix == ".jsonl":
        return [json.loads(line) for line in lines if line]
    found: list[Entry] = []
    children: list[str] = []
    unborn: list[str] = []
    for line in lines:
        if line.startswith("family:"):
            names = [n.strip() for n in line.removeprefix("family:").split(",")]
            names.sort(key=lambda name: "*" not in name)
            unborn = [n.strip("()") for n in names if n.startswith("(")]
            children = [n.strip("()") if n.startswith("(") else n.strip("*") for n in names]
        elif line.count("|") >= 3 and not line.startswith("#"):
            name = f"{path.stem}-{len(found) + 1:03d}"
            found.append(_entry(name, line, children, unborn))
    return found


def _entry(name: str, line: str, children: list[str], unborn: list[str]) -> Entry:
    """One line of our notation."""
    agency, seen, views, text = (part.strip() for part in line.split("|", 3))
    value, _, others = seen.partition(" ")
    subject = children[0]
    alone, sighted, unseen = (_others(others, sign, children) for sign in ("++", "+", "-"))
    return {
        "id": name,
        "agency": agency,
        "text": text.removesuffix(" ?"),
        "children": children,
        "index_child": subject,
        "unborn": unborn,
        "seen": SEEN[value],
        "views": VIEWS[views],
        "seen_children": [*([subject] if value in "SA" else []), *alone, *sighted],
        "seen_alone_children": [*([subject] if value == "A" else []), *alone],
        "not_seen_children": [*([subject] if value == "N" else []), *unseen],
        "ambiguous": text.endswith(" ?"),
    }


_OTHER = re.compile(r"(?<!\S)(\+\+|\+|-)(\S.*?)(?=\s+[+-]|$)")


def _others(text: str, sign: str, children: Sequence[str]) -> list[str]:
    """The children that stand behind a sign, by the whole name or one word of it."""
    return [_named(name, children) for mark, name in _OTHER.findall(text) if mark == sign]


def _named(name: str, children: Sequence[str]) -> str:
    """The child of a name; raises ValueError where none or several have it."""
    alike = [c for c in children if c == name] or [c for c in children if name in c.split()]
    if len(alike) != 1:
        raise ValueError(f"'{name}' is no one child of {', '.join(children)}")
    return alike[0]


def question(entry: Entry) -> dict[str, Any]:
    """What the reading is asked of an entry."""
    return {
        "text": entry["text"],
        "children": entry["children"],
        "subject": entry["index_child"],
        "unborn": entry.get("unborn", ()),
        "record_of": entry.get("record_of", "child"),
    }


def predict(entry: Entry) -> dict[str, Any]:
    """What the reading makes of an entry, in the words of the labels."""
    found = read_narrative(**question(entry))
    by = {child: seen.value.value for child, seen in found.seen.items()}
    return {
        "id": entry["id"],
        "seen": by.get(entry["index_child"], "not_recorded"),
        "views": found.views[entry["index_child"]].value.value,
        "seen_children": [c for c, v in by.items() if v in ("seen", "seen_alone")],
        "not_seen_children": [c for c, v in by.items() if v == "not_seen"],
        "evidence": {c: (found.rules[c], s.evidence) for c, s in found.seen.items() if s.evidence},
        "heard": {
            c: (found.views_rules[c], v.evidence) for c, v in found.views.items() if v.evidence
        },
    }


def show(truth: Sequence[Entry], told: Sequence[Entry], name: str) -> None:
    """Print accuracy, recall and precision by value, and by the lists of children."""
    print(f"== {name} ({len(truth)})")
    for key in ("seen", "views"):
        pairs = Counter((t[key], p[key]) for t, p in zip(truth, told, strict=True))
        right = sum(n for (a, b), n in pairs.items() if a == b)
        print(f" {key}: accuracy {right / max(1, len(truth)):.3f}")
        for value in sorted({a for a, _ in pairs}):
            hit = pairs[value, value]
            of = sum(n for (a, _), n in pairs.items() if a == value)
            said = sum(n for (_, b), n in pairs.items() if b == value)
            print(
                f"   {value:22s} n={of:4d} recall {hit / of:.3f} precision {hit / max(1, said):.3f}"
            )
    sighted = ("seen", "seen_alone")
    claimed = [t for t, p in zip(truth, told, strict=True) if p["seen"] in sighted]
    true = sum(t["seen"] in sighted for t in claimed)
    print(f" shown as seen or seen alone and right: {true} of {len(claimed)}"
          f" ({true / max(1, len(claimed)):.3f})")  # fmt: skip
    for key in ("seen_children", "not_seen_children"):
        sets = [(set(t[key]), set(p[key])) for t, p in zip(truth, told, strict=True)]
        both = sum(len(a & b) for a, b in sets)
        of, said = sum(len(a) for a, _ in sets), sum(len(b) for _, b in sets)
        print(f" {key}: recall {both / max(1, of):.3f} precision {both / max(1, said):.3f}")


def show_error(truth: Entry, told: Entry) -> None:
    """Print an entry that was read otherwise than it is labelled, and what the reading rests on."""
    wrong = [k for k in _KEYS if _value(truth[k]) != _value(told[k])]
    if wrong:
        print(truth["id"], "?" if truth.get("ambiguous") else "", truth["text"])
        for key in wrong:
            print(f"     {key}: should be {truth[key]}, read {told[key]}")
        print("    ", told["evidence"], told["heard"])


_KEYS = ("seen", "views", "seen_children", "not_seen_children")


def _value(told: Any) -> Any:
    return sorted(told) if isinstance(told, list) else told


def _varied(entries: list[Entry]) -> list[Entry]:
    """The entries, or what --dressed or --joined makes of a fifth of them."""
    from dressed import dressed  # both of these need this module
    from joined import joined

    if "--dressed" in sys.argv:
        return [*dressed(entries, len(entries) // 5)]
    if "--joined" in sys.argv:
        return [*joined(entries, len(entries) // 5)]
    return entries


def main() -> None:
    """Score the files and folders named, all entries and the clear ones."""
    for name in (a for a in sys.argv[1:] if not a.startswith("--")):
        truth = _varied([entry for path in files(Path(name)) for entry in load(path)])
        told = [predict(entry) for entry in truth]
        show(truth, told, f"{Path(name).name}: all")
        clear = [(t, p) for t, p in zip(truth, told, strict=True) if not t.get("ambiguous")]
        show([t for t, _ in clear], [p for _, p in clear], f"{Path(name).name}: clear only")
        if "--errors" in sys.argv:
            for t, p in zip(truth, told, strict=True):
                show_error(t, p)


if __name__ == "__main__":
    main()
