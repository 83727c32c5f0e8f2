"""What kind of agency a name speaks of, and the words by which agencies name each other."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache

from chronology import phrases
from chronology.model import Case, Submission

_A_PROPER_NAME = 5  # letters from which a word of an agency's name may stand for it
# Words of names that are words of addresses and of other names too.
_NOT_BY_ITSELF = (
    "street road lane avenue drive close court place square terrace gardens grove park green "
    "house hall lodge bridge church chapel castle north south east west northern southern eastern "
    "western central upper lower great little community general royal county borough district city "
    "town village valley saint youth young people adult family families mental primary secondary "
    "junior infant trust foundation group partnership limited support centre practice"
)


@cache
def agency_kinds(agency: str) -> frozenset[str]:
    """What kind of agency a name speaks of; the name itself where no cue is known."""
    found = agencies_named(phrases.stems(agency))
    return frozenset(f.name for f in found) or frozenset({agency.casefold()})


def may_be_from(agency: str, case: Case, submissions: Sequence[Submission]) -> tuple[str, ...]:
    """Files, with the names they go by, of the kind of an expected agency that sent none itself."""
    expected = {name.casefold() for name in case.expected}
    return tuple(
        f"{s.file} ('{s.agency}')"
        for s in submissions
        if s.agency.casefold() not in expected and agency_kinds(agency) & agency_kinds(s.agency)
    )


def agencies_named(told: Sequence[str]) -> list[phrases.Found]:
    """The kinds of agency that a text names, given its stems in order."""
    return phrases.longest(phrases.find_cues(told, "agencies.toml"))


def called_for_short(agencies: Iterable[str], everyday: Collection[str]) -> Mapping[str, str]:
    """The word by which an agency is called for short -> the agency; `everyday` words are none.

    "Bridgeway" for Bridgeway Substance Service: a long word of its name that no other agency of
    the case has, and that is not a word for a kind of agency.
    """
    stems = {agency: set(phrases.stems(agency)) for agency in agencies}
    often = Counter(w for words in stems.values() for w in words)
    told = phrases.table_of("agencies.toml")
    kinds = set(phrases.stems(_NOT_BY_ITSELF))
    kinds |= {s for cues in told.values() for cue in cues for s in phrases.stems(cue)}
    return {
        w: agency
        for agency, words in sorted(stems.items())
        for w in words
        if len(w) >= _A_PROPER_NAME and often[w] == 1 and w not in kinds and w not in everyday
    }


def called_in_full(agencies: Iterable[str]) -> phrases.Finder:
    """The names of agencies that are more than one word, each under its kinds: "Weir House"."""
    cues: dict[str, list[str]] = {}
    for agency in sorted(agencies):
        if len(phrases.words(agency)) > 1:
            for kind in agency_kinds(agency):
                cues.setdefault(kind, []).append(agency)
    return phrases.finder(cues)


def one_spelling(names: Iterable[str], known: Iterable[str]) -> Mapping[str, str]:
    """The spelling of each agency that files spell in several ways but for capitals, spaces,
    apostrophes and the like: "CHILDRENS SOCIAL CARE".

    That of the case file, else the one found most often that is not all in capitals or small
    letters, else the one found most often.
    """
    count = Counter(names)
    best: dict[str, str] = {}
    for name in sorted(count, key=lambda n: (n in (n.upper(), n.lower()), -count[n], n)):
        best.setdefault(_plain(name), name)
    best.update({_plain(name): name for name in known})
    return {name: best[_plain(name)] for name in count if best[_plain(name)] != name}


def _plain(name: str) -> str:
    bare = re.sub(r"['\u2019`]", "", name.casefold()).replace("&", " and ")
    return " ".join(re.sub(r"[^\w]|_", " ", bare).split()) or name.casefold()


@cache
def _meanings() -> Mapping[str, str]:
    """Each name of an agency, spelt plainly, and the agency that it means."""
    table = phrases.table_of("same_agency.toml")
    return {_plain(name): agency for agency, names in table.items() for name in names}


def as_expected(
    names: Collection[str], expected: Sequence[str], declared: Collection[str]
) -> Mapping[str, str]:
    """Names of files and columns that mean an agency expected by another name -> that name.

    Only where just one of them does, and just one is expected: "Childrens Services" for
    "Children's social care". `declared` are names that the case file gives to files itself.
    """
    wanted = _by_meaning(expected)
    given = _by_meaning(names)
    return {
        one: called[0]
        for agency, called in wanted.items()
        for one in given.get(agency, ())
        if len(called) == len(given[agency]) == 1 and one not in (*called, *declared)
    }


def _by_meaning(names: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        if agency := _meanings().get(_plain(name)):
            found.setdefault(agency, []).append(name)
    return found
