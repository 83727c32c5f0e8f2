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
    """A cell with its printed options replaced by the one that was ticked; else as it is."""
    found = [*_WORD.finditer(text)]
    low = [word[0].lower() for word in found]
    choice, end = choice_at(low, 0)
    if choice in (YES, NO) and {YES, NO} <= {_WORDS.get(word) for word in low[:end]}:
        return choice.capitalize() + text[found[end - 1].end() :]
    return text


def choice_at(low: Sequence[str], at: int) -> tuple[str, int]:
    """What was chosen of the options that begin at a word, and where they end; "" for none."""
    items: list[tuple[str, bool]] = []
    end = at
    while end < len(low):
        told, last = _option(low, end)
        if told is None:
            if low[end] not in _BETWEEN or not items:
                break
            last = end + 1
            if _option(low, last)[0] is None if last < len(low) else True:
                break
        else:
            items.append(told)
        end = last
    return _taken(items), end


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
    step = 1 if items[0][1] else -1  # whether a mark stands before its option
    ticked = {
        items[n + step]
        for n, (told, is_mark) in enumerate(items)
        if is_mark and told == YES and 0 <= n + step < len(items)
    }
    return ticked.pop()[0] if len(ticked) == 1 else NOTHING
