"""Who belongs to whom in GEDCOM: a child's ties to unions, and the unions themselves.

A tie may stand with the child (FAMC), with the union (CHIL), or in an event (ADOP, FOST, BIRT);
whatever says more about it counts, and several kinds of tie to one union are several links.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chronology.dates import When
from chronology.findings import Severity
from genogram.formats import words
from genogram.formats.gedcom_dates import when_of
from genogram.formats.gedcom_lines import Structure
from genogram.formats.gedcom_reading import Reading
from genogram.formats.gedcom_words import END, PARTINGS, PEDIGREE, STATES
from genogram.model import LinkKind, Parentage, Person, Union, UnionKind

_EVENTS = {"ADOP": LinkKind.ADOPTED, "FOST": LinkKind.FOSTER}
_VOID = "VOID"


def read_links(record: Structure, child: str, reading: Reading) -> None:
    """A child's ties, and the unions in which somebody is said to be a partner."""
    links: list[Parentage] = []
    plain: set[str] = set()  # unions of which only FAMC tells, and not how
    for famc in reading.take(record, "FAMC"):
        union = _union_at(famc, reading)
        if not union:
            reading.taken.discard(famc.line)  # parents of whom nothing is recorded
        else:
            start, end = reading.stretch(famc, "_DATE")
            kind = _kind(famc, reading)
            if not famc.one("PEDI") and not famc.one("_KIND") and not famc.one("STAT"):
                plain.add(union)
            said = reading.text(famc, "_RESP")
            links.append(
                Parentage(
                    child=child, union=union, kind=kind, start=start, end=end, responsibility=said
                )
            )
    for event in record.all(*_EVENTS):
        _event(event, links, plain, child, reading)
    _birth(record, links, child, reading)
    reading.parents += links
    for link in links:
        reading.children_of[link.union].add(child)
    reading.plain_links |= {(child, union) for union in plain}
    for fams in reading.take(record, "FAMS"):
        if union := _union_at(fams, reading):
            reading.partner_of[union].append(child)
        else:
            reading.taken.discard(fams.line)


def _union_at(pointing: Structure, reading: Reading) -> str:
    """The id of the union that is pointed to; an unknown one is named, to be told of later."""
    there = pointing.pointer
    return "" if there in ("", _VOID) else reading.unions_at.get(there, there)


def _kind(famc: Structure, reading: Reading) -> LinkKind:
    pedigree, status = reading.one(famc, "PEDI"), reading.one(famc, "STAT")
    said = reading.text(famc, "_KIND") or reading.text(pedigree, "PHRASE")
    word = pedigree.value.strip() if pedigree else ""
    if said in [*LinkKind]:
        return LinkKind(said)
    if status and status.value.strip().casefold() in ("challenged", "disproven"):
        if status.value.strip().casefold() == "disproven":
            _unclear(reading, status, "a parenthood that was disproven", LinkKind.DISPUTED)
        return LinkKind.DISPUTED
    for told in (said, word):
        if kind := words.meant(told, words.LINK) if told else None:
            return kind
    kind = PEDIGREE.get(word.casefold(), LinkKind.UNKNOWN)
    if kind is LinkKind.UNKNOWN and pedigree:
        _unclear(reading, pedigree, f"'{said or word}'", kind)
    return kind


def _unclear(reading: Reading, at: Structure, what: str, kind: LinkKind) -> None:
    reading.warn(
        "kind-not-known",
        f"{what[:1].upper()}{what[1:]} is not a known kind of parenthood; read as {kind.value}.",
        f"Use one of: {', '.join(LinkKind)}.",
        at.line,
    )


def _event(
    event: Structure, links: list[Parentage], plain: set[str], child: str, reading: Reading
) -> None:
    """An adoption or a placement: of a union already told of, or a tie of its own."""
    famc, kind = event.one("FAMC"), _EVENTS[event.tag]
    union = _union_at(famc, reading) if famc else _only(links, kind)
    if not union:
        return
    reading.taken |= {event.line, famc.line if famc else event.line}
    start, end = reading.stretch(event) if event.tag == "FOST" else (reading.when(event), None)
    by = reading.text(famc, "ADOP").upper()
    if famc and by in ("HUSB", "WIFE"):
        reading.warn(
            "adopted-by-one",
            f"The file says (ADOP {by}) that only one of the couple '{union}' adopted "
            f"{reading.called(child)}; the link is drawn to both.",
            "If the other is the birth parent, add that as a link to that parent alone.",
            famc.line,
        )
    for at, link in enumerate(links):
        undated = link.kind is kind and link.start is None
        if link.union == union and (undated or union in plain):
            links[at] = replace(link, kind=kind, start=link.start or start, end=link.end or end)
            plain.discard(union)
            return
    links.append(Parentage(child=child, union=union, kind=kind, start=start, end=end))


def _only(links: list[Parentage], kind: LinkKind) -> str:
    """The union that an event without one can only mean."""
    alike = [k.union for k in links if k.kind is kind and k.start is None]
    return alike[0] if len(alike) == 1 else ""


def _birth(record: Structure, links: list[Parentage], child: str, reading: Reading) -> None:
    birth = record.one("BIRT")
    famc = reading.one(birth, "FAMC") if birth else None
    union = _union_at(famc, reading) if famc else ""
    if union and all(link.union != union for link in links):
        links.append(Parentage(child=child, union=union))


def read_union(record: Structure, reading: Reading) -> None:
    """A union with its partners, its states, and the children that only it tells of."""
    union = reading.unions_on[record.line]
    partners = _partners(record, union, reading)
    reading.take_negations(record, "MARR", "DIV")
    kind, start, end = _state(record, reading)
    made = Union(id=union, partners=partners, kind=kind, start=start, end=end)
    reading.unions += (made, *_again(record, made, reading))
    told = reading.children_of[union]
    for chil in reading.take(record, "CHIL"):
        child = _somebody(chil, reading)
        if child and child not in told:
            told.add(child)
            reading.parents.append(Parentage(child=child, union=union))
            reading.plain_links.add((child, union))
        if child:
            _by_each(chil, child, made, _father(record, reading), reading)


def _partners(record: Structure, union: str, reading: Reading) -> tuple[str, ...]:
    """Its one or two partners; somebody unknown stands in where the file names none."""
    named = [_somebody(at, reading) for at in reading.take(record, "HUSB", "WIFE")]
    known = list(dict.fromkeys(p for p in (*named, *reading.partner_of[union]) if p))
    if len(known) > 2:
        reading.warn(
            "union-of-more-than-two",
            f"The family '{union}' names {len(known)} partners; only the first two were read: "
            f"{', '.join(map(reading.called, known))}.",
            "Give the others a partnership of their own.",
            record.line,
        )
    if not known:
        known.append(_stand_in(f"{union}-parent", "Unknown parent", reading))
        reading.warn(
            "family-without-parents",
            f"The family {union} names no parent; one is drawn as unknown.",
            "Nothing to do, unless the parent is known.",
            record.line,
            Severity.NOTE,
        )
    return tuple(known[:2])


def _somebody(pointing: Structure, reading: Reading) -> str:
    """The id of the person pointed to. One of whom there are only words becomes a person."""
    there = pointing.pointer
    if there in reading.people_at:
        return reading.people_at[there]
    phrase = reading.text(pointing, "PHRASE")
    if there == _VOID:
        if not phrase:
            reading.taken.discard(pointing.line)  # somebody of whom nothing is recorded
        return _stand_in(phrase, phrase, reading) if phrase else ""
    reading.warn(
        "person-unknown",
        f"{pointing.tag} names '{there or pointing.value.strip()}', who is not in the file; "
        "left out.",
        "Correct the id, or add the person.",
        pointing.line,
        Severity.ERROR,
    )
    return ""


def _stand_in(wanted: str, name: str, reading: Reading) -> str:
    identity, number = wanted, 1
    while identity in reading.persons:
        number += 1
        identity = f"{wanted} ({number})"
    reading.persons[identity] = Person(id=identity, name=name)
    return identity


def _by_type(married: Structure, reading: Reading) -> UnionKind:
    """What a marriage is said to be: some programs write one of TYPE unmarried or common law."""
    kind = STATES.get(married.text("TYPE").casefold())
    if kind:
        reading.take(married, "TYPE")
    return kind or UnionKind.MARRIED


def _state(record: Structure, reading: Reading) -> tuple[UnionKind, When | None, When | None]:
    """What a union was by its last state, since when, and until when."""
    kind, start, end = UnionKind.UNKNOWN, None, None
    married = reading.one(record, "MARR")
    if married and married.value.strip().casefold() in words.ALIVE:
        married = None  # MARR N: not married
    if married:
        kind, start = _by_type(married, reading), reading.when(married)
    ended = _first_event(record, (END,), reading)
    if ended:
        end = reading.when(ended)
    begun = _first_event(record, tuple(STATES), reading) if not married else None
    if begun:
        kind, start = STATES[begun.text("TYPE").casefold()], reading.when(begun)
    divorced = reading.one(record, "DIV") or reading.one(record, "ANUL")
    if divorced:
        return UnionKind.DIVORCED, start, reading.when(divorced) or end
    parted = _first_event(record, PARTINGS, reading)
    if parted:
        return UnionKind.SEPARATED, start, reading.when(parted) or end
    return kind, start, end


def _again(record: Structure, first: Union, reading: Reading) -> Iterator[Union]:
    """Marriages of the same two after a divorce: each a partnership of its own."""
    events = [e for e in record.all("MARR", "DIV") if e.line not in reading.taken]
    divorced = record.one("DIV")
    number = 1
    for at, married in enumerate(events):
        if divorced is None or married.tag != "MARR" or not _later(married, divorced):
            continue
        number += 1
        start = reading.when(married)
        ended = events[at + 1] if events[at + 1 : at + 2] and events[at + 1].tag == "DIV" else None
        reading.taken |= {e.line for e in (married, ended) if e}
        yield Union(
            id=f"{first.id} ({number})",
            partners=first.partners,
            kind=UnionKind.DIVORCED if ended else UnionKind.MARRIED,
            start=start,
            end=reading.when(ended),
        )


def _later(event: Structure, than: Structure) -> bool:
    """Whether an event came after another: told after it, and not dated before it."""
    when, limit = when_of(event.text("DATE")), when_of(than.text("DATE"))
    before = when.end is not None and limit.start is not None and when.end < limit.start
    return event.line > than.line and not before


def _first_event(record: Structure, types: tuple[str, ...], reading: Reading) -> Structure | None:
    for event in record.all("EVEN"):
        if event.text("TYPE").casefold() in types:
            reading.taken.add(event.line)
            reading.take(event, "TYPE")
            return event
    return None


def _father(record: Structure, reading: Reading) -> str:
    husband = record.one("HUSB")
    return reading.people_at.get(husband.pointer, "") if husband else ""


def _by_each(chil: Structure, child: str, union: Union, father: str, reading: Reading) -> None:
    """Some programs say for each parent how the child is theirs: natural, step, adopted."""
    told = (reading.text(chil, "_FREL"), reading.text(chil, "_MREL"))
    kinds = [
        words.meant(t, words.LINK) or PEDIGREE.get(t.casefold(), LinkKind.UNKNOWN) for t in told
    ]
    if not any(told) or (child, union.id) not in reading.plain_links:
        return
    if kinds[0] is not kinds[1] and len(union.partners) == 2:
        in_order = union.partners if union.partners[0] == father else union.partners[::-1]
        at = kinds.index(LinkKind.BIRTH) if LinkKind.BIRTH in kinds else 1
        _of_one(child, union, in_order[at], kinds[at], kinds[1 - at], chil.line, reading)
    said = next(
        (k for t, k in zip(told, kinds, strict=True) if t and k is not LinkKind.BIRTH), None
    )
    for at, link in enumerate(reading.parents):
        if (link.child, link.union) == (child, union.id) and said:
            reading.parents[at] = replace(link, kind=said)


def _of_one(
    child: str,
    union: Union,
    parent: str,
    kind: LinkKind,
    other: LinkKind,
    line: int,
    reading: Reading,
) -> None:
    """A child of one partner in one way, and of the couple in another: a link to each."""
    alone = Union(id=f"{union.id}, {parent}", partners=(parent,))
    if all(u.id != alone.id for u in reading.unions):
        reading.unions.append(alone)
    reading.parents.append(Parentage(child=child, union=alone.id, kind=kind))
    how = f"the child of {reading.called(parent)} alone ({kind.value})"
    if kind is LinkKind.BIRTH:
        how = f"by birth the child of {reading.called(parent)} alone"
    reading.warn(
        "parents-differ",
        f"{reading.called(child)} is {how}, and of the couple by another tie: {other.value}.",
        "Nothing to do, if that is so.",
        line,
        Severity.NOTE,
    )
