"""Apostrophes as they were meant: those written with another sign or in another place, and lost.

    wasn`t  mum`s              another sign: an accent, a prime, an opening mark
    was'nt  was,nt  wasn;t     another place or key
    wasn?t  mum�s              lost in a change of program

Read as it stands, each of these but the last would be a child who was seen.
"""

from __future__ import annotations

import re

_ANOTHER = re.compile("(?<=[A-Za-z])[`\u00b4\u02b9\u02bc\u2032\u2018](?=[A-Za-z])")
_GONE = "[?\u00bf\u00d5\ufffd]"  # a Mac's curly apostrophe is \xd5 in Windows' letters
_LOST = re.compile(
    rf"(?<=n){_GONE}(?=t\b(?!=))|(?<=N){_GONE}(?=T\b(?!=))|(?<=[a-z]){_GONE}(?=s\b(?!=))"
    rf"|(?:(?<=\bwe)|(?<=\byou)|(?<=\bthey)){_GONE}(?=(?:re|ve|ll)\b)"
)
_VERB = r"\b(was|were|is|are|has|have|had|do|does|did|could|would|should|must|need)"
_TOO_EARLY = re.compile(rf"{_VERB}['\u2019,;.\"](n)(t)\b", re.IGNORECASE)
_ANOTHER_KEY = re.compile(rf"{_VERB}n(?:[,;.:@\"](t)|['\u2019][yr])\b", re.IGNORECASE)
_SUSPECT = re.compile(
    "[`\u00b4\u02b9\u02bc\u2032\u2018?\u00bf\u00d5\ufffd][A-Za-z]"
    "|['\u2019,;.\"][nN][tT]\\b"
    "|[nN](?:[,;.:@\"][tT]|['\u2019](?:['\u2019][tT]|[yYrR]))\\b"
)
"""What few texts hold: the others are not looked through for each of them."""
_TWICE = re.compile(rf"{_VERB}n['\u2019]{{2}}(t)\b", re.IGNORECASE)


def plain_apostrophes(text: str) -> str:
    """The text with plain apostrophes where they belong; it stays as long as it was."""
    if not _SUSPECT.search(text):
        return text
    text = _LOST.sub("'", _ANOTHER.sub("'", text))
    text = _ANOTHER_KEY.sub(r"\1n't", _TOO_EARLY.sub(r"\1\2'\3", text))
    return _TWICE.sub(r"\1 n't", text)
