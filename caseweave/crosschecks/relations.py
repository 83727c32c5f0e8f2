"""People and relations: who is not in the genogram, whom nobody mentions, who is called what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.kin_words import (
    at_the_door,
    bare_role,
    in_the_home,
    known_as,
    name_then_relation,
    name_then_relation_of,
    names_then_relations,
    pair_relation_of,
    relation_of,
    relation_then_name,
    relations_then_names,
    told,
)
from caseweave.crosschecks.kinship import parents, partners, relations, without_side
from caseweave.crosschecks.people import Known, Row, place
from caseweave.crosschecks.practitioners import practitioners
from caseweave.crosschecks.spoken import owners_of, subject_of
from genogram.model import Sex

_PAIRED = frozenset(["husband", "wife", "boyfriend", "girlfriend", "partner", "ex-partner"])
_NEAREST = frozenset(["mother", "father", "brother", "sister", "full brother", "full sister"])
_OF_SIBLINGS = re.compile(r"brother|sister|sibling|twin")
_GENERAL = frozenset(["parent", "child", "sibling", "grandparent", "grandchild"])
_DENIED = re.compile(
    r"\b(?:no|not|any|without|denies|whether|if|another|else's|friend's|'s)\s+(?:\w+\s+)?$", re.I
)
_OTHERS = re.compile(r"(?:friend|neighbour|partner|boyfriend|classmate)['\u2019]?s?\s+$", re.I)
_PROFESSIONAL = re.compile(
    r"^(?:PC|DC|DS|DI|PS|Dr|Doctor|Nurse|Sister|SW|HV|Police|Social|Health|Officer|Worker|Staff|"
    r"School|Team|Hospital|Ward|Clinic|Court|House|Mr|Mrs|Ms|Miss|Sgt|Insp|Inspector|Monday|"
    r"Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|May|"
    r"June|July|August|September|October|November|December|She|He|They|The|This|That|"
    r"Mum|Dad|Mother|Father|Has|Was|Is|In|On|At|And|But|Who|When|Not|No|It|We|I|GP|CSC|Child|"
    r"Children|Baby|Nan|Gran|Aunt|Uncle|Reports|Says|States|Told|Said|Informed|Rang|Called|"
    r"Attended|Present|Seen|CP|CIN|MASH|ICPC|Plan|Review|Home|Visit|Unknown|Christmas|Flat|"
    r"Number)\b"
)


def not_in_genogram(known: Known) -> Iterator[Contradiction]:
    """Somebody called a relation by name, and roles without a name, whom the genogram lacks."""
    named: dict[str, list[tuple[Row, int, int, str, str]]] = {}
    staff = practitioners(known)
    for row in known.rows:
        for pattern in (
            relation_then_name(), name_then_relation(), known_as(), in_the_home(), at_the_door(),
        ):  # fmt: skip
            for found in pattern.finditer(row.text):
                name = _stranger(known, row, found)
                if name and name.casefold() not in staff:
                    said = re.sub(r"^\s*(?:(?:is|was|as|being)\s+)?", "", found["relation"])
                    where = (row, found.start(), found.end(), said, name)
                    named.setdefault(name.casefold(), []).append(where)
    for places in named.values():
        row, start, end, word, name = places[0]
        rows = len({p[0].entry.id for p in places})
        yield Contradiction(
            kind="not in the genogram",
            about=name,
            message=f"{name} ({word.casefold()}) is named in {_rows(rows)}, "
            "and is not in the genogram.",
            sides=(quoted(row.entry, (start, end), row.text), drawn(f"nobody called {name}")),
            remedy="Ask who this is; add them to the genogram if they belong there.",
        )
    yield from _roles(known)


_PLACES = re.compile(
    r"\b(?:Street|Road|Lane|Avenue|Close|Court|Row|Drive|Way|Terrace|Place|Gardens|Cottages?|House|"
    r"School|Academy|Hospital|Centre|Hotel|Nursery|Surgery|Clinic|Team|Services?|Manager|Council)$"
)


def _stranger(known: Known, row: Row, found: re.Match[str]) -> str:
    """The name beside a relation if nobody of the family may be meant."""
    name = found["name"]
    start, end = found.span("name")
    if _PROFESSIONAL.match(name) or _PLACES.search(name):
        return ""
    if any(m.start < end and start < m.end for m in row.mentions):
        return ""
    if name.isupper() or not name[0].isupper() or _DENIED.search(row.text[: found.start()]):
        return ""
    if _somebody_elses(known, row, found) or _a_title(found):
        return ""
    words = name.split()
    if len(words) > 1 and relation_of().get(_plain(words[0])):  # "known as Grandad Joe"
        words = words[1:]
    surnames = {w for p in known.family.persons for w in p.name.casefold().split()[1:]}
    if relation_of().get(_plain(words[0])) or (len(words) == 1 and words[0].casefold() in surnames):
        return ""
    return " ".join(words)


def _somebody_elses(known: Known, row: Row, found: re.Match[str]) -> bool:
    """ "Ruby's uncle Steve", where Ruby is nobody of the family."""
    owner = found.groupdict().get("owner")
    if not owner or _plain(owner) in relation_of() or not owner[0].isupper():
        return False
    return not any(
        m.start < found.end("owner") and found.start("owner") < m.end for m in row.mentions
    ) and _plain(owner) not in ("child", "children", "boy", "girl")


def _a_title(found: re.Match[str]) -> bool:
    """ "Father Doyle" and "Sister Bernadette" amid a sentence, with nobody's before them."""
    word = found["relation"]
    told = found.groupdict()
    if told.get("owner") or told.get("mine") or told.get("pointing"):
        return False
    first = not found.string[: found.start("relation")].rstrip() or bool(
        re.search(r"[.;:!?\n]\s*$", found.string[: found.start("relation")])
    )
    return word in ("Father", "Sister", "Brother", "Mother") and not first


def _roles(known: Known) -> Iterator[Contradiction]:
    """A role such as lodger or MGF that no one in the genogram has, to any child of the case."""
    asked = told()["roles"]["asked"]
    have = {
        word
        for child in known.children
        for person in known.kin.people
        for word in relations(known.kin, person, child)
    }
    older = {p for c in known.children for p in parents(known.kin, c)}
    have |= {
        word
        for parent in older
        for person in known.kin.people
        for word in relations(known.kin, person, parent) & {"nephew", "niece"}
    }
    recorded = " ".join(" ".join((p.role, *p.labels)).casefold() for p in known.family.persons)
    places: dict[str, list[tuple[Row, int, int]]] = {}
    for row in known.rows:
        for found in bare_role().finditer(row.text):
            role = relation_of()[_plain(found["relation"])]
            if role in asked and not _is_somebodys(row, found) and known.children:
                if _OF_THE_SERVICE.match(row.text, found.end()):
                    continue
                places.setdefault(role, []).append((row, found.start(), found.end()))
    for role, where in places.items():
        spoken = [w for w, r in relation_of().items() if r == role]
        if role in have or any(w in recorded for w in spoken):
            continue
        row, start, end = where[0]
        yield Contradiction(
            kind="not in the genogram",
            about=role,
            message=f"A {role} is spoken of in {_rows(len(where))}; the genogram has none.",
            sides=(quoted(row.entry, (start, end), row.text), drawn(f"no {role}")),
            remedy="Ask who this is; add them to the genogram if they belong there.",
        )


_OF_THE_SERVICE = re.compile(  # "foster carer list": a kind of work, not somebody
    r"\s+(?:list|team|agenc\w+|assessment|payment|panel|support|training|recruitment|review)\w*\b",
    re.I,
)


def _is_somebodys(row: Row, found: re.Match[str]) -> bool:
    """Another person's relation, a denial, or one beside the name of somebody of the family."""
    before, after = row.text[max(0, found.start() - 25) : found.start()], row.text[found.end() :]
    near = any(
        abs(m.start - found.end()) < 4 or abs(found.start() - m.end) < 8 for m in row.mentions
    )
    owned = _OTHERS.search(before) or _DENIED.search(before)
    return near or bool(owned or re.match(r",?\s+[A-Z][a-z]", after))


def not_mentioned(known: Known) -> Iterator[Contradiction]:
    """People of the genogram whom no row names, by name or by what they are to the children."""
    named = {p for row in known.rows for m in row.mentions for p in m.people}
    spoken = _spoken_of(known, named)
    missing = []
    for person in known.family.persons:
        words = {w for c in known.children for w in relations(known.kin, person.id, c)}
        words |= set(map(without_side, words))
        alive = not (person.died or person.pregnancy)
        known_by_name = bool(person.name) and not person.name.casefold().startswith("unknown")
        if known_by_name and person.id not in named and alive and not spoken & words:
            missing.append(person.id)
    close = [p for p in missing if _close(known, p)]
    for one in close:
        yield Contradiction(
            kind="not mentioned",
            about=one,
            message=f"{known.name(one)} is in the genogram; no entry names or speaks of them.",
            sides=(drawn(known.name(one), place(known, one)),),
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
        said
        for person in named
        for child in known.children
        for w in relations(known.kin, person, child)
        for said in (w, without_side(w))
    }
    spoken = {
        relation_of()[_plain(found["relation"])]
        for row in known.rows
        for found in bare_role().finditer(row.text)
    }
    return spoken - taken


def _close(known: Known, person: str) -> bool:
    """Whether somebody ever lived with a child of the case, or is a parent or sibling of one."""
    for child in known.children:
        words = relations(known.kin, person, child)
        if words & {
            "parent",
            "sibling",
            "grandparent",
            "stepfather",
            "stepmother",
            "uncle",
            "aunt",
        }:
            return True
    return any(
        person in house.people() and set(known.children) & set(house.people())
        for house in known.family.households
    )


def relations_that_differ(known: Known) -> Iterator[Contradiction]:
    """Somebody called what the genogram says they are not: "husband", "cousins" who are twins."""
    for row in known.rows:
        for person, to, relation, start, end in (*_singly(known, row), *_in_pairs(known, row)):
            true = _true_words(known, person, to)
            if relation in true:
                continue
            if not true and not (len(to) == 1 and relation in _NEAREST and to != known.children):
                continue  # a wider relation, which the genogram need not show
            if len(to) > 1 and relation in _true_words(known, person, _named_in(row)):
                continue  # of the record's own subject: "dad Keith" in the mother's notes
            yield _of_relation(known, row, person, relation, (start, end), true)


def _named_in(row: Row) -> tuple[str, ...]:
    return tuple({m.person for m in row.mentions if m.person})


def _of_relation(
    known: Known,
    row: Row,
    person: str,
    relation: str,
    where: tuple[int, int],
    true: frozenset[str],
) -> Contradiction:
    paired = relation in _PAIRED
    telling = sorted(w for w in true if (w in _PAIRED) is paired and w not in _GENERAL)
    if _OF_SIBLINGS.search(relation):
        telling = [w for w in telling if _OF_SIBLINGS.search(w)] or telling
    has = ", ".join(telling or sorted(true)) or "nothing that makes them so"
    return Contradiction(
        kind="relation differs",
        about=f"{person} {relation}",
        message=f"{known.name(person)} is called {relation}; the genogram has: {has}.",
        sides=(
            quoted(row.entry, where, row.text),
            drawn(f"{known.name(person)}: {has}", place(known, person)),
        ),
    )


Said = tuple[str, tuple[str, ...], str, int, int]
"""Who, to whom, which relation, and the characters that say so."""


def _singly(known: Known, row: Row) -> Iterator[Said]:
    for pattern in (relation_then_name(), name_then_relation(), name_then_relation_of()):
        for found in pattern.finditer(row.text):
            person = row.only(*found.span("name"))
            relation = relation_of()[_plain(found["relation"])]
            if not _right_beside(row, *found.span("name")):
                continue
            if not person or relation in ("lodger", "family friend", "godmother", "godfather"):
                continue
            to = _to_whom(known, row, found, relation)
            yield person, tuple(t for t in to if t != person), relation, found.start(), found.end()


def _right_beside(row: Row, start: int, end: int) -> bool:
    """Whether the family's name opens the words taken for a name: not "GRANDAD REPORTS KAI"."""
    first = min((m.start for m in row.mentions if m.start < end and start < m.end), default=end)
    return not row.text[start:first].strip() or bool(
        re.fullmatch(r"(?i:mr|mrs|ms|miss|dr)\.?\s+", row.text[start:first])
    )


def _to_whom(known: Known, row: Row, found: re.Match[str], relation: str) -> tuple[str, ...]:
    """To whom: the owner if one is named, else anybody it could be about."""
    if found["owner"]:
        return _owners(known, row, found)
    if relation in _PAIRED:
        return tuple(known.kin.people)
    if not found.groupdict().get("mine"):
        older = {p for c in known.children for p in parents(known.kin, c)}
        return (*known.children, *(older if relation in _NEAREST else ()))
    subject = subject_of(known, row)
    if subject in known.children and known.kin.people[subject].sex in _sexes(found["mine"]):
        return (subject, *owners_of(known, row, found.start(), found["mine"].split()[0]))
    before = {p for m in row.mentions if m.end <= found.start() for p in m.people}
    return tuple(before) if len(before) == 1 else tuple(known.kin.people)


def _sexes(words: str) -> tuple[Sex, ...]:
    """Of whom "his", "her" or "their" may be said."""
    told = {"his": (Sex.MALE,), "her": (Sex.FEMALE,)}
    return told.get(words.split()[0].casefold(), tuple(Sex))


def _owners(known: Known, row: Row, found: re.Match[str]) -> tuple[str, ...]:
    """Whose relation it is: "Mia's", or "mother's", who is the mother of the children."""
    owner = row.only(*found.span("owner"))
    if owner:
        return (owner,)
    word = relation_of().get(found["owner"].casefold(), "")
    theirs = tuple(
        p
        for p in known.kin.people
        if word and any(word in relations(known.kin, p, child) for child in known.children)
    )
    return theirs or tuple(known.kin.people)


def _in_pairs(known: Known, row: Row) -> Iterator[Said]:
    for pattern in (relations_then_names(), names_then_relations()):
        for found in pattern.finditer(row.text):
            one, other = row.only(*found.span("one")), row.only(*found.span("other"))
            relation = pair_relation_of()[_plain(found["relation"])]
            if one and other and one != other:
                yield one, (other,), relation, found.start(), found.end()


def _true_words(known: Known, person: str, to: tuple[str, ...]) -> frozenset[str]:
    words = {w for t in to for w in relations(known.kin, person, t)}
    if not words and len(to) == 1 and to[0] in partners(known.kin, person):
        words.add("partner")
    split = {part for w in words for part in w.split(" or ")}
    return frozenset(split | set(map(without_side, split)))


def _plain(words: str) -> str:
    return " ".join(words.casefold().split())


def _rows(count: int) -> str:
    return "one entry" if count == 1 else f"{count} entries"
