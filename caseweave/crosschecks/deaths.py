"""Deaths told of in rows, of somebody named or of somebody's relation, against the genogram.

who died               "Alun died", "Mum's dad passed away last week", "Alun, found dead on 3 May"
death of who           "death of Alun", "since losing her mum", "the children lost their grandad"
who's death, funeral   "Alun's funeral", "her nan's death in March"
since who went         "two years since Alun went", of somebody whose death is recorded
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.kinship import partners
from caseweave.crosschecks.lives import overlap
from caseweave.crosschecks.people import Known, Mention, Row, place, sentence
from caseweave.crosschecks.said_when import date_said
from caseweave.crosschecks.spoken import by_role
from chronology.dates import Precision, When, in_words, parse_when

_THEN = (
    r"(?:\s*\([^)]*\)|\s+[A-Z]{2,})?(?:,?\s+(?:who|which|that|sadly|suddenly|just|recently|also|"
    r"since|has|had|have|was|is|were|been|being|later|then|now|both|collapsed\s+and)\b)*"
    r"(?:,[^,.;]{2,40},(?:\s+(?:has|had|was|is))?)?,?\s+"
)
_PASSED = (
    r"passed\s+(?:away|on\b(?!\s+(?:to|the|a|his|her|my|our)\b))|passed(?=[.;]|\s+(?:last|this)\s|"
    r"\s+in\s+(?:her|his)\s+sleep|"
    r"\s+in\s+(?:the\s+)?(?:spring|summer|autumn|winter|hospital|hospice|[A-Z][a-z]+\s+\d{4}|"
    r"\d{4}))"
)
_DIED = re.compile(
    rf"^(?:{_THEN}|\s*\(\s*)(?P<word>died(?!\s+(?:his|her|their|it)\b)|stillborn|{_PASSED}|"
    rf"killed(?!\s+(?:time|it|off))|"
    r"dead(?!\s+(?:set|tired|drunk|ends?|weight|lock|beat|against|on|in\s+love|pan|line|good))|"
    r"deceased|(?:found|pronounced|confirmed|declared)\s+(?:dead|deceased|hang\w+)|"
    r"took\s+(?:his|her)\s+own\s+life|lost\s+(?:his|her)\s+(?:battle|fight|life))\b",
)
_WENT = re.compile(r"^\s+(?:went|left\s+us|passed|was\s+taken|died|has\s+been\s+gone|had\s+gone)\b")
_SINCE = re.compile(r"\bsince\s+(?:(?:his|her|their)\s+)?(?:\w+\s+)?$", re.I)
_THEIRS = r"(?:(?:his|her|their)\s+(?:own\s+|late\s+)?)?(?:(?:\w+)\s+)?"
_DEATH_OF = re.compile(
    rf"\b(?:death(?:\s+certificate)?|passing|funeral|burial|cremation|murder|suicide)\s+(?:of|"
    rf"for)\s+{_THEIRS}$",
    re.I,
)
_LOSS_OF = re.compile(
    r"\b(?:(?:lost|losing)\s+(?:a|an|her|his|their)\s+(?:\w+\s+)?\w+,\s+|(?:lost|losing|loss\s+of|"
    r"griev\w+\s+(?:for|over)|mourn\w*(?:\s+for)?|buried|bereaved\s+of)"
    rf"\s+{_THEIRS})$",
    re.I,
)
_LATE = re.compile(r"(?:\b(?:his|her|their|the|my)|['\u2019]s)\s+late\s+(?:[\w-]+\s+)?$", re.I)
_OWN_DEATH = re.compile(
    r"^['\u2019]s?\s+(?:recent\s+|sudden\s+|own\s+)?(?P<word>death|funeral|passing|burial|"
    r"cremation|wake)\b",
    re.I,
)
_NOT_OWN_DEATH = re.compile(
    r"\b(?:if|threat\w*|wish\w*|want\w*|would|could|nearly|almost|think\w*|fear\w*|asked|dream\w*|"
    r"pretend\w*|afraid|worr\w+)\b",
    re.I,
)
_POINTS_BACK = re.compile(r"\b(?:ago|since|when|after|on\s+from|day)\b[^.;]{0,20}$", re.I)
_TO_THE_FUNERAL = dt.timedelta(days=120)  # a coroner may keep somebody as long


def deaths_that_differ(known: Known) -> Iterator[Contradiction]:
    """Deaths that rows tell of and the genogram has not, or dates otherwise."""
    for row in known.rows:
        roles = tuple(by_role(known, row))
        for mention in (*row.mentions, *roles):
            first, last = sentence(row.text, mention.start)
            told = _told(known, row, mention, first, named=mention not in roles)
            if told is None or _NOT_OWN_DEATH.search(row.text[first : mention.start]):
                continue
            end, funeral = told
            said = _day_said(row, (first, mention.start, end, last))
            if funeral and said and said.start and said.end:
                said = _span(said.start - _TO_THE_FUNERAL, said.end)
            yield from _contradicted(known, row, mention, (mention.start, end), said)
        yield from _found_dead(known, row)
        yield from _widowed(known, row)


# "Colin, widowed in 2019".
_WIDOWED = re.compile(
    r"^(?:,|\s+is|\s+was|\s+has\s+been|,\s+who\s+was)?\s+(?:now\s+)?(?:widowed|a\s+widow(?:er)?)\b",
    re.I,
)


def _widowed(known: Known, row: Row) -> Iterator[Contradiction]:
    """Somebody whose partner is told of as dead."""
    for mention in row.mentions:
        found = _WIDOWED.match(row.text[mention.end :])
        theirs = partners(known.kin, mention.person) if found and mention.person else ()
        if found and theirs:
            first, last = sentence(row.text, mention.start)
            end = mention.end + found.end()
            said = _day_said(row, (first, mention.start, end, last))
            lost = Mention(people=frozenset(theirs), start=mention.start, end=end)
            yield from _contradicted(known, row, lost, (mention.start, end), said)


def _told(
    known: Known, row: Row, mention: Mention, first: int, *, named: bool
) -> tuple[int, bool] | None:
    """Where a death of the mentioned is told of, and whether by the funeral; None where not."""
    before, after = row.text[first : mention.start], row.text[mention.end :]
    died = any(known.kin.people[p].died for p in mention.people)
    if found := _DIED.match(after):
        return mention.end + found.end(), False
    if found := _OWN_DEATH.match(after):
        return mention.end + found.end(), found["word"].casefold() != "death"
    words = row.text[mention.start : mention.end]
    if _LATE.search(before) or (not named and re.search(r"\blate\s+[\w-]+$", words)):
        return mention.end, False
    if re.match(r"['\u2019]s?\b", after):
        return None
    if found := _DEATH_OF.search(before):
        return mention.end, "of" in found[0] and not found[0].casefold().startswith("death")
    if _LOSS_OF.search(before) and (died or not named):
        return mention.end, False
    if died and _SINCE.search(before) and (found := _WENT.match(after)):
        return mention.end + found.end(), False
    return None


def _day_said(row: Row, at: tuple[int, int, int, int]) -> When | None:
    """The day told after the death, else before it: "a year to the day since Alun died"."""
    first, start, end, last = at
    after = re.split(r"[;]|,\s+(?:and|but)\b", row.text[end:last])[0][:60]
    said = date_said(row.text[max(start, end - 8) : end] + after, row.day)
    before = row.text[first:start]
    if said is None and _POINTS_BACK.search(before):
        said = date_said(before, row.day)
    return said


def _contradicted(
    known: Known, row: Row, mention: Mention, where: tuple[int, int], said: When | None
) -> Iterator[Contradiction]:
    """One of those who may be meant must bear the death out, with its date."""
    told = {
        p: _death_message(known.name(p), known.kin.people[p].died, said, row.day)
        for p in mention.people
    }
    if all(told.values()):
        person = min([p for p in told if known.kin.people[p].died] or told)
        yield _of_death(known, row, where, person, told[person])


def _of_death(
    known: Known, row: Row, where: tuple[int, int], person: str, message: str
) -> Contradiction:
    when = known.kin.people[person].died
    return Contradiction(
        kind="death differs",
        about=person,
        message=message,
        sides=(
            quoted(row.entry, where, row.text),
            drawn(f"died {in_words(when)}" if when else "no death recorded", place(known, person)),
        ),
        remedy="Check the date with the record of death.",
    )


# "Found her grandad Michael on the settee, a few days after Christmas", of somebody now dead.
_FINDING = re.compile(r"\b(?:found|finding|discovered)\s+(?:\w+\s+){0,3}$", re.I)
_LYING = re.compile(
    r"^,?\s*(?:dead|cold|lifeless|unresponsive|not\s+breathing|collapsed|hanging|(?:on|in|at)\s+"
    r"(?:the|his|her)\s+(?:settee|sofa|couch|floor|bed|bath|chair|armchair|garden|stairs))\b",
    re.I,
)


def _found_dead(known: Known, row: Row) -> Iterator[Contradiction]:
    """Somebody found lying, on a date that is not that of their death."""
    for mention in row.mentions:
        person = mention.person
        died = known.kin.people[person].died if person else None
        rest = row.text[mention.end : sentence(row.text, mention.start)[1]]
        lying = _LYING.match(rest)
        if not died or not lying or not _FINDING.search(row.text[: mention.start]):
            continue
        said = date_said(rest, row.day)
        message = _death_message(known.name(person), died, said, None) if said else ""
        if message:
            where = (mention.end, mention.end + len(rest))
            yield _of_death(known, row, where, person, message)


def _death_message(name: str, when: When | None, said: When | None, day: dt.date | None) -> str:
    if when is None or when.start is None:
        return f"{name} is said to have died; the genogram records no death."
    if said and said.start and not overlap(said, when):
        told = in_words(said)
        if said.end and said.precision is Precision.RANGE:  # told loosely: "at Christmas"
            told = f"between {said.start:%d/%m/%Y} and {said.end:%d/%m/%Y}"
        return f"{name} died {told} by an entry, {in_words(when)} by the genogram."
    if day and day < when.start:
        return (
            f"{name} is said on {day:%d/%m/%Y} to have died; by the genogram the death was "
            f"{in_words(when)}."
        )
    return ""


def _span(start: dt.date, end: dt.date) -> When:
    return parse_when(f"{start:%d/%m/%Y} - {end:%d/%m/%Y}")
