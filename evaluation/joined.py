"""Entries of one family and agency, one after the other, as one entry: most of what is recorded
tells of several things, and one of them is the contact.

What is said of a child in the whole is the most that is said in any part: seen alone, seen, not
seen, not recorded; the child's own views, sought, observed, not recorded.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from typing import Any

import run

_SEEN = ("seen_alone", "seen", "not_seen", "not_recorded")
_VIEWS = ("recorded", "sought_but_not_given", "observed", "not_recorded")
LONGEST = 60
"""In words, what is joined to others."""


def joined(entries: Sequence[run.Entry], count: int, seed: int = 9) -> Iterator[run.Entry]:
    """So many entries of two or three parts; a half of the parts say nothing of who was seen."""
    chance = random.Random(seed)
    alike: dict[Any, dict[bool, list[run.Entry]]] = {}
    for entry in entries:
        if entry.get("ambiguous") or len(entry["text"].split()) > LONGEST:
            continue
        key = (*entry["children"], "", *entry.get("unborn", ()), "", entry["agency"])
        silent = entry["seen"] == "not_recorded"
        alike.setdefault(key, {True: [], False: []})[silent].append(entry)
    families = [of for of in alike.values() if len(of[True]) > 1 and of[False]]
    weights = [min(len(of[True]), 12) for of in families]
    for of in chance.choices(families, weights, k=count):
        parts = [chance.choice(of[True]), chance.choice(of[chance.random() < 0.25])]
        if chance.random() < 0.25:
            parts.append(chance.choice(of[True]))
        chance.shuffle(parts)
        yield _one(parts)


def _one(parts: Sequence[run.Entry]) -> run.Entry:
    """Several entries as one."""
    seen = {child for part in parts for child in part["seen_children"]}
    unseen = {child for part in parts for child in part["not_seen_children"]}
    ends = [part["text"] + "." * (part["text"][-1] not in ".!?\"'") for part in parts]
    return {
        **parts[0],
        "text": " ".join(ends),
        "seen": min((part["seen"] for part in parts), key=_SEEN.index),
        "views": min((part["views"] for part in parts), key=_VIEWS.index),
        "seen_children": sorted(seen),
        "not_seen_children": sorted(unseen - seen),
    }
