"""Names that are ordinary words too: "may visit", "Hope this helps", "Poppy Ward" mean no child."""

from __future__ import annotations

from chronology.seen.family import lists
from chronology.seen.names import name_words
from chronology.seen.words import Words


def only_a_word(words: Words, at: int, name: str, capitals: bool) -> bool:
    """Whether a name that is a word too is one here: "may visit", "Hope this helps", "in May"."""
    if name not in name_words("too") or words.raw[at].casefold() != name:
        return False
    following = words.low[at + 1] if at + 1 < len(words.low) else ""
    if not capitals or next((w for w in words.raw if w.isalpha()), "").islower():
        return _leads(name, following)  # one size of letters throughout
    if not words.raw[at][0].isupper() or following in name_words("things"):
        return True
    before = words.low[at - 1] if at else ""
    if name in name_words("months") and (
        before in name_words("dated") or before[:1].isdigit() or following[:1].isdigit()
    ):
        return True
    opens = not at or words.sentence[at - 1] != words.sentence[at] or before in (":", "-", "\n")
    return opens and _leads(name, following)


def _leads(name: str, following: str) -> bool:
    """Whether a name before such a word is more likely a verb or a thing."""
    if name in name_words("helping"):
        return following not in name_words("acts") and not following.endswith("ed")
    return name in name_words("leading") and (
        following in name_words("goes_on") or following in lists()
    )
