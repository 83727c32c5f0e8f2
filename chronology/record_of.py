"""Whose record a file or a sheet is, where its own title plainly says so; else nothing is guessed.

said by     1 the case file   2 the titles above the headings   3 the sheet's name   4 the file's
strong      = (chronology|record|notes|history ...) (for|of|on|re ...) who | re|subject|patient: who
            | who's (record|notes|chronology ...)
weak        = child|mother|father ...: name      one kind of them alone says whose record it is
who         = a role (mother, father, child, household) | the name of a child or person of the case
Two roles side by side ("Mother and Theo") say nothing plain: the record stays undeclared.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from functools import cache

from chronology.findings import Remark, Severity
from chronology.importers.rows import Row, filled_texts, text_of
from chronology.model import Case, Chronology, Entry

CHILD = "child"
ADULTS = frozenset(("mother", "father", "household", "other"))
ROLES = (CHILD, "mother", "father", "household", "other")
_NOT_A_CHILD = (
    r"(?![- ](?:protection|health|care|and|development|in|looked|support|services?|line|mental|"
    r"minding|minder|death|safeguarding|abuse|seen|present|poverty|benefit|contact|views|ren))"
)
_ROLES = (
    ("mother", r"\bmother\b(?:'s)?|\bmum\b(?:'s)?|\bmums\b|\bmothers\b"),
    ("father", r"\bfather\b(?:'s)?|\bdad\b(?:'s)?|\bfathers\b|\bdads\b"),
    ("household", r"\b(?:household|tenancy|tenants?|whole family|family unit)\b"),
    (
        CHILD,
        rf"\bsubject child\b|\bchild\b(?:'s)?{_NOT_A_CHILD}|\bpupil\b|\bbaby\b{_NOT_A_CHILD}|"
        r"\byoung person\b|\binfant\b(?! (?:school|feeding))",
    ),
)
_OF_CHILD = re.compile(
    r"\b(mother|mum|father|dad|stepfather|step-father|grandmother|grandfather|partner)"
    r" of\b|\b(?:\w+'s|childs?|babys?|pupils?|infants?) (mother|mum|father|dad)\b"
)
A_PLACE_OF = r"(?:school|academy|college|church|house|hospital|hospice|nursery|centre|project) of"
"""Before a name it is one of a place: the School of Hope is nobody's record."""
A_RECORD = (
    r"(?:chronolog(?:y|ies)|records?|notes|history|entries|log|file|timeline|events|contacts)"
)
_STRONG = (
    re.compile(rf"\b{A_RECORD}\b[^.:]*?\b(?:for|of|on|re|relating to|regarding|concerning|about)"
               r"[\s:]+(.{2,80})$"),
    re.compile(r"^(?:re|regarding|subject|subject of (?:record|chronology|review)|patient|client|"
               r"pupil|student|tenants?|service user|patient name|pupil name|client name|"
               r"subject name|record of|name of patient|name of pupil|"
               r"name of (?:subject )?child(?: or young person)?|child's name|child name|"
               r"subject child)\s*[:-]\s*(.{2,80})$"),
    re.compile(rf"^(.{{2,60}}?'s?) (?:[\w-]+ ){{0,3}}{A_RECORD}\b"),
)  # fmt: skip
_WEAK = re.compile(
    r"^(child|baby|infant|mother|mum|father|dad|young person)(?: name|'s name)?\s*:\s*\S"
)
_CHILDLY = re.compile(
    r"^(?:pupil|student|name of (?:pupil|(?:subject )?child)|child|subject child)"
)
Found = tuple[str, str]
"""Whose record some words say it is, and the words."""
_LABELLED = re.compile(r"[:-]\s*$")
_OF_ONE = re.compile(r"(?:pupil|student|patient|client|child|service user)(?:'s)?(?: name)?", re.I)
"""A label without a colon, beside a name."""
RELATIVES = (
    r"(?:mother|mum|mam|mom|mama|father|dad|parents?|nan|nana|nanny|gran|granny|grandad|grandpa|"
    r"grandma|aunt(?:ie|y)?|uncle|cousin|partner|boyfriend|girlfriend|husband|wife)|[mp]g[mfp]"
)
"""What grown people of a family are to its children or each other, as a pattern for words in lower
case. It is alternatives: put it into a group."""
KIN = (
    r"(?:(?:both|birth|biological|maternal|paternal|foster|adoptive|step|great|grand)[ -]?)*"
    rf"(?:{RELATIVES}|carers?)|adults?"
)
"""The same, with what stands before it, and those who care for a child."""
_A_SIBLING = re.compile(
    r"(?:(?:half|step)[- ])?(?:siblings?|sibs?|brothers?|sisters?)(?: ?(?:\d|[a-h]))?|"
    r"child(?: (?:no\.? ?)?[2-9]| [b-h])|unborn(?: baby| child)?|" + KIN,
    re.IGNORECASE,
)
_DEALINGS = re.compile(
    r"\b(?:with|from|to|by|and|contacts?|calls?|visits?|meetings?|letters?|e-?mails?|texts?)\b",
    re.IGNORECASE,
)
"""In the name of a sheet of the child's: 'Contact with mum', which is no record of hers."""
_ONE_ADULT = ADULTS - {"household"}
FULL_NAME = re.compile(r"[A-Z][\w'\u2019-]+(?:,? [A-Z][\w'\u2019-]+){1,2}")
"""A first name and a surname, in either order, and perhaps one more."""
_FIRST_AND_LAST = re.compile(r"([A-Z][\w'\u2019-]+),? ([A-Z][\w'\u2019-]+)")
_NO_FIRST_NAMES = "family|families|case|children|siblings|sheet|data|visits|main|all|agency|review"
_ELSE = "If it is somebody else's, set record_of for it in the case file (case.toml)."
_OF_A_SHEET = (
    "If it is somebody else's, set record_of for this sheet or table of the file, under sheets, in "
    "the case file (case.toml)."
)


def find_record_of(
    titles: Sequence[str], sheet: str, file: str, case: Case, alone: Sequence[Found] = ()
) -> tuple[str, Remark | None]:
    """Whose record the titles above the headings, the sheet's or the file's name say it is.

    A role, or the label of a child; empty where nothing plainly says so. `alone` is what titles
    say that are a name and nothing else.
    """
    title = _agreed([*alone, *(f for t in titles if (f := _said(t, case)))]) or _agreed(
        [f for t in titles if (f := _weak(t, case))]
    )
    if title:
        return title[0], _remark("title", title)
    for where, name in (("sheet's name", sheet), ("file's name", file)):
        found = _who(name, case)
        if where == "sheet's name":
            found = _by_part_of_a_name(name, case) or _sibling(name, case) or found
        if found := found or _one_more_of_the_family(name, case):
            return found, _remark(where, (found, name))
    return "", None


def part_of_another(
    titles: Sequence[str], sheet: str, said: str, case: Case, alone: Sequence[Found] = ()
) -> tuple[str, Remark | None] | None:
    """Whose a sheet or table of a child's file is, where it is headed as anybody's.

    Another child's, one of several children's or, where it plainly says so, one grown person's.
    `said` is whose record the file was declared to be.
    """
    labels = {c.label for c in case.children}
    own = {c.label for c in case.children if c.subject} if said == CHILD else {*said.split(", ")}
    if not own <= labels:
        return None
    others = labels - own
    found, remark = find_record_of(titles, sheet, "", case, alone)
    if found in own and remark and len(own) > 1:
        return found, replace(remark, remedy=_OF_A_SHEET)
    if found in own or found == CHILD:
        return said, None
    if found not in others:
        strong = [t for t in titles if _said(t, case)]
        own_name = "" if _DEALINGS.search(sheet) else sheet
        found, remark = find_record_of(strong, own_name, "", case, alone)
    if remark is None or found not in others | _ONE_ADULT:
        return None
    return found, replace(remark, remedy=_OF_A_SHEET)


def of_several(labels: Iterable[str]) -> str:
    """A record of these children together; of one, its label."""
    return ", ".join(labels)


def record_of_row(subject: str, case: Case, whole: str) -> str:
    """Whose record one row is, where a column says whom each row is about; else the table's."""
    return (_who(subject, case) or whole) if subject else whole


def records_of(chronology: Chronology) -> Callable[[Entry], str]:
    """Tells of an entry whose record it stands in; empty where nothing says so."""
    whole = {
        (s.file, t.name): t.record_of or s.record_of
        for s in chronology.submissions
        for t in s.sheets
    }

    of_row = cache(lambda subject, of_sheet: record_of_row(subject, chronology.case, of_sheet))

    def whose(entry: Entry) -> str:
        of_sheet = whole.get((entry.at.file, entry.at.sheet), "")
        return str(of_row(entry.fields.get("subject", ""), of_sheet))

    return whose


def owners_of(chronology: Chronology) -> Callable[[Entry], str]:
    """Tells of an entry whose own record it stands in: one child's label, mother or father.

    Empty where it is the household's or anybody else's, or nothing says so.
    """
    whose = records_of(chronology)
    subjects = [c.label for c in chronology.case.children if c.subject]
    child = subjects[0] if len(subjects) == 1 else ""
    known = {c.label: c.label for c in chronology.case.children}
    known |= {CHILD: child, "mother": "mother", "father": "father"}
    return lambda entry: known.get(whose(entry), "")


def children_of(chronology: Chronology) -> Callable[[Entry], frozenset[str]]:
    """Tells of an entry the children whose own record it stands in: one, or several together.

    Empty where it is a grown person's, the household's or anybody else's, or nothing says so.
    """
    whose, owner = records_of(chronology), owners_of(chronology)
    labels = {c.label for c in chronology.case.children}

    def owned(entry: Entry) -> frozenset[str]:
        named = frozenset(whose(entry).split(", "))
        return named if named <= labels else frozenset(labels & {owner(entry)})

    return owned


_MOST_TITLES = 200
"""Cells about a table beyond these are no titles of it, but something else."""
_LONGEST_TITLE = 200
"""In characters."""


def titles_alone(rows: Sequence[Row], heading_row: int) -> list[str]:
    """The words of rows above the headings in which nothing else stands.

    Not of one that stands over a later column, as over a group of them; the first is the first that
    has a heading, for the table may stand beside another.
    """
    first = next((_first_filled(row) for row in rows if row.number == heading_row), 0)
    above = (row for row in rows if not row.aside and row.number < heading_row and row.cells)
    return [
        filled_texts(row)[0]
        for row in above
        if len(filled_texts(row)) == 1 and (row.band or _first_filled(row) in (0, first))
    ]


def _first_filled(row: Row) -> int:
    """The position of the first cell with words; that of the first cell where none has any."""
    return next((at for at, cell in enumerate(row.cells) if text_of(cell.value)), 0)


def titles_above(rows: Iterable[Row], heading_row: int | None, *, form: bool = False) -> list[str]:
    """The words above the headings, and of what stands about a table: one text for each cell.

    A label with its value in the next cell ("Child:" | "Theo") is one text; in a form, a row of
    two cells is one without the colon.
    """
    texts: list[str] = []
    for row in rows:
        if heading_row is not None and row.number >= heading_row and not row.aside:
            continue
        if len(texts) > _MOST_TITLES:
            break
        words = [w for cell in row.cells[:_MOST_TITLES] if (w := text_of(cell.value))]
        pair = (form or _OF_ONE.fullmatch(words[0] if words else "")) and len(words) == 2
        while words:
            first = words.pop(0)
            if pair and words and not _LABELLED.search(first):
                first = f"{first}:"
            if _LABELLED.search(first) and words:
                first = f"{first} {words.pop(0)}"
            texts += [" ".join(line.split()) for line in first.splitlines()]
    return [text for text in texts if len(text) <= _LONGEST_TITLE]


def _agreed(found: Sequence[Found]) -> Found | None:
    """What all of the texts say, if they say one thing; a child's label says more than 'child'."""
    said = {who for who, _ in found}
    if len(said - {CHILD}) == 1 and not said & ADULTS:
        said -= {CHILD}
    return next((f for f in found if f[0] in said), None) if len(said) == 1 else None


def _said(text: str, case: Case) -> Found | None:
    """What a title says of its own record."""
    words = _fold(text)
    for pattern in _STRONG:
        if match := pattern.search(words):
            found = _who(match[1], case)
            if not found and _CHILDLY.match(words) and _unnamed(case):
                found = CHILD
            if found:
                return found, text
    return None


def _weak(text: str, case: Case) -> Found | None:
    """What a title, or the last part of it after a dash or stop, says by a kind of person alone."""
    *_, last = re.split(r"\s[-\u2013\u2014|]\s|[;.]\s", text)
    whole = _WEAK.match(_fold(text))
    match = whole or _WEAK.match(_fold(last))
    role = _role(match[1]) if match else ""
    if role != CHILD and not whole and _children_in(_fold(text.removesuffix(last)), case):
        return None  # 'Record of Theo Marlowe. Mother: Carly' says who the child's mother is
    if role != CHILD:
        return (role, text) if role else None
    named = _children_in(_fold(text), case)
    if len(named) == 1:
        return named[0], text
    return (CHILD, text) if _unnamed(case) else None


def _who(text: str, case: Case) -> str:
    """The one role or child that a text names; empty where it names none, or several kinds."""
    words = _fold(text)
    if of := _OF_CHILD.search(words):
        return _role(of[1] or of[2]) or "other"
    roles = {role for role, cue in _ROLES if re.search(cue, words)}
    roles |= {r for p in case.people if _names(words, p.all_names) and (r := _role(p.role))}
    named = _children_in(words, case)
    adults = roles - {CHILD}
    if len(named) > 1:
        return "" if adults - {"household"} else "household"
    if (named and adults) or len(roles) > 1:
        return ""
    return named[0] if named else next(iter(roles), "")


def _children_in(words: str, case: Case) -> list[str]:
    return [c.label for c in case.children if _names(words, c.all_names)]


def _names(words: str, names: Iterable[str]) -> bool:
    said = re.sub(rf"\b{A_PLACE_OF} \w+", "", words)
    return any(re.search(rf"(?<!\w){re.escape(_fold(n))}(?!\w)", said) for n in names if len(n) > 1)


def _by_part_of_a_name(sheet: str, case: Case) -> str:
    """Whose record a sheet is that is named by initials or a first name: 'RM', 'KAYLEIGH'."""
    told = [(c.label, c.names) for c in case.children]
    told += [(_role(p.role) or "other", p.names) for p in case.people]
    said = sheet.replace(".", "").strip()
    short = said.isupper() and len(said) in (2, 3)
    found = {
        who
        for who, names in told
        for words in (name.casefold().replace("-", " ").split() for name in names)
        if len(words) > 1
        and said.casefold() in (words[0], *(["".join(w[0] for w in words)] if short else ()))
    }
    return found.pop() if len(found) == 1 else ""


def _sibling(sheet: str, case: Case) -> str:
    """Somebody else: 'Sibs', 'Child 2', 'Nan', 'Parents', where nobody of the case is called so."""
    named = _who(sheet, case) in {*ADULTS, *(c.label for c in case.children)}
    return "other" if not named and _A_SIBLING.fullmatch(sheet.strip()) else ""


def _one_more_of_the_family(text: str, case: Case) -> str:
    """Somebody else: 'Kayleigh Marlowe', where the case knows nothing of her but Theo's surname."""
    found = _FIRST_AND_LAST.fullmatch(text.strip())
    names = [one.names for one in case.everybody]
    surnames = {n.split()[-1].casefold() for of_one in names for n in of_one if " " in n}
    if not found or re.search(rf"\b(?:{A_RECORD}|{_NO_FIRST_NAMES})\b", text, re.IGNORECASE):
        return ""
    return "other" if surnames & {found[1].casefold(), found[2].casefold()} else ""


def _unnamed(case: Case) -> bool:
    """Whether the case has one child only, so that a child's record can be no other's."""
    return len(case.children) == 1 and not case.children[0].names


def _role(words: str) -> str:
    """The role with which words begin: 'father of Ellis, mother's partner' is a father."""
    return next((role for role, cue in _ROLES if re.match(cue, words.casefold())), "")


def _fold(text: str) -> str:
    bare = text.casefold().replace("\u2019", "'").replace("_", " ")
    bare = re.sub(r"\.\w{2,5}$|[()\[\]\"]", " ", bare)
    return " ".join(bare.split())


def _remark(where: str, found: Found) -> Remark:
    who, text = found
    whose = f"the {who}'s" if who in ROLES else f"{who}'s own"
    whose = "another person's" if who == "other" else whose
    said = text if len(text) <= 80 else text[:77] + "..."
    return Remark(
        code="record-of-by-title",
        severity=Severity.NOTE,
        message=f"The {where} says '{said}': read as {whose} record.",
        remedy=_ELSE,
    )
