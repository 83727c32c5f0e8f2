"""A narrative as words: which clause and sentence each stands in, and what is quoted.

Nothing is interpreted here. Offsets are those of the text as sent, so that evidence can be quoted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from chronology.seen.grammar import grammar

# A line that goes on in lower case is the same sentence, wrapped.
_WORD = re.compile(
    r"(?:[Hh]e|[Ss]he|[Tt]hey|I|i|[Ww]e|[Ww]ho|HE|SHE|THEY|WE)(?=['\u2019](?:d|s|ll|ve|re|m|D|S|LL|VE|RE|M)\b)|"
    r"['\u2019](?:d|ll|ve|re|m|D|LL|VE|RE|M)\b|(?<=[eEyYoOiI])['\u2019][sS]\b|"
    r"\d+(?:[.:/,]\d+)*%?[A-Za-z]*|[^\W\d_]+(?:['\u2019][^\W\d_]+)*\d*|\n(?=\s*[^\sa-z])|[^\w\s]|_"
)
_SENTENCE, _CLAUSE, _TIGHT, _JOIN, _DOUBLE, _SINGLE, _QUOTE_END = 1, 2, 3, 4, 5, 6, 7
_MARKS = {
    **dict.fromkeys(".!?;\n", _SENTENCE),
    **dict.fromkeys(",:()\u2013\u2014", _CLAUSE),
    **dict.fromkeys("-/", _TIGHT),
    **dict.fromkeys('"\u201c\u201d', _DOUBLE),
    **dict.fromkeys("'\u2018\u2019", _SINGLE),
    **dict.fromkeys(grammar("joins"), _JOIN),
}  # fmt: skip
_SHORTENED = grammar("shortened")
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

    def spans(self) -> list[tuple[int, int]]:
        """The characters of each word; found when wanted, for few narratives need them."""
        found = [word.span() for word in _WORD.finditer(self.text)]
        return [*found, (len(self.text), len(self.text))]


def split(text: str) -> Words:
    """Cut a narrative into words with their clause, sentence and whether they are in quotes."""
    raw = _WORD.findall(text)
    if raw and raw[-1] not in ".!?":
        raw.append(".")  # a text without its last full stop ends there all the same
    low = [word.lower().replace("\u2019", "'") for word in raw]
    words = Words(text, low, raw, [], [], [False] * len(low), [0])
    if '"' in text or "'" in text or "\u2018" in text or "\u201c" in text or "\u2019" in text:
        _quotes(words)
    _number(words)
    return words


def _quotes(words: Words) -> None:
    """Mark the words in quotation marks; an unclosed mark quotes to its line's end."""
    quoted, text = words.quoted, words.text
    inside = ""
    for i, found in enumerate(_WORD.finditer(text)):
        word = words.low[i]
        mark = _MARKS.get(word)
        if mark == _DOUBLE:
            inside = "" if inside == "double" else "double"
            quoted[i] = True
        elif mark == _SINGLE or word == "'":
            start = found.start()
            if inside == "single":
                inside = ""
                quoted[i] = True
            elif not inside and (start == 0 or text[start - 1] in " \t\n(:"):
                inside = "single" if _CLOSING.search(text, found.end()) else ""
                quoted[i] = bool(inside)
        elif word == "\n":
            inside = ""
        elif inside:
            quoted[i] = True


def _number(words: Words) -> None:
    clause = sentence = 0
    fresh = True
    low, raw, quoted = words.low, words.raw, words.quoted
    clauses, sentences, opens = words.clause, words.sentence, words.opens
    marks = _MARKS
    for i, word in enumerate(low):
        mark = marks.get(word)
        if mark is None or quoted[i]:
            clauses.append(clause)
            sentences.append(sentence)
            fresh = False
            if mark == _DOUBLE and _ends_sentence(words, i):
                clause, sentence, fresh = clause + 1, sentence + 1, True
                opens.append(i + 1)
            continue
        if mark == _JOIN and not fresh:
            clause += 1
            opens.append(i)
        clauses.append(clause)
        sentences.append(sentence)
        fresh = False
        if mark == _SENTENCE:
            if word == "." and _is_short(low, raw, i):
                continue
            clause, sentence, fresh = clause + 1, sentence + 1, True
            opens.append(i + 1)
        elif mark == _CLAUSE or (mark == _TIGHT and not _inside_word(words, i)):
            clause, fresh = clause + 1, True
            opens.append(i + 1)


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
