"""Options printed on a form, and which of them was taken.

    choice  = "yes" | "no" | tick | cross | { mark option } | { option mark }
    mark    = tick | cross | empty box         [ ] Yes [x] No      Yes ☒ No ☐      ☑

Options that are all printed and none marked ("Y / N"), an empty box and "n/a" are no answer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

YES, NO, NOTHING = "yes", "no", "nothing"
_WORDS = {
    **dict.fromkeys(("yes", "y"), YES),
    **dict.fromkeys(("no", "n"), NO),
    **dict.fromkeys(("na", "nk", "unknown"), NOTHING),
}
_MARKS = {
    **dict.fromkeys("\u2611\u2612\u2713\u2714\u221a\u25a0", YES),
    **dict.fromkeys("\u2717\u2718\u00d7", NO),
    **dict.fromkeys("\u2610\u25a1", NOTHING),
}
_BRACKETS = {"[": "]", "(": ")"}
_TICKS = frozenset(["x", *(mark for mark, is_ in _MARKS.items() if is_ == YES)])
_BETWEEN = frozenset(["/", "|", ",", "\\"])
_WORD = re.compile(r"\w+|[^\w\s]")


def chosen(text: str) -> str:
    """A cell with its printed options replaced by the one that was ticked, "" where none was or
    where it says that nothing is known; else as it is."""
    found = [*_WORD.finditer(text)]
    low = [word[0].lower() for word in found]
    items, end = _items_at(low, 0)
    marks = [told for told, is_mark in items if is_mark]
    options = {told for told, is_mark in items if not is_mark}
    choice = _taken(items)
    if marks and end == len(low):
        if set(marks) == {NOTHING} or _ticked(items) == {NOTHING}:
            return ""
        if not options:
            return choice.capitalize() if low[0] == "[" else text
    if choice in (YES, NO) and ({YES, NO} <= options or (marks and end == len(low))):
        return choice.capitalize() + text[found[end - 1].end() :]
    return text


def choice_at(low: Sequence[str], at: int) -> tuple[str, int]:
    """What was chosen of the options that begin at a word, and where they end; "" for none."""
    items, end = _items_at(low, at)
    return _taken(items), end


def _items_at(low: Sequence[str], at: int) -> tuple[list[tuple[str, bool]], int]:
    """The options and marks (True) that begin at a word, and where they end."""
    items: list[tuple[str, bool]] = []
    end = at
    while end < len(low):
        told, last = _option(low, end)
        if told is None:
            if low[end] not in _BETWEEN or not items:
                break
            last = end + 1
            if last == len(low) or _option(low, last)[0] is None:
                break
        else:
            items.append(told)
        end = last
    return items, end


def _option(low: Sequence[str], at: int) -> tuple[tuple[str, bool] | None, int]:
    """An option or a mark (True) that begins at a word, and where it ends."""
    word = low[at]
    if word in _BRACKETS:
        closed = _BRACKETS[word]
        if low[at + 1 : at + 2] == [closed]:
            return (NOTHING, True), at + 2
        if low[at + 2 : at + 3] != [closed]:
            return None, at
        if low[at + 1] in _TICKS:
            return (YES, True), at + 3
        return ((_WORDS[low[at + 1]], False), at + 3) if low[at + 1] in _WORDS else (None, at)
    if word in _MARKS:
        return (_MARKS[word], True), at + 1
    if word == "n" and low[at + 1 : at + 2] == ["/"] and low[at + 2 : at + 3] in (["a"], ["k"]):
        return (NOTHING, False), at + 3
    return ((_WORDS[word], False), at + 1) if word in _WORDS else (None, at)


def _taken(items: Sequence[tuple[str, bool]]) -> str:
    """Which option was taken: the one beside the only tick, the only one, or none of them."""
    options = [told for told, is_mark in items if not is_mark]
    marks = [told for told, is_mark in items if is_mark]
    if not options or not marks:
        return (options or marks or [""])[0] if len(options or marks) < 2 else NOTHING
    ticked = _ticked(items)
    return ticked.pop() if len(ticked) == 1 else NOTHING


def _ticked(items: Sequence[tuple[str, bool]]) -> set[str]:
    """The options beside a tick."""
    step = 1 if items and items[0][1] else -1  # whether a mark stands before its option
    return {
        items[n + step][0]
        for n, (told, is_mark) in enumerate(items)
        if is_mark and told == YES and 0 <= n + step < len(items)
    }
