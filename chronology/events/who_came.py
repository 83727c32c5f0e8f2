"""Who an account of a meeting says came to it, and who did not: a parent or another of the case.

Mother attended. Kit sent his apologies.      Present: mother, HV      Both parents there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from chronology.events.particulars import Particulars, add_said
from chronology.model import Case, Child, Entry, Person

_THIS_ONE = (
    r"(?!\s+in\s+person|\s+(?:the\s+|this\s+)?(?:meeting|conference|review|core\s+group)s?\s+(?:in|on|of|"
    r"last)\b)(?=\s*(?:[.,;:)]|$|\s-\s)|\s+(?:and|but|as|due|because|with|by|via|late|throughout|remotely|"
    r"virtually|for\s+(?:part|some|most|all|the\s+(?:first|last|whole|second|end|start|beginning))|"
    r"(?:(?:the|this)\s+)?(?:meeting|conference|review|core|icpc|rcpc|discussion))\b)"
)
"""What may follow: "attended A&E" and "did not attend school" are of other things, and who did not
come in person may have been on the telephone."""
_NOT_ALL_OF_IT = (
    r"(?!\s+(?:for|throughout|until)\b|\s*[,;.]?\s*(?:but\s+)?(?:(?:s?he|they)\s+)?"
    r"(?:joined|dialled|came|arrived)\b)"
)
"""Not present for part of it; did not attend but joined by telephone."""
_NOT_THERE = (
    r"(?:\s+(?:was|were|both|has|have))*\s+(?:(?:did\s+not|didn['\u2019]?t|failed\s+to|unable\s+to|"
    r"could\s+not|couldn['\u2019]?t|declined\s+to|refused\s+to|chose\s+not\s+to)\s+(?:attend|come)|"
    r"(?:not|wasn['\u2019]?t|weren['\u2019]?t)\s+(?:present|invited|there|in\s+attendance)|absent|"
    rf"(?:gave|given|sent)\s+(?:his\s+|her\s+|their\s+)?apologies)\b{_NOT_ALL_OF_IT}{_THIS_ONE}"
)
_WERE_THERE = (
    rf"(?:\s+(?:was|were))?\s+(?:attended|present|came|there|in\s+attendance)\b{_THIS_ONE}"
)
_CAME = (
    r"(?:\s+(?:was|were|also|both))*\s+(?:attended|present|came|there|in\s+attendance|"
    rf"joined(?=\s+(?:by|via|late|remotely|virtually)\b)|arrived(?=\s+late\b))\b{_THIS_ONE}"
)
_NEITHER = re.compile(
    r"\b(?:neither|nor|no|if|unless|without|how|whether|previously|concern\w*\s+that|last\s+(?:week|month|time))[\s,]+"
    r"(?:\w+\s+)?$",
    re.I,
)
_NO_OTHERS = r"(?<!step)(?<!step[\s-])(?<!foster[\s-])(?<!grand[\s-])(?<!god[\s-])(?<!['\u2019]s\s)"
"""A foster mother is not the mother, and Theo's father need not be Rose's."""
_PARENTS = {"mother": "mother|mum|mam", "father": "father|dad"}
_STEP = {"stepmother": r"step[\s-]?(?:mother|mum)", "stepfather": r"step[\s-]?(?:father|dad)"}
_TWO = 2  # fathers: "father" may be either
_LIST = (
    r"(?<!\bnot\s)(?:\b(?:attended\s+by|in\s+attendance|attendees)\s*:?\s*|\bpresent\s*:\s*|"
    r"(?:(?<=\.\s)|^)present\s+)"
)
_ABSENT = (
    r"\b(?:no\s+)?apologies\s*(?:(?:were\s+)?(?:received|given|sent))?\s*(?::|from|by)\s*|"
    r"\b(?:not\s+(?:present|in\s+attendance|attending)|did\s+not\s+attend|non[\s-]attend(?:ance|ees)|"
    r"absent)\s*:\s*"
)
_MOST_WORDS = 4
"""Of each in a list: "maternal grandmother", "SW J Benn"."""
_PARTED = re.compile(r"[,;&]|\band\b", re.I)
_LIST_ENDS = re.compile(r"[.:\n)]")
_BRACKETS = re.compile(r"\([^()\n]*\)")
_HOW = (
    r"(?:(?:by|via|on|joined|attended)\s+)*(?:(?:tele)?phone|video(?:[\s-](?:link|call))?|teams|zoom|"
    r"remotely|virtual(?:ly)?|online|in\s+person|late|(?:(?:for|in)\s+)?part(?:ly)?)"
)
"""How one came, in brackets: dad (by phone). "(via advocate)" and "(DNA)" are no coming."""
_NO_LIST = re.compile(r"\b(?:not|no|nor|apologies|absent|said|told|who|about|invited)\b", re.I)
_NO_FIRST_NAME = re.compile(
    r"(?:m(?:rs?|s|x|iss)|dr|prof\w*|mum\w*|mother|dad\w*|father|grand\w*|nan\w*|aunt\w*|uncle|step\w*|"
    r"foster|maternal|paternal|half|ex|partner|family|(?:un)?born|baby|child|sibling|subject|twin|"
    r"brother|sister|young\w*|old\w*)\b|\W|\w\b",
    re.I,
)


def names_in(case: Case) -> Mapping[str, tuple[str, ...]]:
    """What each child and person of the case is called, by label: with Darren for Darren Reid,
    where nobody else of the case has that name."""
    everyone: list[Child | Person] = [*case.children, *case.people]
    words = [{w for name in one.all_names for w in name.casefold().split()} for one in everyone]
    called = {}
    for one in everyone:
        firsts = {
            name.split()[0]
            for name in one.all_names
            if " " in name.strip() and not _NO_FIRST_NAME.match(name.strip())
        }
        own = [f for f in firsts if sum(f.casefold() in other for other in words) == 1]
        called[one.label] = (*one.all_names, *sorted(own))
    return called


def called_in(case: Case) -> Mapping[str, str]:
    """Who may be said to have come, by label: a pattern for what each is called."""
    roles = [
        re.sub(r"[\s-]|\bof\s.*", "", person.role.casefold()) for person in case.people
    ]  # "father of Theo"
    each = {**_PARENTS, **_STEP}
    called = {role: each[role] for role in _PARENTS if roles.count(role) < _TWO}
    called |= {role: each[role] for role in _STEP if roles.count(role) == 1}
    known = names_in(case)
    for person, role in zip(case.people, roles, strict=True):
        names = "|".join(map(re.escape, sorted(known[person.label], key=len, reverse=True)))
        parent = role if role in called else person.label
        called[parent] = "|".join(filter(None, (names, called.get(parent, ""))))
    return {label: names for label, names in called.items() if names}


def came(entry: Entry, text: str, called: Mapping[str, str]) -> Particulars:
    """Of each who is said to have come, or not to have; the column of who was present counts."""
    told: Particulars = {}
    anyone = "|".join(called.values())
    beside = rf"(?:\s*(?:,|and|&)\s*(?:{anyone}))*"
    column = "" if "present" in entry.withheld else entry.fields.get("present", "")
    column = column.replace("\n", ", ")
    for label, names in called.items():
        both = r"|(?:both\s+)?parents" if label in _PARENTS else ""
        who = rf"\b{_NO_OTHERS}(?:{names}{both})\b"
        _add(told, label, "no", _said(rf"{who}{beside}{_NOT_THERE}", text) or _shortly(who, text))
        _add(told, label, "no", _listed(_ABSENT, who, text, how=r"[^()]*"))
        _add(told, label, "no", _said(_neither(label, who, anyone), text))
        _add(told, label, "yes", _said(rf"{who}{beside}{_CAME}", text))
        _add(told, label, "yes", _listed(_LIST, who, text))
        _add(told, label, "yes", _listed(r"^\s*", who, column))
    return told


def _neither(label: str, who: str, anyone: str) -> str:
    """Neither parent attended. Neither mother nor Kit was present."""
    of_two = rf"neither\s+(?:{who}\s+n?or\s+(?:{anyone})|(?:{anyone})\s+n?or\s+{who})"
    parents = r"|neither\s+parent|no\s+parents?" if label in _PARENTS else ""
    return rf"\b(?:{of_two}{parents}){_WERE_THERE}"


def _add(told: Particulars, label: str, whether: str, words: str) -> None:
    if words:
        add_said(told, label, [whether], words)


def _said(pattern: str, text: str) -> str:
    found = re.search(pattern, text, re.I)
    return found[0] if found and not _NEITHER.search(text[: found.start()]) else ""


def _shortly(who: str, text: str) -> str:
    """Mother attended, Declan did not."""
    before = r"\b(?:attended|came|present)\s*[,;]?\s*(?:but\s+|and\s+)?"
    found = re.search(rf"{before}({who}\s+did\s+not)(?=\s*[.,;)]|\s*$)", text, re.I)
    return found[1] if found else ""


def _listed(head: str, who: str, text: str, how: str = _HOW) -> str:
    """The words of a list, from its head to the name; a list that says "not" is none.

    Mother (part), dad (by phone): how one came, or why one did not, is passed over; with other
    brackets, one is not it.
    """
    passed = re.compile(rf"\((?:{how}|{who})\)", re.I)
    plain = _BRACKETS.sub(lambda b: (" " if passed.fullmatch(b[0]) else "x") * len(b[0]), text)
    for found in re.finditer(head, text, re.I):
        at = found.end()
        for one in _PARTED.split(_LIST_ENDS.split(plain[at:], maxsplit=1)[0]):
            if len(one.split()) > _MOST_WORDS or _NO_LIST.search(one):
                break
            if re.fullmatch(who, one.strip(), re.I):
                return text[found.start() : at + len(one.rstrip())].strip()
            at += len(one)
            at += len(parted[0]) if (parted := _PARTED.match(plain, at)) else 0
    return ""
