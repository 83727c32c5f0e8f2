"""A narrative as words: which clause and sentence each stands in, and what is quoted.

Nothing is interpreted here. Offsets are those of the text as sent, so that evidence can be quoted.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.shorthand import spelt_out
from chronology.seen.wording.spelling import as_spelt

# A line that goes on in lower case is the same sentence, wrapped.
_WORD = re.compile(
    r"[A-Za-z]+(?![\w'\u2019])|[^\W\d_]+(?:['\u2019][^\W\d_]+)*\d*"  # the first is the quicker
    r"|\d+(?:[.:/,]\d+)*%?[A-Za-z]*|\n(?=\s*[^\sa-z])|[^\w\s]|_"
)
_SHORT_FORM = re.compile(r"(he|she|they|i|we|who)(['\u2019](?:d|s|ll|ve|re|m))", re.IGNORECASE)
_SENTENCE, _CLAUSE, _TIGHT, _JOIN, _DOUBLE, _SINGLE = 1, 2, 3, 4, 5, 6
_MARKS = {
    **dict.fromkeys(".!?;\n", _SENTENCE),
    **dict.fromkeys(",:()\u2013\u2014", _CLAUSE),
    **dict.fromkeys("-/", _TIGHT),
    **dict.fromkeys('"\u201c\u201d', _DOUBLE),
    **dict.fromkeys("'\u2018\u2019", _SINGLE),
    **dict.fromkeys(grammar("joins"), _JOIN),
}  # fmt: skip
_SHORTENED = grammar("shortened")
_QUOTING = frozenset("\"\u201c\u201d'\u2018\u2019\n")
_CLOSING = re.compile(r"[\w.!?,]['\u2019](?!\w)")


@dataclass(slots=True)
class Words:
    """Parallel lists, one item per word or mark: a list of small objects measured half as fast."""

    text: str
    low: list[str]
    raw: list[str]
    clause: list[int]
    sentence: list[int]
    quoted: list[bool]
    opens: list[int]
    """The first word of each clause."""
    found: list[tuple[int, int]] = field(default_factory=list)
    """What spans() has found."""

    @property
    def clauses(self) -> int:
        """How many clauses there are."""
        return self.clause[-1] + 1 if self.clause else 0

    @property
    def sentences(self) -> int:
        """How many sentences there are."""
        return self.sentence[-1] + 1 if self.sentence else 0

    def within(self, sentence: int) -> range:
        """Where the words of a sentence stand."""
        return range(bisect_left(self.sentence, sentence), bisect_right(self.sentence, sentence))

    def said_in(self, sentence: int) -> list[str]:
        """The words of a sentence, in lower case."""
        here = self.within(sentence)
        return self.low[here.start : here.stop]

    def before(self, at: int) -> list[str]:
        """The words of a sentence that stand before one of it."""
        return self.low[self.within(self.sentence[at]).start : at]

    def spans(self) -> list[tuple[int, int]]:
        """The characters of each word; found when wanted, for few narratives need them."""
        if self.found:
            return self.found
        found, find, at = self.found, self.text.find, 0
        for word in self.raw:
            start = find(word, at)
            if start < 0:  # the full stop that split() adds
                start = at = len(self.text)
            else:
                at = start + len(word)
            found.append((start, at))
        return found


def past_brackets(low: Sequence[str], at: int) -> int:
    """The word behind brackets that open at a word; the word itself where none do."""
    if low[at : at + 1] == ["("] and ")" in low[at:]:
        return low.index(")", at) + 1
    return at


_EMPHASIS = re.compile(r"(?<!\w)(\*{1,3}|_{1,3})(?=\w)([^*_\n]{1,60}?)(?<=\w)\1(?!\w)")
_BRACKETED = re.compile(r"\((not?)\)", re.IGNORECASE)


def without_emphasis(text: str) -> str:
    """The text with spaces for the marks of words set off, **not** and (not); as long as it was."""
    bare = _EMPHASIS.sub(lambda f: f"{f[1]}{f[2]}{f[1]}".replace(f[1], " " * len(f[1])), text)
    return _BRACKETED.sub(r" \1 ", bare)


_MOST_WORDS = 8
_A_STOP = re.compile(r"[.;!?\n](?!\s*$)(?!\d)")
_NEXT = re.compile(r"(?<=[a-z\d)]) (?=([A-Z][a-z]+)\b(?!['\u2019]))")


def with_stops(text: str) -> str:
    """The text with full stops for the spaces before words with which sentences begin, where a
    longer text has none at all: "Seen at home Mum present Baby asleep". As long as it was."""
    if len(text.split()) < _MOST_WORDS or _A_STOP.search(text):
        return text
    return _NEXT.sub(lambda found: "." if _begins(found) else " ", text)


def _begins(found: re.Match[str]) -> bool:
    before = found.string[: found.start()].rsplit(" ", 1)[-1].lower()
    return found[1].lower() in grammar("begins") and before not in grammar("leads_on")


def split(text: str, names: Collection[str] = ()) -> Words:
    """Cut a narrative into words with their clause, sentence and whether they are in quotes;
    `names` are those of the family, in lower case."""
    raw = _WORD.findall(text)
    apostrophes = "'" in text or "\u2019" in text
    if apostrophes:
        raw = _apart(raw)
    if raw and raw[-1] not in ".!?":
        raw.append(".")  # a text without its last full stop ends there all the same
    low = " ".join(raw).lower().split(" ") if raw else []  # no word has a space in it
    if "\u2019" in text:
        low = [word.replace("\u2019", "'") for word in low]
    spelt = spelt_out(text, raw, low)
    if spelt:
        raw, low = spelt.raw, spelt.low
    low = as_spelt(low, names, raw)
    words = Words(text, low, raw, [], [], [False] * len(low), [0], spelt.spans if spelt else [])
    if apostrophes or '"' in text or "\u2018" in text or "\u201c" in text:
        _quotes(words)
    _number(words)
    return words


def _apart(raw: list[str]) -> list[str]:
    """ "she'd" as she and 'd, so that "she" is somebody."""
    found: list[str] = []
    for word in raw:
        short = _SHORT_FORM.fullmatch(word) if "'" in word or "\u2019" in word else None
        if short:
            found += (short[1], short[2])
        else:
            found.append(word)
    return found


def _quotes(words: Words) -> None:
    """Mark the words in quotation marks; an unclosed mark quotes to its line's end."""
    quoted, text = words.quoted, words.text
    marks = [i for i, word in enumerate(words.low) if word in _QUOTING]
    spans = words.spans() if any(_MARKS.get(words.low[i]) == _SINGLE for i in marks) else []
    inside, begun = "", 0
    for i in marks:
        mark = _MARKS.get(words.low[i])
        if mark == _DOUBLE:
            if inside == "double":
                quoted[begun : i + 1] = [True] * (i + 1 - begun)
                inside = ""
            elif not inside:
                inside, begun = "double", i
        elif mark == _SINGLE:
            start, end = spans[i]
            if inside == "single":
                quoted[begun : i + 1] = [True] * (i + 1 - begun)
                inside = ""
            elif (
                not inside
                and (start == 0 or text[start - 1] in " \t\n(:")
                and _CLOSING.search(text, end)
            ):
                inside, begun = "single", i
        elif inside:
            quoted[begun:i] = [True] * (i - begun)
            inside = ""
    if inside:
        quoted[begun:] = [True] * (len(quoted) - begun)


def _number(words: Words) -> None:
    """Number clauses and sentences, from mark to mark: all words up to one stand alike."""
    clause = sentence = done = 0
    fresh = True
    low, raw, quoted = words.low, words.raw, words.quoted
    clauses, sentences, opens = words.clause, words.sentence, words.opens
    marks = _MARKS
    for i in [i for i, word in enumerate(low) if word in marks]:
        mark = marks[low[i]]
        fresh = fresh and i == done
        if mark == _JOIN and not fresh and not quoted[i]:
            clauses += [clause] * (i - done)
            sentences += [sentence] * (i - done)
            done = i
            clause += 1
            opens.append(i)
        fresh = False
        if quoted[i]:
            ends = mark == _DOUBLE and _ends_sentence(words, i)
        else:
            ends = mark == _SENTENCE and not (low[i] == "." and _is_short(low, raw, i))
        if ends or (
            not quoted[i] and (mark == _CLAUSE or (mark == _TIGHT and not _inside_word(words, i)))
        ):
            clauses += [clause] * (i + 1 - done)
            sentences += [sentence] * (i + 1 - done)
            done = i + 1
            clause, sentence, fresh = clause + 1, sentence + ends, True
            opens.append(done)
    clauses += [clause] * (len(low) - done)
    sentences += [sentence] * (len(low) - done)


def _ends_sentence(words: Words, i: int) -> bool:
    """A closing quotation mark after a full stop, with a capital following."""
    if i == 0 or words.low[i - 1] not in ".!?" or i + 1 >= len(words.raw):
        return False
    return words.raw[i + 1][:1].isupper()


def _is_short(low: list[str], raw: list[str], i: int) -> bool:
    """The full stop of an abbreviation or an initial: "Mr. D. telephoned"."""
    if i == 0:
        return False
    if low[i - 1] in _SHORTENED:
        return True
    following = raw[i + 1] if i + 1 < len(raw) else ""
    return len(raw[i - 1]) == 1 and raw[i - 1].isupper() and following[:1].islower()


def _inside_word(words: Words, i: int) -> bool:
    """A hyphen or slash with no space round it, as in day-trip or o/e."""
    before = words.raw[i - 1] if i else ""
    after = words.raw[i + 1] if i + 1 < len(words.raw) else ""
    return bool(before and after) and f"{before}{words.raw[i]}{after}" in words.text
