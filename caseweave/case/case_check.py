"""Whether case.toml agrees with itself: names, dates and files that cannot all be meant.

one name for two children, one file described twice,   an error that stops: the wrong child would
files that replace each other, a death before birth    be shown as seen, or rows left out
a birth or death beyond the review, a name shared      a finding: it may be so
with an adult, no children
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import combinations

from chronology.findings import CaseweaveError, Finding, Severity
from chronology.model import NOBODY_NAMED, Case, Child, Person


def check_case(case: Case) -> tuple[Finding, ...]:
    """What to look at in the case file; raises CaseweaveError where it contradicts itself."""
    _refuse_shared_names(case)
    _refuse_files_twice(case)
    _refuse_rings(case)
    for child in case.children:
        if child.born and child.died and child.died < child.born:
            raise CaseweaveError(
                f"case.toml: {child.label} is said to have died on {child.died:%d/%m/%Y}, before "
                f"the birth on {child.born:%d/%m/%Y}.",
                "Correct born or died.",
            )
    return (*_no_children(case), *_shared_with_adults(case), *_dates(case))


def _names(one: Child | Person) -> dict[str, str]:
    """What somebody is called, folded -> as written."""
    return {" ".join(name.split()).casefold(): name for name in (*one.names, one.label)}


def _shared(one: Child, other: Child | Person) -> list[str]:
    names, others = _names(one), _names(other)
    return [names[name] for name in sorted(names.keys() & others.keys())]


def _refuse_shared_names(case: Case) -> None:
    for one, other in combinations(case.children, 2):
        for name in _shared(one, other):
            raise CaseweaveError(
                f"case.toml: '{name}' is the label or a name of two children.",
                "Give each child a label and names that no other child has: else one would be "
                "shown as seen for the other.",
            )


def _refuse_files_twice(case: Case) -> None:
    for file, times in Counter(d.file for d in case.declared).items():
        if times > 1:
            raise CaseweaveError(
                f"case.toml: {times} blocks of [[submissions]] are about {file}.",
                "Put what they say together in one block.",
            )


def _refuse_rings(case: Case) -> None:
    """No file may replace itself, or one that replaces it: the rows of both would be left out."""
    by = {old: d.file for d in case.declared for old in d.supersedes}
    for first in by:
        chain = [first]
        while (later := by.get(chain[-1])) and len(chain) <= len(by):
            chain.append(later)
            if later == first:
                raise CaseweaveError(
                    f"case.toml: {' is replaced by '.join(chain)}.",
                    "Write supersedes in the block of the later file only, and in it the name of "
                    "the earlier one.",
                )


def _no_children(case: Case) -> Iterator[Finding]:
    if case.children == NOBODY_NAMED:
        yield _found("case-without-children",
                     "The case file names no child: one child, called Subject child, was assumed.",
                     "Write a block [[children]] for each child in case.toml.")  # fmt: skip


def _shared_with_adults(case: Case) -> Iterator[Finding]:
    for child in case.children:
        for person in case.people:
            for name in _shared(child, person):
                yield _found("case-name-shared",
                             f"'{name}' is a name of the child {child.label} and of {person.label} "
                             "(people): words about one may be read as about the other.",
                             "Take it out of the names of the one whom the files call otherwise, "
                             "and check the entries with that name.")  # fmt: skip


def _dates(case: Case) -> Iterator[Finding]:
    """Births and deaths that leave a child out of the time looked at."""
    period, incident = case.review.period, case.review.incident
    for child in (c for c in case.children if c.subject):
        for day, last in (("incident", incident), ("end of the review period", period.end)):
            if child.born and last and child.born > last:
                yield _beyond(child, f"was born on {child.born:%d/%m/%Y}, after the {day}",
                              "nothing before the birth is counted")  # fmt: skip
                break
        if child.died and period.start and child.died < period.start:
            day = f"{child.died:%d/%m/%Y}"
            yield _beyond(child, f"is said to have died on {day}, before the review period",
                          "nothing after the death is counted")  # fmt: skip


def _beyond(child: Child, when: str, then: str) -> Finding:
    return _found("case-dates-odd", f"{child.label} {when}: {then}.",
                  "Check the dates in the case file (case.toml).")  # fmt: skip


def _found(code: str, message: str, remedy: str) -> Finding:
    return Finding(
        code=code, severity=Severity.WARNING, message=message, remedy=remedy, file="case.toml"
    )
