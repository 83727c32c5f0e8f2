"""Numbers of children in the home, of a parent and of siblings, against the genogram's."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.homes import SLACK, alive, homes_of_children, lives_in
from caseweave.crosschecks.kinship import parents, relations, siblings
from caseweave.crosschecks.people import Known, Row, only_one, place, sentence
from caseweave.crosschecks.spelled import ONE_TO_NINE, ORDINAL, number
from genogram.model import LinkKind, Sex

_NUMBER = rf"(?<![\d/.:-])({ONE_TO_NINE})(?![\d/:]|\.\d)"
_KIDS = r"(?:child(?:ren)?|kids|little\s+ones|youngsters|siblings|bairns|minors)"
_SMALL = (
    r"(?:(?:young|small|little|own|dependent|other|school[- ]age|biological|living|of\s+the|x)\s+)*"
)
_HOME = (
    r"(?:(?:the|that|this|her|his|their|a|one|same|family|children['\u2019]?s|"
    r"\w+[- ]bed(?:room(?:ed)?)?)\s+)*"
    r"(?:home|household|property|address|house|flat|roof|tenancy|bedsit|caravan|maisonette)"
)
_ARE = r"(?:(?:are|is|were|was|now|all|currently|still|have\s+been|there)\s+)*"
# Children in the home: "three children living at the address", "both parents and their three".
_CHILDREN = (
    rf"\b{_NUMBER}\s+{_SMALL}{_KIDS}\s+{_ARE}(?:living\s+|resident\s+|sharing\s+|registered\s+)?"
    rf"(?:in|at|on|under|within)\s+{_HOME}\b",
    rf"\b{_NUMBER}\s+{_SMALL}{_KIDS}\s+{_ARE}at\s+home\b",
    r"\b(?:lives?|living)\s+(?:here\s+|there\s+|alone\s+)?with\s+(?:her|his|their)\s+"
    rf"{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\ball\s+(?:the\s+)?{_NUMBER}\s+(?:of\s+(?:the\s+|her\s+|his\s+|their\s+))?{_SMALL}{_KIDS}\b"
    r"(?!\s+(?:in|from)\s+(?:the\s+)?(?:class|group|room|nursery|school|year))",
    rf"\bhousehold\s+(?:of|has|with)\s+{_NUMBER}\s+{_KIDS}\b",
    rf"\b(?:parents|mother|mum|father|dad|couple)\s*(?:,|and|&|with)\s+(?:the(?:ir)?|her|his|all)\s+"
    rf"(?:the\s+)?{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\b(?:mother|mum),?\s+(?:and\s+)?(?:father|dad)\s+and\s+{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\b(?:the|her|their|his)\s+{_NUMBER}\s+{_SMALL}{_KIDS}\s+(?:all\s+)?(?:share|sleep|live)\b",
    rf"\bbenefits?\s+(?:\w+\s+)?for\s+{_NUMBER}\s+{_KIDS}\b",
    rf"\b(?:child(?:ren)?|kids)\s+(?:living\s+|resident\s+)?(?:in|at)\s+{_HOME}\s*[:=]\s*{_NUMBER}\b",
    rf"\bsibling\s+group\s+of\s+{_NUMBER}(?=\s*(?:[.,;]|$))",
)
# Of those there at the time: fewer than live there says nothing, more does.
_THERE = (
    rf"\b{_NUMBER}\s+{_SMALL}(?:children|kids)\s+{_ARE}(?:(?:seen|found|heard)\s+)?"
    r"(?:asleep|upstairs|in\s+bed|sleeping|running|playing|jumping|charging|racing|"
    r"at\s+home|(?:in|about)\s+the\s+(?:house|flat|lounge|living\s+room|garden))\b",
)
# Everybody in the home: "a household of five", "six of them under that roof", "family of seven".
_NOT_PEOPLE = (
    r"(?!\s+(?:\w+\s+)?(?:child|kid|adult|bed|room|year|month|week|day|hour|minute|mile|duck|bear)|"
    r"\s*[/:.-]\s*\d|\s+(?-i:[A-Z]))"
)
_PEOPLE = (
    rf"\bhousehold\s+(?:size\s+)?(?:of|comprises|comprising|consists\s+of|consisting\s+of|contains|"
    rf"is|:)\s+{_NUMBER}\b{_NOT_PEOPLE}",
    rf"\bfamily\s+of\s+{_NUMBER}\b{_NOT_PEOPLE}",
    rf"\b{_NUMBER}\s+(?:people|persons|occupants|members|souls)\s+{_ARE}(?:in\s+{_HOME}|at\s+{_HOME}|"
    r"(?:liv(?:e|es|ing)|resid\w+)\s+(?:here|there|at|in)\b|shar(?:e|ing)\s+(?:the|one|two|a)\b)",
    rf"\b{_NUMBER}\s+of\s+(?:them|us)\s+{_ARE}(?:living\s+|crammed\s+|squeezed\s+|packed\s+)?"
    rf"(?:in|under|at|into)\s+{_HOME}\b(?!\s+when)",
    rf"\b{_NUMBER}\s+in\s+(?:the\s+(?:household|family)|a\s+\w+[- ]bed\w*)\b",
    rf"\ball\s+{_NUMBER}\s+of\s+(?:the\s+family|the\s+household)\b",
    rf"\b(?:occupants|people|persons)\s*(?:in\s+{_HOME})?\s*[:=]\s*{_NUMBER}\b{_NOT_PEOPLE}",
    rf"\bovercrowded\W+(?:\w+\s+){{0,2}}?{_NUMBER}\s+(?:in|of|people)\b",
)
_PEOPLE_THERE = (rf"\b{_NUMBER}\s+in\s+(?:the\s+)(?:house|home|flat|property)\b(?!\s+when)",)
_BOTH_SORTS = (
    rf"\b{_NUMBER}\s+{_KIDS}\s*(?:,|and|&|\+|with|/)\s*{_NUMBER}\s+adults?\b",
    rf"\b{_NUMBER}\s+(?:adults?|parents)\s*(?:,|and|&|\+|with|/)?\s*{_NUMBER}\s+(?:\w+\s+)?{_KIDS}\b",
)
_OF_THE_HOME = re.compile(
    r"\b(?:household|liv(?:e|es|ing)|resid\w+|occup\w+|composition|bedrooms?|bed|tenan\w+|overcrowd\w*|"
    r"roof|rooms?|housed|property|address)\b",
    re.I,
)
_HIS_OR_HER = rf"(?:her|his|their|the)?\s*{_NUMBER}\b\s*{_SMALL}"
# A parent and a number: "mother of four", "has three children", "her four children".
_PARENT_OF = (
    rf"\b(?:mother|mum|father|dad|parents?|carer)\s+(?:of|to|for)\s+{_HIS_OR_HER}"
    r"(?!other|more|of\b|hours|days|weeks|months|years)",
    rf"\b(?:mother|mum|dad|father|[A-Z][a-z]+)\s+and\s+(?:her|his|all)\s+{_NUMBER}\b"
    r"(?=\s*(?:[.,;]|$|\s(?:children|kids|little\s+ones|live|are|were|at)\b))",
    rf"\b(?:has|have|had|having|raising|parenting|caring\s+for|looking\s+after|bringing\s+up|with|"
    rf"responsible\s+for)\s+{_HIS_OR_HER}{_KIDS}\b(?!\s+(?:in|with|on|from|at|who|there)\b)",
    rf"\b(?:[A-Z][a-z]+|mum|mother|dad|father)['\u2019]s\s+{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\b[A-Z][a-z]+\s+and\s+their\s+{_NUMBER}\s+{_SMALL}{_KIDS}\b",
    rf"\b(?:hands\s+full|struggling|coping|managing)\s+with\s+(?:the\s+|her\s+|his\s+)?{_NUMBER}(?=\s*(?:[.,;]|$|under\b))",
    rf"\b(?:said|says|that)\s+(?:his|her)\s+{_NUMBER}\s+{_KIDS}\b",
)
_SIBLINGS = (
    rf"\b(?:has|have|and\s+(?:her|his)|with\s+(?:her|his)|(?:parents|mum|dad|mother)\s+and)\s+{_NUMBER}\s+"
    r"(?:(?:older|younger|elder|little|big|half|half-|full|other)\s+)*(?P<sort>siblings|brothers?|sisters?)\b",
)
_ONE_OF = (
    r"\b(?:one|first|second|third|fourth|fifth|last|eldest|oldest|youngest|middle|baby)\s+(?:child\s+)?of\s+"
    rf"(?:(?:the|her|his|their)\s+)?{_NUMBER}(?:\s+(?:children|siblings|kids)\b|(?=[.,;]|$))",
)
_ONLY = re.compile(
    r"\b(?:an|her|his|their|mum['\u2019]s|the)\s+only\s+child\b(?=\s*(?:[.,;]|$|and\b|of\s+the\s+family))",
    re.I,
)
_NTH = re.compile(
    rf"\b(?:her|his|their|['\u2019]s)\s+(?P<nth>{ORDINAL})\s+(?:child|baby|born)\b", re.I
)
_TO_COME = re.compile(r"\b(?:expecting|pregnan\w+|due|unborn|antenatal|booked)\b", re.I)
_PARENT_WORD = re.compile(r"\b(?:mother|mum|parent|carer|couple|they|she)\b", re.I)


def _compiled(patterns: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(p, re.I) for p in patterns)


_TABLES = {
    "children": _compiled(_CHILDREN),
    "there": _compiled(_THERE),
    "people": _compiled(_PEOPLE),
    "people there": _compiled(_PEOPLE_THERE),
    "both sorts": _compiled(_BOTH_SORTS),
    "parent": _compiled(_PARENT_OF),
    "siblings": _compiled(_SIBLINGS),
    "one of": _compiled(_ONE_OF),
}


def _read(row: Row, table: str) -> Iterator[re.Match[str]]:
    for pattern in _TABLES[table]:
        yield from pattern.finditer(row.text)


def counts_that_differ(known: Known) -> Iterator[Contradiction]:
    """Numbers of children in the home, and of a parent's children, against the genogram's."""
    for row in known.rows:
        if row.day:
            yield from _children_counts(known, row, row.day)
            yield from _people_counts(known, row, row.day)
            yield from _parents_counts(known, row, row.day)
            yield from _sibling_counts(known, row, row.day)


def _children_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Three children living at the address", "four kids upstairs"."""
    possible = _children_at_home(known, day)
    if not possible:
        return
    for found in _read(row, "children"):
        if number(found[1]) not in possible:
            yield _of_home(known, row, day, found, said=number(found[1]), children=True)
    for found in _read(row, "there"):
        if number(found[1]) > max(possible):
            yield _of_home(known, row, day, found, said=number(found[1]), children=True)


def _people_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "A household of five", "two adults and three children live there"."""
    people = [(found, number(found[1])) for found in _read(row, "people")]
    for found in _read(row, "both sorts"):
        first, last = sentence(row.text, found.start())
        if _OF_THE_HOME.search(row.text[first:last]):
            people.append((found, number(found[1]) + number(found[2])))
    possible = _people_at_home(known, day)
    people += [
        (found, number(found[1])) for found in _read(row, "people there")
        if possible and number(found[1]) > max(possible)
    ]  # fmt: skip
    for found, said in people:
        if possible and said not in possible:
            yield _of_home(known, row, day, found, said=said, children=False)


def _of_home(
    known: Known, row: Row, day: dt.date, found: re.Match[str], *, said: int, children: bool
) -> Contradiction:
    """A number of the household, of its children or of everybody, that is not the genogram's."""
    counted, where = ("children", "home") if children else ("people", "household")
    possible = (_children_at_home if children else _people_at_home)(known, day)
    names = ", ".join(_names_at_home(known, day, children=children))
    return Contradiction(
        kind="count differs",
        about=f"{where} {said}",
        message=f"{said} {counted} in the {where} on {day:%d/%m/%Y} by an entry; "
        f"{' or '.join(map(str, sorted(possible)))} by the genogram's household.",
        sides=(
            quoted(row.entry, found.span(), row.text),
            drawn(f"{counted} in the household: {names}", f"{known.file}, Households"),
        ),
        remedy="Ask who lived in the home then.",
    )


def _people_at_home(known: Known, day: dt.date) -> frozenset[int]:
    """How many people may be meant: by each household of that day, give or take a month."""
    return frozenset(
        len({m for m in house.people() if lives_in(house, m, day, slack) and alive(known, m, day)})
        for slack in (dt.timedelta(0), SLACK, -SLACK)
        for house in homes_of_children(known, day)
    ) - {0}


def _parents_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Mother of four", "has three children", "her third child"."""
    for found in _read(row, "parent"):
        parent = _who(known, row, found)
        if parent in known.kin.people:
            born = _born_to(known, parent, day)
            here = any(lives_in(h, parent, day) for h in homes_of_children(known, day))
            possible = {len(born), *(_children_at_home(known, day) if here else ())}
            yield from _of_person(known, row, parent, found, born, possible)
    yield from _by_sex(known, row, day)
    for found in _NTH.finditer(row.text):
        parent = _who(known, row, found)
        if parent in known.children:  # "Jonah is her second child"
            parent = only_one({p for p in parents(known.kin, parent) if _is(known, p, "sister")})
        if parent not in known.kin.people:
            continue
        born, said = _born_to(known, parent, day), number(found["nth"])
        if said not in _orders(known, row, found, parent, born):
            yield _counted(known, row, parent, found, born, said)


def _born_to(known: Known, parent: str, day: dt.date) -> list[str]:
    return [
        c for u in known.kin.partnerships[parent] for c in known.kin.descent(u.id)
        if alive(known, c, day)
    ]  # fmt: skip


def _orders(known: Known, row: Row, found: re.Match[str], parent: str, born: list[str]) -> set[int]:
    """Which child it may be: the one named beside, the one to come, else any of them."""
    first, last = sentence(row.text, found.start())
    everyone = [c for u in known.kin.partnerships[parent] for c in known.kin.descent(u.id)]
    named = {m.person for m in row.mentions if first <= m.start < last} & set(everyone)
    if len(named) != 1 or _TO_COME.search(row.text[first:last]):
        return set(range(1, len(everyone) + 2))

    def before(child: str, others: list[str]) -> int:
        mine = known.kin.people[child].born
        if mine is None or mine.start is None:
            return -1
        births = (known.kin.people[o].born for o in others)
        return sum(bool(b and b.start and b.start < mine.start) for b in births)

    child = next(iter(named))
    places = {before(child, everyone) + 1, before(child, born) + 1}
    return places if 0 not in places else set(range(1, len(everyone) + 2))


def _sibling_counts(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Mia has three siblings", "Mia is one of four children", "an only child"."""
    for found in _BROTHERS_AND_SISTERS.finditer(row.text):
        child = _who(known, row, found)
        if child in known.children:
            near = [s for s in sorted(siblings(known.kin, child)) if alive(known, s, day)]
            said = sum(_one_or(found[n]) for n in (1, 2))
            full = [s for s in near if "full sibling" in relations(known.kin, s, child)]
            if said not in (len(near), len(full), *(n - 1 for n in _children_at_home(known, day))):
                yield _counted(known, row, child, found, near, said)
    for table, itself in (("siblings", 0), ("one of", 1)):
        for found in _read(row, table):
            child = _who(known, row, found)
            if not child or not (child in known.children or siblings(known.kin, child)):
                continue
            sort = found.groupdict().get("sort") or "siblings"
            near = [s for s in sorted(siblings(known.kin, child)) if alive(known, s, day)]
            same = [s for s in near if _is(known, s, sort)]
            everyone = [child, *same] if itself else same
            full = [s for s in same if "full sibling" in relations(known.kin, s, child)]
            home = {n - 1 + itself for n in _children_at_home(known, day)}
            possible = {len(everyone), len(full) + itself, *(home if same == near else ())}
            yield from _of_person(known, row, child, found, everyone or [child], possible)
    for found in _ONLY.finditer(row.text):
        child = _who(known, row, found)
        if child in known.children:
            full = [
                s for s in sorted(siblings(known.kin, child))
                if alive(known, s, day) and ("full sibling" in relations(known.kin, s, child)
                   or any(lives_in(h, s, day) and lives_in(h, child, day)
                          for h in known.family.households))
            ]  # fmt: skip
            if full:
                yield _counted(known, row, child, found, [child, *full], 1)


_A_NUMBER = rf"(a|an|{ONE_TO_NINE})"
_BROTHERS_AND_SISTERS = re.compile(
    rf"\b(?:has|have|with)\s+{_A_NUMBER}\s+(?:\w+\s+)?(?:brothers?|sisters?)\s+and\s+{_A_NUMBER}\s+"
    r"(?:\w+\s+)?(?:brothers?|sisters?)\b",
    re.I,
)
_SONS_AND_DAUGHTERS = re.compile(
    rf"\b(?:has|have|with|of)\s+{_A_NUMBER}\s+(?:\w+\s+)?(?P<one>sons?|daughters?|boys?|girls?)"
    rf"(?:\s+and\s+{_A_NUMBER}\s+(?:\w+\s+)?(?P<two>sons?|daughters?|boys?|girls?))?\b"
    r"(?!\s+(?:in|from|at|on)\b)",
    re.I,
)


def _one_or(word: str) -> int:
    return 1 if word.casefold() in ("a", "an") else number(word)


def _by_sex(known: Known, row: Row, day: dt.date) -> Iterator[Contradiction]:
    """ "Has three sons", "two sons and a daughter"; one son may be one of several."""
    for found in _SONS_AND_DAUGHTERS.finditer(row.text):
        parent = _who(known, row, found)
        if parent not in known.kin.people or parent in known.children:
            continue
        born = _born_to(known, parent, day)
        for told, sort in ((found[1], found["one"]), (found[3], found["two"])):
            if not told or ((said := _one_or(told)) == 1 and not found[3]):
                continue
            word = "brother" if sort[0].casefold() in "sb" else "sister"
            same = [c for c in born if _is(known, c, word)]
            if said != len(same) and born:
                what = sort.casefold().rstrip("s") + ("s" if said > 1 else "")
                yield _counted(known, row, parent, found, same, said, what)


def _is(known: Known, person: str, sort: str) -> bool:
    sexes = {"b": Sex.MALE, "s": Sex.FEMALE}
    one = known.kin.people[person]
    return sort.casefold() == "siblings" or one.sex in (sexes[sort[0].casefold()], Sex.UNKNOWN)


def _of_person(
    known: Known,
    row: Row,
    person: str,
    found: re.Match[str],
    born: list[str],
    possible: set[int],
) -> Iterator[Contradiction]:
    said = number(found[1])
    if said not in possible and born:
        yield _counted(known, row, person, found, born, said)


def _counted(
    known: Known,
    row: Row,
    person: str,
    found: re.Match[str],
    born: list[str],
    said: int,
    what: str = "",
) -> Contradiction:
    """A number said of somebody's children, or of a child's brothers and sisters."""
    name, day = known.name(person), f"{row.day:%d/%m/%Y}"
    if what == "" and found.re in (*_TABLES["siblings"], *_TABLES["one of"], _ONLY,
                                   _BROTHERS_AND_SISTERS):  # fmt: skip
        told = f"{name} is given with a number of {said} brothers and sisters on {day}"
    else:
        told = f"{name} is said to have {said} {what or 'children'} on {day}"
    return Contradiction(
        kind="count differs",
        about=f"{person} {said} {what}".strip(),
        message=f"{told}; the genogram has {len(born)} by then.",
        sides=(
            quoted(row.entry, found.span(), row.text),
            drawn(", ".join(known.name(c) for c in born) or "none", place(known, person)),
        ),
    )


def _who(known: Known, row: Row, found: re.Match[str]) -> str:
    """Who is said to have them: the person named just before or after, else the mother by role."""
    first, last = sentence(row.text, found.start())
    before = [m for m in row.mentions if first <= m.start and m.end <= found.start()]
    after = [m for m in row.mentions if 0 <= m.start - found.end() < 6]
    inside = [m for m in row.mentions if found.start() <= m.start and m.end <= found.end()]
    if inside:
        return inside[-1].person
    near = [m for m in before if found.start() - m.end <= 25][-1:] or after[:1]
    if near:
        return near[0].person
    mothers = {
        p for c in known.children for p in parents(known.kin, c)
        if known.kin.people[p].sex is Sex.FEMALE
    }  # fmt: skip
    said = _PARENT_WORD.search(row.text[first:last]) and not before
    return only_one(mothers) if said else ""


def _child(known: Known, person: str, day: dt.date) -> bool:
    """Under eighteen that day; without a birth on record, one of the children of the case."""
    one = known.kin.people[person]
    if not alive(known, person, day):
        return False
    if one.born and one.born.end:
        return (day - one.born.end).days < 18 * 365.25
    return person in known.children


def _children_at_home(known: Known, day: dt.date) -> frozenset[int]:
    """How many children may be meant: by the households of that day, give or take a month."""
    counts = set()
    for slack in (dt.timedelta(0), SLACK, -SLACK):
        for house in homes_of_children(known, day):
            counts.add(
                len({m for m in house.people()
                     if lives_in(house, m, day, slack) and _child(known, m, day)})
            )  # fmt: skip
    cared = {k.child for k in known.family.parents if k.kind is not LinkKind.FOSTER}
    family = [c for c in known.children if c in cared and alive(known, c, day)]
    return frozenset(counts | ({len(family)} if counts else set())) - {0}


def _names_at_home(known: Known, day: dt.date, *, children: bool) -> list[str]:
    return list(
        dict.fromkeys(
            known.name(m)
            for house in homes_of_children(known, day)
            for m in house.people()
            if lives_in(house, m, day, dt.timedelta(0))
            and (_child if children else alive)(known, m, day)
        )
    )
