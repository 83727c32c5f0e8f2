"""People and relations: whom nobody mentions, who is called what the genogram does not bear out."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.people import Known, drawn_of
from caseweave.crosschecks.rows import Row, only_one
from caseweave.crosschecks.who.kin_words import (
    bare_role,
    name_then_relation,
    name_then_relation_of,
    names_then_relations,
    pair_relation_of,
    plain,
    pronoun_then_relation,
    relation_is_name,
    relation_of,
    relation_of_is_name,
    relation_then_name,
    relations_then_names,
    sex_of,
)
from caseweave.crosschecks.who.kinship import parents, partners, relations, without_side
from caseweave.crosschecks.who.owners import FIRM, OF_A_COUPLE, to_whom
from caseweave.crosschecks.who.pronouns import said_of
from caseweave.crosschecks.who.roles import related, subject_of

_OF_SIBLINGS = re.compile(r"brother|sister|sibling|twin")
_HALF = re.compile(r"half|full|step")
_GENERAL = frozenset(["parent", "child", "sibling", "grandparent", "grandchild"])


def not_mentioned(known: Known) -> Iterator[Contradiction]:
    """People of the genogram whom no row names, by name or by what they are to the children."""
    named = {p for row in known.rows for m in row.mentions for p in m.people}
    spoken = _spoken_of(known, named)
    missing = []
    for person in known.family.persons:
        alive = not (person.died or person.pregnancy)
        known_by_name = bool(person.name) and not person.name.casefold().startswith("unknown")
        if not known_by_name or person.id in named or not alive:
            continue
        if not any(person.id in related(known, word, c) for word in spoken for c in known.children):
            missing.append(person.id)
    close = [p for p in missing if _close(known, p)]
    for one in close:
        yield Contradiction(
            kind="not mentioned",
            about=one,
            message=f"{known.name(one)} is in the genogram; no entry names or speaks of them.",
            sides=(drawn_of(known, one, known.name(one)),),
            remedy="Ask the agencies what they knew of this person.",
        )
    rest = [known.name(p) for p in missing if p not in close]
    if rest:
        yield Contradiction(
            kind="not mentioned",
            about=", ".join(rest),
            message=f"In the genogram, and not mentioned by any agency: {', '.join(rest)}.",
            sides=(drawn(", ".join(rest), f"{known.file}, People"),),
            remedy="Ask the agencies what they knew of these people.",
        )


def _spoken_of(known: Known, named: set[str]) -> set[str]:
    """Roles that rows give to somebody without a name, and that nobody who is named has.

    "Grandad" may well be the grandfather whom other rows name: it does not speak of the other one.
    """
    taken = {
        word
        for child in known.children
        for word, people in known.relatives(child).items()
        if named & people
    }
    spoken = {
        relation_of()[plain(found["relation"])]
        for row in known.rows
        for found in bare_role().finditer(row.text)
    }
    return spoken - taken


_NEAR_KIN = ("parent", "sibling", "grandparent", "stepfather", "stepmother", "uncle", "aunt")


def _close(known: Known, person: str) -> bool:
    """Whether somebody ever lived with a child of the case, or is a parent or sibling of one."""
    for child in known.children:
        if any(person in related(known, word, child) for word in _NEAR_KIN):
            return True
    return any(
        person in house.people() and set(known.children) & set(house.people())
        for house in known.family.households
    )


_DENIED = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|disput(?:e|es|ed|ing)|untrue|not\s+true|if|whether|rumours?)\s+(?:that\s+)?$",
    re.I,
)
_IS = re.compile(r"\b(?:is|was|isn['\u2019]t|being)\b", re.I)
"""Denied that Lee is Mia's father; 'asked if Lee, Mia's father, was in' denies nothing of him."""


def relations_that_differ(known: Known) -> Iterator[Contradiction]:
    """Somebody called what the genogram says they are not: "husband", "cousins" who are twins."""
    for row in known.rows:
        for person, to, relation, start, end in (*_singly(known, row), *_in_pairs(known, row)):
            true = _true_words(known, person, to)
            denied = _DENIED.search(row.text[:start]) and _IS.search(row.text[start:end])
            if relation in true or denied:
                continue
            if not true and not any(known.relatives(person).values()):
                true = _by_role_text(known, person, to)  # whom it ties to nobody
                if not true or relation in true:
                    continue
            if not true and not (len(to) == 1 and relation in FIRM and to != known.children):
                continue  # a wider relation, which the genogram need not show
            named = tuple({m.person for m in row.mentions if m.person})
            if len(to) > 1 and relation in _true_words(known, person, named):
                continue  # of the record's own subject: "dad Keith" in the mother's notes
            yield _of_relation(known, row, person, relation, (start, end), true, to)


def _by_role_text(known: Known, person: str, to: tuple[str, ...]) -> frozenset[str]:
    """What the genogram's own words say: "Stepsister of Mia", where Mia is the one meant."""
    role = known.kin.people[person].role
    if len(to) != 1 or known.name(to[0]).split()[0] not in role:
        return frozenset()
    words = (relation_of()[plain(found["relation"])] for found in bare_role().finditer(role))
    return frozenset(said for word in words for said in (word, without_side(word)))


def _of_relation(
    known: Known,
    row: Row,
    person: str,
    relation: str,
    where: tuple[int, int],
    true: frozenset[str],
    to: tuple[str, ...] = (),
) -> Contradiction:
    """`to` are those whose relation it may be; the message names one alone."""
    paired = relation in OF_A_COUPLE
    telling = sorted(w for w in true if (w in OF_A_COUPLE) is paired and w not in _GENERAL)
    if _OF_SIBLINGS.search(relation):
        telling = [w for w in telling if _OF_SIBLINGS.search(w)] or telling
    if not _HALF.search(relation):
        telling = [w for w in telling if w.removeprefix("full ") not in (*true, *_GENERAL)
                   or not w.startswith("full ")]  # fmt: skip
    has = ", ".join(telling or sorted(true)) or "nothing that makes them so"
    of = f" of {known.name(to[0])}" if len(to) == 1 else ""
    return Contradiction(
        kind="relation differs",
        about=f"{person} {relation}",
        message=f"{known.name(person)} is called {relation}{of}; the genogram has: {has}.",
        sides=(quoted(row, where), drawn_of(known, person, f"{known.name(person)}: {has}")),
    )


Said = tuple[str, tuple[str, ...], str, int, int]
"""Who, to whom, which relation, and the characters that say so."""


def _singly(known: Known, row: Row) -> Iterator[Said]:
    for pattern in (
        relation_then_name(), relation_is_name(), relation_of_is_name(), name_then_relation(),
        name_then_relation_of(), pronoun_then_relation(),
    ):  # fmt: skip
        for found in pattern.finditer(row.text):
            relation = relation_of()[plain(found["relation"])]
            if _ONE_OF_TWO.match(row.text, found.end()) or _in_a_list(row, found):
                continue
            to = to_whom(known, row, found, relation)
            person = _called(known, row, found, to)
            if not person or relation in ("lodger", "family friend", "godmother", "godfather"):
                continue
            yield person, tuple(t for t in to if t != person), relation, found.start(), found.end()


_ONE_OF_TWO = re.compile(
    r"\s+(?:and|&)\s+(?:\w+\s+)?(?:aunt\w*|uncle|gran\w*|nan|dad|mum|father|mother)\b"
)


def _in_a_list(row: Row, found: re.Match[str]) -> bool:
    """ "With her mum, Connor and her brother": Connor is one of three."""
    comma = "," in row.text[found.end("relation") : found.start("name")]
    return comma and bool(re.match(r",?\s+(?:and|&)\s", row.text[found.end("name") :]))


def _called(known: Known, row: Row, found: re.Match[str], to: tuple[str, ...]) -> str:
    """The one who is called the relation: by the name that stands there, or by "he" or "she"."""
    if found.re is pronoun_then_relation():
        said = said_of(known, row, found.start("name"), sex_of(found["name"]))
        return only_one(said - set(to) or said)
    start, end = found.span("name")
    if not _right_beside(row, start, end):
        return ""
    if person := row.only(start, end):
        return person
    several = {p for m in row.named_at(start, end) for p in m.people}
    relation = relation_of()[plain(found["relation"])]
    fits = any(relation in _true_words(known, p, to) for p in several)  # "Mr Gill", of two
    return "" if fits or not found["owner"] else min(several, default="")


def _right_beside(row: Row, start: int, end: int) -> bool:
    """Whether the family's name opens the words taken for a name: not "GRANDAD REPORTS KAI"."""
    first = min((m.start for m in row.named_at(start, end)), default=end)
    return not row.text[start:first].strip() or bool(
        re.fullmatch(r"(?i:mr|mrs|ms|miss|dr)\.?\s+", row.text[start:first])
    )


def _in_pairs(known: Known, row: Row) -> Iterator[Said]:
    for pattern in (relations_then_names(), names_then_relations()):
        for found in pattern.finditer(row.text):
            one, other = row.only(*found.span("one")), row.only(*found.span("other"))
            relation = pair_relation_of()[plain(found["relation"])]
            if not one or not other or one == other:
                continue
            if relation == "spouse" and other in partners(known.kin, one):
                continue  # see couples.py
            if pattern is names_then_relations():
                yield one, (other,), relation, found.start(), found.end()
                continue
            for person, to in _of_both(known, row, found, one, other, relation):
                yield person, (to,), relation, found.start(), found.end()


_WHOSE_BOTH = re.compile(
    r"(?:(?P<owner>[A-Z][\w-]+)['\u2019]s|\b(?:his|her))\s+(?:twin\s+)?$", re.I
)


def _of_both(
    known: Known, row: Row, found: re.Match[str], one: str, other: str, relation: str
) -> Iterator[tuple[str, str]]:
    """ "Her cousins Ana and Bo" are hers; "cousins Ana and Bo" each other's or another child's."""
    whose = _WHOSE_BOTH.search(row.text[: found.start()])
    before = [m.person for m in row.mentions if m.end <= found.start()]
    owner = row.only(*whose.span("owner")) if whose and whose["owner"] else ""
    if whose and not owner:
        owner = before[-1] if before else subject_of(known, row)
    if owner and owner not in (one, other) and relation != "twin":
        yield from ((one, owner), (other, owner))
        return
    rest = {*known.children, *before} - {one, other, ""}
    if not any({one, other} <= set(related(known, relation, to)) for to in rest):
        yield one, other


_A_FRIEND = re.compile(
    r"^(?:,|\s+is|\s+was|,\s+who\s+is|\s*\()\s*"
    r"(?:an?|his|her|their|(?:mum|dad|the\s+children|[A-Z]\w+)['\u2019]s?)\s+"
    r"(?:best\s+|close\s+|old\s+|good\s+)*"
    r"(?P<what>(?:family\s+)?friend|neighbour|godmother|godfather|childminder|lodger)\b"
    r"(?!['\u2019]s)(?!\s+of\s+(?:a|the\s+school)\b)",
    re.I,
)


def friends_that_are_kin(known: Known) -> Iterator[Contradiction]:
    """Somebody called a friend whom the genogram has as a relation of the children."""
    for row in known.rows:
        for mention in row.mentions:
            found = _A_FRIEND.match(row.text[mention.end :])
            if not found or not mention.person or mention.person in known.children:
                continue
            true = _true_words(known, mention.person, known.children) - _GENERAL
            older = {p for c in known.children for p in parents(known.kin, c)}
            lovers = {x for p in older for x in partners(known.kin, p)} | older
            if true and mention.person not in lovers:  # who may have been a friend before
                where = (mention.start, mention.end + found.end())
                yield _of_relation(
                    known, row, mention.person, found["what"].casefold(), where, true
                )


def _true_words(known: Known, person: str, to: tuple[str, ...]) -> frozenset[str]:
    words = {w for t in to for w in relations(known.kin, person, t)}
    if not words and len(to) == 1 and to[0] in partners(known.kin, person):
        words.add("partner")
    split = {part for w in words for part in w.split(" or ")}
    return frozenset(split | set(map(without_side, split)))
