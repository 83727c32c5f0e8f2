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

from caseweave.crosschecks.by_lives import by_a_life
from caseweave.crosschecks.contradiction import Contradiction, quoted
from caseweave.crosschecks.lives.births import overlap
from caseweave.crosschecks.people import Known, drawn_of
from caseweave.crosschecks.rows import Mention, Row, sentence
from caseweave.crosschecks.said_when import DATE, date_said, span
from caseweave.crosschecks.who.clauses import pool, subjects
from caseweave.crosschecks.who.kin_words import sex_of
from caseweave.crosschecks.who.kinship import partners
from caseweave.crosschecks.who.pronouns import references, said_of
from caseweave.crosschecks.who.roles import by_role
from chronology.dates import Precision, When, in_words, parse_when

_THEN = (
    r"(?:\s*\([^)]*\)|\s+[A-Z]{2,})?(?:,?\s+(?:who|which|that|sadly|suddenly|just|recently|also|"
    r"since|has|had|have|was|is|were|been|being|later|then|now|both|collapsed\s+and|born\s+and|"
    r"lived\s+(?:for\s+)?[a-z]+\s+[a-z]+\s+and)\b)*"
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
    rf"d\.(?=\s?\d)|R\.?I\.?P\.?|killed(?!\s+(?:time|it|off))|"
    r"dead(?!\s+(?:set|tired|drunk|ends?|weight|lock|beat|against|on|in\s+love|pan|line|good))|"
    r"deceased|(?:found|pronounced|confirmed|declared)\s+(?:dead|deceased|hang\w+)|"
    r"took\s+(?:his|her)\s+own\s+life|lost\s+(?:his|her)\s+(?:battle|fight|life)|(?<=was\s)lost(?=\s+(?:in|last|over|to|on|at|this)))"
    r"(?:\b|(?<=\.))",
)
_WENT = re.compile(r"^\s+(?:went|left\s+us|passed|was\s+taken|died|has\s+been\s+gone|had\s+gone)\b")
_IS_GONE = re.compile(
    r"^,?\s+(?:having|has|had|been)\s+(?:been\s+)?(?:gone|taken)\b(?=\s+(?:only\s+|just\s+)?(?:at|in|on|"
    r"last|over|this|since|for|\w+\s+\w+\s+ago))",
    re.I,
)
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
        for mention in (*row.told_of, *roles):
            first, last = sentence(row.text, mention.start)
            told = _told(known, row, mention, first, named=mention not in roles)
            if mention in roles and _an_outsiders(known, row, mention):
                continue
            if told is None or _NOT_OWN_DEATH.search(row.text[first : mention.start]):
                continue
            end, funeral = told
            said = _day_said(known, row, (first, mention.start, end, last))
            if end == mention.end and _is_late(row, mention, first):
                said = None  # what follows "his late father" is no date of his death
            if funeral and said and said.start and said.end:
                said = span(said.start - _TO_THE_FUNERAL, said.end)
            yield from _contradicted(known, row, mention, (mention.start, end), said)
        yield from _found_dead(known, row)
        yield from _widowed(known, row)
        yield from _on_paper(known, row)


_PRONOUN = re.compile(r"(?:his|her|whose|their)\b", re.I)


def _an_outsiders(known: Known, row: Row, role: Mention) -> bool:
    """Whether "whose granddad" and "her mother" are of the friend spoken of just before."""
    pronoun = _PRONOUN.match(row.text, role.start)
    if not pronoun:
        return False
    first, _ = sentence(row.text, role.start)
    before = sorted(references(known, row, first, role.start), key=lambda m: (m.end, m.start))
    own = [m for m in before if not _PRONOUN.match(row.text, m.start)]
    others = [m for m in own if not _STAFF.search(row.text[m.start : m.end])]
    return bool(others) and not others[-1].people


_STAFF = re.compile(
    r"worker|teacher|lead|officer|nurse|doctor|midwife|visitor|driver|manager|tutor|childminder",
    re.I,
)
_WIDOWED = re.compile(r"\b(?:widowed|(?:a|the)\s+widow(?:er)?(?:\s+of)?)\b", re.I)


def _widowed(known: Known, row: Row) -> Iterator[Contradiction]:
    """ "Colin, widowed in 2019": somebody whose partner is told of as dead."""
    for found in _WIDOWED.finditer(row.text):
        first, last = sentence(row.text, found.start())
        told = subjects(known, row, pool(known, row), found.start())
        if not any(m.people for m in told):
            people = said_of(known, row, found.start())
            told = (Mention(people=people, start=found.start(), end=found.end()),)
        for who in told:
            theirs = partners(known.kin, who.person) if who.person else ()
            if len(theirs) > 1:  # those who are dead by the genogram, if any are
                theirs = tuple(p for p in theirs if known.kin.people[p].died) or theirs
            if theirs and not found[0].casefold().endswith("of"):
                at = (first, found.start(), found.end(), last)
                said = _day_said(known, row, at)
                lost = Mention(people=frozenset(theirs), start=found.start(), end=found.end())
                yield from _contradicted(known, row, lost, found.span(), said)


# "Date of death entered as 18/11/2021", "supervision ended on his death, 11 October 2020".
_ON_PAPER = re.compile(
    r"\b(?:(?:date\s+of\s+death|d\.?o\.?d\.?|deceased(?:\s+date)?)(?:\s+(?:is|was|entered|given|recorded|"
    rf"shown|noted|listed|registered|as|on|in))*|(?P<whose>his|her)\s+(?:own\s+|sudden\s+)?death,?(?:\s+"
    rf"(?:on|in))?)[\s:.(-]*{DATE}",
    re.I,
)


def _on_paper(known: Known, row: Row) -> Iterator[Contradiction]:
    """A date of death written beside a name, or of the one whom a pronoun means."""
    for found in _ON_PAPER.finditer(row.text):
        told = said_of(known, row, found.start(), sex_of(found["whose"] or ""))
        said = parse_when(found[2])
        if len(told) == 1 and said.start:
            who = Mention(people=told, start=found.start(), end=found.end())
            yield from _contradicted(known, row, who, found.span(), said)


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
    if _is_late(row, mention, first):
        return mention.end, False
    if re.match(r"['\u2019]s?\b", after):
        return None
    if found := _DEATH_OF.search(before):
        return mention.end, "of" in found[0] and not found[0].casefold().startswith("death")
    if (found := _LOSS_OF.search(before)) and (died or not named):
        return mention.end, found[0].casefold().startswith("buried")
    if died and (found := _IS_GONE.match(after)):
        return mention.end + found.end(), False
    if died and _SINCE.search(before) and (found := _WENT.match(after)):
        return mention.end + found.end(), False
    return None


def _is_late(row: Row, mention: Mention, first: int) -> bool:
    """ "His late father", "her late gran Ann"."""
    before, words = row.text[first : mention.start], row.text[mention.start : mention.end]
    return bool(_LATE.search(before) or re.search(r"\blate\s+[a-z][\w-]+$", words))


def _day_said(known: Known, row: Row, at: tuple[int, int, int, int]) -> When | None:
    """The day told after the death, else before it: "a year to the day since Alun died"."""
    first, start, end, last = at
    if lived := by_a_life(known, row, at):
        return lived
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
        p: _death_message(known.name(p), known.kin.people[p].died, said, row)
        for p in mention.people
    }
    if all(told.values()):
        person = min([p for p in told if known.kin.people[p].died] or told)
        yield _of_death(known, row, where, person, told[person], said)


def _of_death(
    known: Known,
    row: Row,
    where: tuple[int, int],
    person: str,
    message: str,
    said: When | None,
) -> Contradiction:
    """Accounts of one death that name different months are several contradictions."""
    day = said.start if said else None
    when = known.kin.people[person].died
    return Contradiction(
        kind="death differs",
        about=f"{person} {day:%Y-%m}" if when and day else person,
        message=message,
        sides=(
            quoted(row, where),
            drawn_of(known, person, f"died {in_words(when)}" if when else "no death recorded"),
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
    for mention in row.told_of:
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
            yield _of_death(known, row, where, person, message, said)


def _death_message(name: str, when: When | None, said: When | None, row: Row | None) -> str:
    if when is None or when.start is None:
        return f"{name} is said to have died; the genogram records no death."
    if said and said.start and not overlap(said, when):
        told = in_words(said)
        if said.end and said.precision is Precision.RANGE:  # told loosely: "at Christmas"
            told = f"between {said.start:%d/%m/%Y} and {said.end:%d/%m/%Y}"
        return f"{name} died {told} by an entry, {in_words(when)} by the genogram."
    if row and row.day and row.day < when.start:
        return (
            f"{name} is said {row.dated} to have died; by the genogram the death was "
            f"{in_words(when)}."
        )
    return ""
