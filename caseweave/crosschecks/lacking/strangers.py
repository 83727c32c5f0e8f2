"""People of whom rows tell and whom the genogram lacks: by name, or by a role alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from caseweave.crosschecks.contradiction import Contradiction, drawn, quoted
from caseweave.crosschecks.lacking.first_names import first_names
from caseweave.crosschecks.people import Known
from caseweave.crosschecks.rows import Row
from caseweave.crosschecks.who.kin_words import (
    PLACES,
    THE_CHILDREN,
    at_the_door,
    bare_role,
    in_the_home,
    known_as,
    name_then_relation,
    plain,
    relation_of,
    relation_then_name,
    sex_of,
    told,
)
from caseweave.crosschecks.who.kinship import parents
from caseweave.crosschecks.who.owners import young
from caseweave.crosschecks.who.practitioners import practitioners
from caseweave.crosschecks.who.pronouns import is_an_outsiders, said_of
from caseweave.crosschecks.who.roles import subject_of
from chronology.events.differing_addresses import addresses_in

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
        for name, said, (start, end) in first_names(known, row):
            words = {name.casefold(), name.split()[0].casefold()}
            if words.isdisjoint(staff) and not _NO_PERSON.search(name):
                named.setdefault(name.casefold(), []).append((row, start, end, said, name))
    for places in named.values():
        row, start, end, word, name = places[0]
        rows = len({p[0].entry.id for p in places})
        yield Contradiction(
            kind="not in the genogram",
            about=name,
            message=f"{name} ({word.casefold()}) is named in {_rows(rows)}, "
            "and is not in the genogram.",
            sides=(quoted(row, (start, end)), drawn(f"nobody called {name}")),
            remedy="Ask who this is; add them to the genogram if they belong there.",
        )
    yield from _roles(known)


_NO_PERSON = re.compile(rf"\b(?:{PLACES}|Hotel|Team|Services?|Manager|Council)$")


_SAYS_HE_IS = re.compile(r"\b(?:is|was|as|be|being)\s+$", re.I)
_HAS = re.compile(r"\b(?:has|have|had|got)\s+$", re.I)


def _stranger(known: Known, row: Row, found: re.Match[str]) -> str:
    """The name beside a relation if nobody of the family may be meant."""
    name = found["name"]
    start, end = found.span("name")
    if _PROFESSIONAL.match(name) or _NO_PERSON.search(name):
        return ""
    if row.named_at(start, end) or known.is_short(name):
        return ""
    if name.isupper() or not name[0].isupper() or _DENIED.search(row.text[: found.start()]):
        return ""
    if re.search(r"\bworks?\s+with\s+(?:an?\s+)?$", row.text[: found.start()], re.I):
        return ""
    if _somebody_elses(known, row, found) or _a_title(found):
        return ""
    told = found.groupdict()  # not "Aaron, whose stepdad Kyle"
    has = told.get("mine") or _HAS.search(row.text[: found.start()])
    if _SAYS_HE_IS.search(row.text[: found.start()]):  # "a lady who said she was his auntie Bea"
        has = None
    if has and not told.get("owner") and is_an_outsiders(known, row, found.start()):
        return ""
    words = name.split()
    if len(words) > 1 and relation_of().get(plain(words[0])):  # "known as Grandad Joe"
        words = words[1:]
    surnames = {w for p in known.family.persons for w in p.name.casefold().split()[1:]}
    if relation_of().get(plain(words[0])) or (len(words) == 1 and words[0].casefold() in surnames):
        return ""
    return " ".join(words)


def _somebody_elses(known: Known, row: Row, found: re.Match[str]) -> bool:
    """ "Ruby's uncle Steve", where Ruby is nobody of the family; "the child's" after another's."""
    owner = found.groupdict().get("owner")
    if owner and re.fullmatch(THE_CHILDREN, owner, re.I):
        return is_an_outsiders(known, row, found.start())
    if not owner or plain(owner) in relation_of() or not owner[0].isupper():
        return False
    named = row.named_at(*found.span("owner"))
    return not named and plain(owner) not in ("child", "children", "boy", "girl")


def _a_title(found: re.Match[str]) -> bool:
    """ "Father Doyle" and "Sister Bernadette" amid a sentence, with nobody's before them; or a
    Sister beside others at work: "Sister Grace and night staff"."""
    word = found["relation"]
    told = found.groupdict()
    if told.get("owner") or told.get("mine") or told.get("pointing"):
        return False
    first = not found.string[: found.start("relation")].rstrip() or bool(
        re.search(r"[.;:!?\n]\s*$", found.string[: found.start("relation")])
    )
    beside = word == "Sister" and _AND_STAFF.match(found.string, found.end())
    return word in ("Father", "Sister", "Brother", "Mother") and bool(not first or beside)


_AND_STAFF = re.compile(
    r"\s+(?:and|&|with)\s+(?:the\s+)?(?:\w+\s+)?(?:staff|nurses?|team|colleagues?|doctors?|Dr)\b",
    re.I,
)


def _roles(known: Known) -> Iterator[Contradiction]:
    """A role such as lodger or MGF that no one in the genogram has, to any child of the case."""
    recorded = " ".join(" ".join((p.role, *p.labels)).casefold() for p in known.family.persons)
    for role, where in _asked(known).items():
        spoken = [w for w, r in relation_of().items() if r == role]
        if _borne(known, role) or any(w in recorded for w in spoken):
            continue
        row, start, end = where[0]
        article = "An" if role[0] in "aeiou" else "A"
        yield Contradiction(
            kind="not in the genogram",
            about=role,
            message=f"{article} {role} is spoken of in {_rows(len(where))}; the genogram has none.",
            sides=(quoted(row, (start, end)), drawn(f"no {role}")),
            remedy="Ask who this is; add them to the genogram if they belong there.",
        )


def _asked(known: Known) -> dict[str, list[tuple[Row, int, int]]]:
    """Where each role that should be somebody is spoken of."""
    asked = told()["roles"]["asked"]
    places: dict[str, list[tuple[Row, int, int]]] = {}
    for row in known.rows if known.children else ():
        for found in bare_role().finditer(row.text):
            role = relation_of()[plain(found["relation"])]
            if role not in asked or _is_somebodys(row, found) or _of_the_grown(known, row, found):
                continue
            if not (_OF_THE_SERVICE.match(row.text, found.end()) or _elsewhere(known, row, found)):
                places.setdefault(role, []).append((row, found.start(), found.end()))
    return places


def _borne(known: Known, role: str) -> bool:
    """Whether somebody is that to a child; twins to anybody, nephews and nieces to a parent."""
    to = set(known.children)
    if role == "twin":
        to = set(known.kin.people)
    elif role in ("nephew", "niece"):
        to |= {p for c in known.children for p in parents(known.kin, c)}
    return any(known.relatives(one).get(role) for one in to)


_HIS_OR_HER = re.compile(r"\b(his|her)\s+(?:[a-z-]+\s+)?$", re.I)
_SOME = re.compile(r"\ban?\s+$", re.I)


def _of_the_grown(known: Known, row: Row, found: re.Match[str]) -> bool:
    """ "Lee said that his cousin had got him work": no child's cousin; see unnamed_kin.py."""
    whose = _HIS_OR_HER.search(row.text[: found.start()])
    owners = said_of(known, row, whose.start(1), sex_of(whose[1])) if whose else frozenset()
    if _SOME.search(row.text[: found.start()]):  # "a cousin" in a grown-up's own record
        owners = frozenset({subject_of(known, row)} - {""})
    return bool(owners) and not owners & set(young(known))


_IN_ANOTHER_HOME = re.compile(
    r"^\s*,?\s*(?:(?:at|of|from|in)\s+(?:the\s+)?(?:no\.?|number|flat|next|another|other|"
    r"work|\d)|next[- ]door|across|upstairs|downstairs|opposite|who\s+lost)\b",
    re.I,
)
_OF_ANOTHER_HOME = re.compile(
    r"(?:\b(?:no|number|flat)\b\.?\s*\d+\w?|\bnext[- ]door|\bneighbour\w*)\b[^.;]{0,40}$", re.I
)


def _elsewhere(known: Known, row: Row, found: re.Match[str]) -> bool:
    """Another home's lodger, or the relation of somebody outside the family."""
    start, end = found.span()
    before = row.text[max(0, start - 70) : start]
    near = set(addresses_in(row.text[max(0, start - 60) : end + 40]))
    homes = {a for h in known.family.households for a in addresses_in(h.address)}
    if near & homes:
        return False
    if near or _IN_ANOTHER_HOME.match(row.text[end:]) or _OF_ANOTHER_HOME.search(before):
        return True
    return is_an_outsiders(known, row, start)


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


def _rows(count: int) -> str:
    return "one entry" if count == 1 else f"{count} entries"
