"""What an agency's words say somebody is to the child, or to somebody else who is named.

    relation = [side] word [side] [(remark)]      maternal uncle, MGM, mother (deceased)
    another  = word of whom | whom's word         father of Kai, Kai's father, M's ex
    more     = relation, relation                 paternal aunt, special guardian of Orla
    before   = unborn | stillborn | late | birth  unborn half-sibling, bio mum
    remark   = (...) | [...] | - ... | due ...    MGM - SGO, unborn EDD 3/5

`relations.toml` holds the words, and may be added to.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from genogram.formats.life_words import DEAD_AS_REMARKED, LATE, LONGEST, day_of
from genogram.formats.relation_words import relation_words, told_words
from genogram.formats.slips import respelt
from genogram.model import Pregnancy, Sex, UnionKind

_REMARK = re.compile(
    r"\(([^)]*)\)|\[([^\]]*)\]"
    r"| [-\u2013\u2014] (.*)$|[ ,:;-]+((?:edd|due|died|dec'?d|deceased|passed away|rip)\b.*)$"
    r"|,? ((?:through|via) .*)$"
)
_SINCE = re.compile(
    r",? (?:from|since|until|till|between|in)(?= [^()]*\d)[^()]*$"
    r"|,? (?:of|for) (?:about |over |approx )?\d+ (?:weeks?|months?|years?|yrs?)$"
)
_WHEN = re.compile(
    r",? (?:c\.? ?)?(?:\d\d?/)*(?:19|20)\d\d\b"
    r"(?:[^()a-z]|\b(?:to|until|till|and|now|present|current|date|onwards?|approx|about|c"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*)\b)*$"
    r"|,? at (?:the )?time of [^()]*$"
)
_EARLIER = re.compile(
    r"(?:^|,? )(?:from|by) (?:an? |the |his |her |(?:mother|mum|mam|father|dad)'s )?"
    r"(?:previous|earlier|first|former|another|different) "
    r"(?:relationship|marriage|partner|partnership)s?$"
)
_ON_A_SIDE = re.compile(
    r",? (?:on|from) (?:the |his |her |their )?"
    r"(?:(?:mother|mum|mam|father|dad)'?s|[mp]aternal) side$"
)
_POSSIBLE = re.compile(r"^(?:possible|putative|alleged|suspected) ")
_OF = re.compile(r"(?P<word>.+?) (?:of|to|for) (?P<whom>[^/]+)")
_WHOSE = re.compile(r"(?P<whom>[^/]+)(?:'s|s') (?P<word>.+?)")  # Mum's partner's | son
_BARE = re.compile(r"(?P<whom>[\w ]+?)s (?P<word>.+)")  # mums partner
_NOW = re.compile(r"^(?:new|current|present|then|previous|on-off|recent|latest|long-term) (?=.)")
_AND = re.compile(r"\s*(?:,|&|\band\b)\s*")
_WEEKS = re.compile(r"(?:(?:at|@|in|of|c|circa|approx|about|around|after) ?)*\d|at ")
_NAMED_SO = re.compile(r"(?:^|\()(unborn|stillborn)\b")
_LOST = {
    "stillborn": Pregnancy.STILLBIRTH,
    "stillbirth": Pregnancy.STILLBIRTH,
    "still born": Pregnancy.STILLBIRTH,
    "miscarriage": Pregnancy.MISCARRIAGE,
    "miscarried": Pregnancy.MISCARRIAGE,
    "termination": Pregnancy.TERMINATION,
    "unborn": Pregnancy.UNBORN,
}
_CARERS = ("guardian", "foster", "adopted")
# What says more only with a word for through whom: "cousin (Adeel's son)".
_LOOSE = (
    *("cousin", "stepsibling", "niece_or_nephew", "great_aunt_or_uncle", "great_grandparent"),
    *("grandchild", "child_in_law", "professional"),
)
_LOOSE_UNSIDED = ("grandparent", "parents_sibling")  # Grandfather (Rachel's father)
# What somebody may be besides:
_BESIDE_KIN = (*_CARERS, "professional", "subject", "twin", "unborn", "putative", "parent")
_KIN = ("grandparent", "parents_sibling", "sibling", "half")
_CHILDREN = ("sibling", "half", "twin", "unborn", "offspring")  # of whom alone these may be said
_BEFORE = re.compile(
    r"^(?:bio|biological|birth|natural|older|younger|elder|eldest|youngest|big|little) (?=.)"
    r"|^(?:other|(?:short|long)[ -]term|private|emergency|respite|previous|former) (?=foster)"
)
_OVER = re.compile(r"\b(?:ex|former|previous|estranged|separated)\b")
_MATERNAL = re.compile(
    r"\b(?:maternal|mat|(?:mother|mum|mam)'?s (?:side|previous|first|former)"
    r"|different (?:father|dad)|same (?:mother|mum)$)"
)
_PATERNAL = re.compile(
    r"\b(?:paternal|pat|(?:father|dad)'?s (?:side|previous|first|former)"
    r"|different (?:mother|mum)|same (?:father|dad)$)"
)
_WITH = re.compile(r"\b(?:with|at|by|lives|placed|moved)\b")  # with his maternal aunt
_NUMBERED = re.compile(r" (?:[1-9]|[a-d])$")  # Subject child 1
_ALSO = re.compile(r"(?:also )?(?:subject|index)\b")  # Sibling (subject)
_ALSO_PARENT = re.compile(r"(?:,| and| &| /) (?=(?:father|mother|dad|mum|parent) of )")
_OR_ALSO, _AND_MORE = re.compile(r" ?/ ?"), re.compile(r" & |, ")
_AND_CARER = re.compile(
    r" and (?!(?:grand|uncle|aunt|father|mother|husband|wife|partner))"
    r"(?=[^()]*\b(?:carer|guardian|sgo|adopter)\b)"
)
_STROKE = re.compile(r"\bg/(?=[mf]\b)")  # M G/F
_FORMER = re.compile(r"^(?:ex-|ex |former |previous )(?=step)")
_ONLY = re.compile(r" only$")
_EVERYBODY = re.compile(
    r"(?:both|all)(?: of (?:them|the))?"
    r"(?: (?:(?:the|subject|of|above|\d|two|three|four|five) )*(?:child(?:ren)?|subjects))?"
    r"|(?:all |both )?(?:the )?(?:above|(?:subject )?children)"
    r"|all (?:\d|two|three|four|five)"
)
_ADOPTIVE = re.compile(r"^adoptive (?=.)")
_SHORT = {"m": "mother", "f": "father"}  # M's ex

# What somebody is to a parent -> what that makes them to the child.
_BY_PARENT = {
    "parent": "grandparent",
    "brother_or_sister": "parents_sibling",
    "partner": "parents_partner",
    "offspring": "half",
    "half_sibling": "parents_half_sibling",
}
_SIDED = (
    *("grandparent", "parents_sibling", "parents_partner", "half", "great_grandparent"),
    *("step_grandparent", "great_aunt_or_uncle", "great_great_grandparent", "cousin"),
)
_UNSURE = ("putative", "alleged", "possible", "unconfirmed", "disputed", "tbc", "?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relation:
    """What somebody is: to the child, or to those named in `whom`. Empty where not known."""

    word: str = ""
    side: str = ""
    sex: Sex = Sex.UNKNOWN
    whom: tuple[str, ...] = ()
    kind: UnionKind = UnionKind.UNKNOWN
    deceased: bool = False
    pregnancy: Pregnancy | None = None
    day: str = ""  # of the death, the loss or the birth to come, as the words say
    care: str = ""  # what a remark says besides: MGM - SGO
    cared_for: tuple[str, ...] = ()  # whose carer that is: aunt, special guardian of Orla
    whose: str = ""  # of several children the one whose relative it is: Poppy's PGM
    meant: str = ""  # the words as they were read, where one of them is misspelt
    subject: bool = False  # a child whom the review is about: Sibling (subject)


def relation_of(told: str, children: Collection[str] = ()) -> Relation:
    """Read the words of one cell; an unknown relation has an empty word.

    `children` are the names of the child whom the table is about: "Theo's maternal uncle".
    """
    told = told[:LONGEST].replace("\u2019", "'")
    return _relation(_of_nobody_else(told.casefold().replace(".", ""), children), told)


def relation_meant(told: str, children: Collection[str] = ()) -> Relation:
    """The same with one slip of spelling put right, where only one reading comes of it."""
    told = told[:LONGEST]
    if (read := relation_of(told, children)).word:
        return read
    main = told[: found.start()] if (found := _REMARK.search(told)) else told
    others = {}
    for meant in respelt(main.casefold(), relation_words()):
        other = relation_of(meant + told[len(main) :], children)
        if other.word and relation_of(meant, children).word:
            others[other] = replace(other, meant=" ".join(meant.split()))
    return next(iter(others.values())) if len(others) == 1 else read


def remarks_of(told: str) -> list[str]:
    """What stands beside the words for a relation: in brackets, after a dash or a comma."""
    return _parted(told[:LONGEST].replace("\u2019", "'").casefold())[1]


def _of_nobody_else(text: str, children: Collection[str]) -> str:
    """The words without the name of the child whom the table is about."""
    for child in children:
        name = re.escape(child.casefold())
        for pattern in (
            rf"{name}(?:'s|s'|s|') (.+)",
            rf"(.+?) (?:of|to|for) {name}((?: ?[(\[,-]| through | via ).*|)",
        ):
            found = re.fullmatch(pattern, text)
            rest = "".join(found.groups()) if found else ""
            if found and _own(rest):
                return rest
    return text


def _own(text: str) -> bool:
    """Whether words are about the child's own family, and not the child's own children."""
    said = _REMARK.sub(" ", text).strip()
    if (read := _of_the_child(said)) is not None:
        return told_words()[2].get(said, ("",))[0] != "offspring"
    return (read := _of_another(said)) is not None and bool(read.side)  # Kit's mum's partner


def _relation(text: str, told: str) -> Relation:
    text, pieces = _parted(text)
    remarks = " ".join(pieces)
    deceased = bool(LATE.search(text) or any(map(DEAD_AS_REMARKED.match, pieces)))
    text, lost = _not_born(LATE.sub("", text), pieces)
    read = _of_the_child(text) or _of_another(text) or _of_the_child(remarks) or Relation()
    read = _parent_too(_kin_and_carer(_by_whom(read, pieces), pieces), pieces)
    side = read.side or (_side_in(pieces, read.word) if read.word in _SIDED else "")
    unsure = read.word == "father" and any(word in remarks for word in _UNSURE)
    word = "putative" if unsure else read.word
    if word == "sibling" and ((side := _side_in(pieces, word)) or any(map(_EARLIER.match, pieces))):
        word = "half"
    lost = lost if word in _CHILDREN else None
    return replace(
        read,
        word=word,
        side=side,
        kind=_kind(text, pieces),
        deceased=deceased,
        pregnancy=Pregnancy.UNBORN if word == "unborn" and not lost else lost,
        day=day_of(told, lost) if lost or deceased else "",
        subject=word == "subject" or (word in _CHILDREN and any(map(_ALSO.match, pieces))),
    )


def _by_whom(read: Relation, pieces: list[str]) -> Relation:
    """A cousin, or somebody of whom nothing is known, by what a remark says: "(Megan's son)"."""
    loose = read.word in _LOOSE or (read.word in _LOOSE_UNSIDED and not read.side)
    if read.word and not loose:
        return read
    found = next((r for piece in pieces if (r := _of_another(piece)) and r.word), None)
    if found is None or found.word in _CARERS:
        return read
    return replace(found, sex=read.sex if found.sex is Sex.UNKNOWN else found.sex)


def _parent_too(read: Relation, pieces: list[str]) -> Relation:
    """A parent's partner who is another child's parent: "mother's partner, father of Pip"."""
    if read.word not in ("parents_partner", "step"):
        return read
    said = [r for piece in pieces if (r := _of_another(piece))]
    if own := [r for r in said if r.word in ("mother", "father")]:
        return replace(read, word=own[0].word, side="", sex=own[0].sex)
    found = [r for r in said if r.word == "parent"]
    known = read.sex if read.sex is not Sex.UNKNOWN or not found else found[0].sex
    return replace(read, whom=found[0].whom if found else (), sex=known)


def with_name(relation: Relation, name: str) -> Relation:
    """The same with what stands beside a name: 'Gus Sample (deceased)', 'Unborn baby Sample'."""
    named = relation_of(name)
    lost = next((_LOST[m[1]] for m in [_NAMED_SO.search(name.casefold())] if m), None)
    child = relation.word in (*_CHILDREN, "")
    pregnancy = relation.pregnancy or (lost if child else None)
    return replace(
        relation,
        deceased=relation.deceased or named.deceased,
        pregnancy=pregnancy,
        day=relation.day or named.day or (day_of(name, pregnancy) if pregnancy else ""),
    )


def _parted(text: str) -> tuple[str, list[str]]:
    """The relation and the remarks: in brackets, after a dash, or after a stroke."""
    pieces = [part.strip() for found in _REMARK.findall(text) for part in found if part]
    if text.rstrip().endswith("?"):
        text, pieces = text.rstrip(" ?"), [*pieces, "?"]
    text = _WHEN.sub("", _SINCE.sub("", " ".join(_REMARK.sub(" ", text).split())))
    pieces = [_SINCE.sub("", piece) for piece in pieces]
    if earlier := _EARLIER.search(text) or _ON_A_SIDE.search(text):
        text, pieces = text[: earlier.start()], [*pieces, earlier[0].strip(" ,")]
    if _of_the_child(text):
        return text, pieces
    for parted in (_ALSO_PARENT, _OR_ALSO, _AND_MORE, _AND_CARER):
        first, *more = (
            _known_first(parted.split(text)) if parted is _OR_ALSO else parted.split(text)
        )
        first = _SINCE.sub("", first).strip()
        more = [piece.strip(" ,") for piece in more]
        whole = parted is not _ALSO_PARENT and _of_another(text)
        if more and (_of_the_child(first) or _of_another(first)) and not whole:
            return first, [*more, *pieces]
    return _SINCE.sub("", text), pieces


def _known_first(parts: list[str]) -> list[str]:
    """The parts of "Matka / Mother" with the one that is known first; one where two are people."""
    read = [_of_the_child(part) for part in parts]
    known = [p for p, one in zip(parts, read, strict=True) if one and one.word != "professional"]
    kin = [one for one in read if one and one.word not in _BESIDE_KIN]
    sexes = {one.sex for one in read if one} - {Sex.UNKNOWN}
    if len(sexes) > 1 or len({one.word for one in kin}) > 1 or len({one.side for one in kin}) > 1:
        return [" / ".join(parts)]  # which of them it is, or that it is two people, is not known
    return [*known[:1], *(part for part in parts if part not in known[:1])]


def _kin_and_carer(read: Relation, pieces: list[str]) -> Relation:
    """Somebody who is both kin and a carer: 'MGM - SGO', 'Kinship carer (paternal aunt)'."""
    if read.word in _CARERS:
        kin = (r for p in pieces if (r := _of_the_child(p)) and r.word in _KIN)
        return replace(found, care=read.word) if (found := next(kin, None)) else read
    said = (_of_the_child(piece) or _of_another(piece) for piece in pieces if read.word)
    carer = next((r for r in said if r and r.word in _CARERS), None)
    return replace(read, care=carer.word, cared_for=carer.whom) if carer else read


def _not_born(text: str, pieces: list[str]) -> tuple[str, Pregnancy | None]:
    """The words without 'unborn' or 'stillborn', which may stand before or in a remark."""
    for word, pregnancy in _LOST.items():
        if text == word or text.startswith(f"{word} "):
            rest = text.removeprefix(word).strip()
            alone = rest in ("", "baby", "child", "of pregnancy") or bool(_WEEKS.match(rest))
            return ("unborn" if alone else rest), pregnancy
    said = (w for w in ("stillborn", "stillbirth", "unborn") for p in pieces if p.startswith(w))
    return text, _LOST.get(next(said, ""))


def _of_the_child(text: str) -> Relation | None:
    relations, sides, _ = told_words()
    text = _STROKE.sub("g", text)
    if text not in relations and (found := _BEFORE.sub("", text)) != text:
        return _of_the_child(found)
    if (found := _ADOPTIVE.sub("", text)) != text and text not in relations:
        return _of_an_adopter(found)
    short = {"m": "mother", "p": "father"}.get(text[:1], "")
    side = short if text[1:] in ("gm", "gf") else ""
    if short and text[1:2] in (" ", "/"):
        side, text = short, text[2:]
    for word, through in sides.items():
        if text.startswith(f"{word} "):
            text, side = text.removeprefix(f"{word} "), through
        elif text.endswith(f" {word}"):
            text, side = text.removesuffix(f" {word}"), through
    if side and text in ("gm", "gf"):
        text = f"m{text}"
    for rest in (_NUMBERED.sub("", text), _FORMER.sub("", text)):
        text = rest if text not in relations and rest in relations else text
    if text not in relations:
        return None
    relation, sex = relations[text]
    if side and relation == "professional":
        return None  # a paternal GP is a grandparent, if anybody
    if side and relation == "sibling":
        relation = "half"  # a maternal brother is the mother's son
    return Relation(word=relation, side=side if relation in _SIDED else "", sex=sex)


def _of_an_adopter(text: str) -> Relation | None:
    """What somebody is to the one who adopted: 'adoptive maternal grandmother' is her mother."""
    read = _of_the_child(text)
    tie = {"grandparent": "parent", "parents_sibling": "brother_or_sister"}
    if read is None or not read.side or read.word not in tie:
        return None
    return Relation(word=tie[read.word], sex=read.sex, whom=(f"adoptive {read.side}",))


def _tie(word: str) -> tuple[str, Sex] | None:
    """What a word makes somebody to a person who is named, care included."""
    relations, _, others = told_words()
    care = relations.get(word)
    word = _NOW.sub("", _BEFORE.sub("", _POSSIBLE.sub("", word)))
    return others.get(word) or (care if care and care[0] in _CARERS else None)


def _of_another(text: str) -> Relation | None:
    """A tie to somebody who is named: 'father of Kai', "mother's sister"."""
    relations = told_words()[0]
    for pattern in (_OF, _WHOSE, _BARE):
        found = pattern.fullmatch(text)
        if found is None or (tie := _tie(found["word"])) is None:
            continue
        word, sex = tie
        doubtful = word == "parent" and _POSSIBLE.match(found["word"])
        whom = _ONLY.sub("", _SHORT.get(found["whom"], found["whom"]))
        parent = relations.get(whom, ("", Sex.UNKNOWN))[0]
        if parent in ("mother", "father"):
            known = _BY_PARENT.get(word)
            return Relation(word=known, side=parent, sex=sex) if known else None
        if parent == "subject" or _EVERYBODY.fullmatch(whom):
            return _of_the_child(found["word"])
        word = "possible_parent" if doubtful else word
        return Relation(word=word, sex=sex, whom=tuple(_AND.split(whom)))
    return None


def _side_in(pieces: Sequence[str], word: str) -> str:
    """Through whom, as a remark says: '(father's side)', '(maternal)', "(mum's son)"."""
    remarks = " ".join(piece for piece in pieces if not _WITH.search(piece))
    if _MATERNAL.search(remarks):
        return "mother"
    if _PATERNAL.search(remarks):
        return "father"
    read = (_of_another(piece) for piece in pieces)
    return next((r.side for r in read if r and r.word == word != "sibling"), "")


def _kind(text: str, pieces: Sequence[str]) -> UnionKind:
    """How two people are together, as far as the word for one of them says."""
    if any(piece.startswith("divorced") for piece in pieces):
        return UnionKind.DIVORCED
    if _OVER.search(text) or any(map(_OVER.match, pieces)):
        return UnionKind.SEPARATED
    if re.search(r"\b(?:husband|wife|spouse|civil partner)\b", text):
        return UnionKind.MARRIED
    return UnionKind.UNKNOWN
