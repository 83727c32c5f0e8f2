"""What stands round an account and tells nothing: "Recorded by: A Bell. Details: ... Plan: review."

Weighed with the account it makes a reading less sure: of entries that were read rightly, one in
twenty was no more once labels of a record stood before it. Which words, in administrative.toml.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from chronology.seen.wording.grammar import table_of

_FARTHEST = 80
"""Characters of a value or a plan; what goes on longer tells something."""
_PART = re.compile(r"(?<![^.\n ])([SOAP]) ?:")
_A_NOTE = re.compile(r"^\s*S ?: ?.*(?<=[.\n ])[AP] ?:", re.DOTALL)
"""Set out as doctors do: S(ubjective), O(bjective), A(ssessment), P(lan)."""
_QUOTED = re.compile(r"^\s*[\"\u201c(]([^\"\u201c\u201d()]*)[\"\u201d)]\s*$")
_OF_ONESELF = re.compile(r"\b(?:I|[Mm][ey])\b")
_BREAK = re.compile(r" // ")
_PIECE = re.compile(
    r"\([^()\n]{0,60}\)|(?:(?<=[.!?;|)] )|(?<=\n)|^)[^.!?;|()\n]+(?:[.;|]|(?=[(\n]|$))"
)
_DATE = r"\d\d?[/.-]\d\d?[/.-]\d{2,4}"
_WORD = re.compile(r"[a-z&]+(?:-[a-z]+)*(?!\w)|\w+(?:[/:.,]\d+)*")
_DIGIT = re.compile(r"\d")
_BULLET = re.compile(r"(?:(?<=\n)|^)[ \t]*[-*\u2022\u00b7\u25aa\u2013][ \t]+(?=\w)|(?<=\n)[ \t]*\n")
"""Before a line of a list; and a line without words."""
_BEGINS = re.compile(r"(?:(?<=[.!?;|:] )|(?<=\n)|^)[ \t]*(?=[\w\[])")
"""Where a label or a sentence begins."""
_NUMBERED = rf"\d\d?[.)] [^.;|\n]{{0,{_FARTHEST}}}(?:[.;](?:\s+|$)|(?=\n|$))"
_TELEPHONE = re.compile(r"\b0\d[\d ]{8,12}\b")
_PAST = re.compile(r"(?<!\bbe )\b\w+ed\b")
"""What was done; what is to be done is a plan."""
_LEADS_ON = re.compile(r"(?:\b(?:by|with|to|from|for|and|was)|[:,])\s*$", re.I)
"""Before the name of whom it tells: "Seen by", and a name on the next line."""
_FEWEST = 3
"""Words of a sentence of paperwork; what shorter ones tell ("Letter.", "Filed.") was learnt."""
_FEW = 3
"""Words that may stand before who wrote it."""
_TO_THE_END = rf"[^.;|\n]{{0,{_FARTHEST}}}?(?:\.(?=\s|$)|[;|]|(?=\n|$))"
"""Up to the end of the sentence, of the line or of the cell that was put into it."""


def without_administration(text: str, names: Iterable[str] = ()) -> str:
    """The text with spaces for what tells nothing; it stays as long as it was. `names` are the
    children's: where "S:" and "P:" may both be children, they are no parts of a note."""
    note = {letter.lower() for letter in _PART.findall(text)} if _A_NOTE.search(text) else set()
    letters = not note <= {name[:1] for name in names}
    theirs = frozenset(name for name in names if not letters or len(name) > 1)
    text = _BREAK.sub(" .  ", _without_quotes(text, theirs))
    text = _BULLET.sub(lambda found: " " * len(found[0]), text)
    for start in [found.end() for found in _BEGINS.finditer(text)]:
        text = _without_label(text, start, letters, theirs)
    text = _without_writer(_without_paperwork(text, theirs), theirs)
    return text.lstrip().rjust(len(text))


def _without_quotes(text: str, names: frozenset[str]) -> str:
    """An account without the marks or brackets round the whole; what somebody says of themselves,
    "Dad hits me.", may be a child's own words."""
    if not _QUOTED.match(text):
        return text
    words = re.findall(r"\w+", text.lower())
    own = names.isdisjoint(words) and _OF_ONESELF.search(text)
    return text if own else _QUOTED.sub(r" \1 ", text)


def _without_writer(text: str, names: frozenset[str]) -> str:
    """Without who wrote it, at the beginning and at the end: "A Bell, Early Help Practitioner."."""
    for found in _writers().finditer(text):
        if _LEADS_ON.search(text[max(0, found.start() - _FARTHEST) : found.start()]):
            continue
        if len(text[: found.start()].split()) <= _FEW or not text[found.end() :].split():
            words = {*re.findall(r"\w+", found[0].lower())}
            if not words & (names | {*table_of("administrative.toml")["kin"]}):
                text = text[: found.start()] + " " * len(found[0]) + text[found.end() :]
    return text


def _without_paperwork(text: str, names: frozenset[str]) -> str:
    """Without sentences, lines and brackets that are made of words of paperwork alone."""
    ever, at_the_end, between, telling = _paper_words()
    last = True
    for piece in reversed([*_PIECE.finditer(text)]):
        said = _WORD.findall(piece[0].lower().replace("contact record", "record"))
        words = {word for word in said if not _DIGIT.search(word)}
        last = last and words <= at_the_end
        short = len(said) < _FEWEST and not piece[0].startswith("(")
        tells = (
            short or words <= between or not (telling.isdisjoint(said) and names.isdisjoint(said))
        )
        paper = not tells and (last or words <= ever)
        if paper or _TELEPHONE.fullmatch(piece[0].strip(" .")):
            text = text[: piece.start()] + " " * len(piece[0]) + text[piece.end() :]
    return text


def _without_label(text: str, start: int, letters: bool, names: frozenset[str]) -> str:
    """Without the label or plan that begins there, where it tells nothing."""
    for pattern in _patterns(letters):
        found = pattern.match(text, start)
        if found and not _tells(found[0].lower(), names):
            return text[:start] + " " * len(found[0]) + text[found.end() :]
    return text


def _tells(low: str, names: frozenset[str]) -> bool:
    """Whether a value, plan or sentence tells of what was: "Took Theo to A&E.", "Theo smiling"."""
    told, words = table_of("administrative.toml"), {*re.findall(r"\w+", low)}
    if _telling().search(low) or not {*_PAST.findall(low)} <= {*told["of_plans"]}:
        return True
    of_a_child = not words.isdisjoint(names.union(told["child"]))
    return of_a_child and words.isdisjoint(told["ahead"])


@cache
def _paper_words() -> tuple[frozenset[str], ...]:
    """Words of paperwork, those of the last sentences too, what stands between them, and what
    tells something."""
    told = table_of("administrative.toml")
    between = frozenset(told["between"])
    ever = between.union(told["paperwork"])
    return ever, ever.union(told["at_the_end"]), between, frozenset(told["tells"]) - between


@cache
def _writers() -> re.Pattern[str]:
    told = table_of("administrative.toml")
    roles, ranks = _any_of(told["roles"]), _any_of(told["ranks"])
    one = r"[A-Z][a-z][\w'\u2019-]*"
    name = rf"(?:(?:[A-Z]\.? ?){{1,2}}|{one} ){one}"
    role = rf"(?:, (?:[A-Za-z/&-]+ ){{0,3}}|[ \n](?:[A-Z][\w/&-]* ){{0,3}})(?i:{roles})"
    officer = rf"(?:\d\d[:.]?\d\d(?:hrs)? )?(?:{ranks}) (?:\d+ )?[A-Z]\w+(?: writes)?"
    return re.compile(
        rf"(?:(?<=[.|] )|(?<=\n)|^)[ \t]*(?:{name}{role}\s*(?:[.:|]|- |(?=\n|$))|{officer} ?[-:] )"
    )


@cache
def _telling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any_of(table_of('administrative.toml')['tells'])})\b", re.I)


@cache
def _patterns(letters: bool) -> tuple[re.Pattern[str], ...]:
    """What tells nothing; in a doctor's note by `letters` "S:", "O:", "A:" and "P: ..." too."""
    told = table_of("administrative.toml")
    with_value = (*told["with_value"], *told["plans"], *("p" * letters))
    alone = (*told["alone"], *("soa" * letters))
    each = _any_of(told["labels"])
    ways = (
        r"\[[^\]\n]{0,40}\d[^\]\n]{0,20}\]",
        rf"(?:{_any_of(told['plans'])})\s?: ?(?:{_NUMBERED})+",
        rf"(?:{_any_of(with_value)})\s?[:\u2013-] ?{_TO_THE_END}",
        rf"(?:{_any_of(alone)})\s?:",
        r"(?:entry|item|section|(?:case )?note)(?: no\.?)? \d{1,5}[.:](?=\s)",
        rf"(?:(?:{each})\s){{1,6}}(?:{each}|{_DATE})\s?:",
        rf"(?:{_any_of(told['sentences'])})\b{_TO_THE_END}",
    )
    return tuple(re.compile(way, re.IGNORECASE) for way in ways)


def _any_of(words: Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
