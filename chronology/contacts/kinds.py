"""What counts as a chance to see the child: the kind of contact, from columns and narrative.

visit, appointment, kind not recorded   could have been face to face
session (school, nursery, ward)         counted apart: they would swamp the rest
telephone and other remote              no chance to see
meeting, record                         nobody dealt with the family
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from chronology import phrases
from chronology.events.agencies import agency_kinds
from chronology.model import Entry, Kind
from chronology.seen.wording.cues import Own
from chronology.values import screens

_COLUMN = (
    (
        Kind.REMOTE,
        r"telephone|phone|call\b|video(?![- ]interview)|e-?mail|letter|\btext\b|teams|virtual|"
        r"remote",
    ),
    (
        Kind.MEETING,
        r"meeting|conference|strategy|discussion|supervision|panel|record|referral|\bnotes?\b|"
        r"\bcustody\b|intelligence|notification",
    ),
    (Kind.VISIT, r"visit|doorstep"),
    (Kind.SESSION, r"session|\bclass\b|\bward\b"),
    (Kind.APPOINTMENT, r"appointment|clinic|surgery|consultation|review|immunis|interview"),
)
_FACE_TO_FACE = (Kind.VISIT, Kind.APPOINTMENT, Kind.OTHER)
_DAILY = frozenset({"school", "nursery"})
_ATTENDING = frozenset({"police", "ambulance"})
_VISITS = "visit"  # another's, in a call: "999 call about the father's visit to the home"
_WITH_SESSIONS = _DAILY | {"hospital"}
_VISIT = re.compile(
    r"^\W*(?:(?:(?:un)?announced|joint|home|stat(?:utory)?|cin|cp|duty|(?:s|section) ?47|initial|"
    r"follow[- ]?up|welfare|urgent|same[- ]day|emergency|evening|first|sw|hv|an?)\s+){0,3}"
    r"visit(?:ed)?\b(?! (?:by|from)\b)",
    re.I,
)
_OPENING = 60
"""Words in which an entry says what kind of contact it was; later ones tell what followed."""


class Scope(StrEnum):
    """Which entries a figure is given over."""

    ENTRIES = "All entries"
    CONTACTS = "Contacts that could have been face to face"
    SESSIONS = "School, nursery and ward sessions"


CHANCES = (Scope.CONTACTS, Scope.SESSIONS)
"""Those in which a child could have been seen."""
SCOPES = (*CHANCES, Scope.ENTRIES)
"""In the order in which a panel reads them."""


def kind_of(agency: str, column: str, event: str, cues: Own = ()) -> Kind:
    """The kind of contact by the agency's own column, else by the first words that tell it.

    Only a school, a nursery or a hospital holds sessions; what a school or a nursery writes of
    its day is one unless it says otherwise. A log of the police or an ambulance opens with the
    call; where it tells that they went, it is a visit.
    """
    stated = _stated_kind(column)
    if not column and _HEADED_MEETING.match(event):
        stated = Kind.MEETING
    elif not stated and (screens.heads(column, cues) or screens.heads(event, cues)):
        stated = Kind.REMOTE
    kinds = agency_kinds(agency)
    kind = stated or kind_in(
        f"{column}. {event}",
        sessions=bool(_WITH_SESSIONS & kinds),
        attends=bool(_ATTENDING & kinds),
    )
    return Kind.SESSION if kind is Kind.OTHER and _DAILY & kinds else kind


_HEADED_MEETING = re.compile(r"(?:[\w-]+ ){0,2}(?:meeting|conference)\s*\n(?=.*\w)", re.I)
"""A line of its own over the account: the kind, which stood in a column joined to it."""


def is_own_visit(entry: Entry) -> bool:
    """Whether its own column, or the words it opens with, say that it is a visit or appointment."""
    stated = _stated_kind(entry.fields.get("kind", ""))
    return stated in (Kind.VISIT, Kind.APPOINTMENT) or (
        stated is None and bool(_VISIT.match(entry.event))
    )


def _stated_kind(column: str) -> Kind | None:
    """The kind that the agency's own column names, if it names one."""
    told = column.casefold()
    return next((kind for kind, cue in _COLUMN if re.search(cue, told)), None)


def kind_in(event: str, *, sessions: bool = True, attends: bool = False) -> Kind:
    """The kind of contact that a narrative opens with; `other` where it does not say."""
    opening = phrases.stems(event, _OPENING)
    told = phrases.find_cues(opening, "contacts.toml")
    found = [f for f in told if sessions or f.name != Kind.SESSION]
    first = min((f.at for f in found), default=None)
    # Of cues that begin at one word the table's order decides: "home visit cancelled by phone".
    kinds = {Kind(f.name) for f in found if f.at == first}
    kind = next((kind for kind in _kinds() if kind in kinds), Kind.OTHER)
    went = (f for f in told if f.name == Kind.VISIT and not f.denied)
    if (
        attends
        and kind is Kind.REMOTE
        and any(_VISITS not in opening[f.at :][: f.words] for f in went)
    ):
        return Kind.VISIT
    return kind


def scopes(entry: Entry, *, sighted: bool) -> tuple[Scope, ...]:
    """The figures that an entry belongs to; a child seen in person makes any entry a contact."""
    if entry.kind is Kind.SESSION:
        return _SESSION
    return _CONTACT if entry.kind in _FACE_TO_FACE or sighted else _NO_CONTACT


_SESSION, _CONTACT = (Scope.ENTRIES, Scope.SESSIONS), (Scope.ENTRIES, Scope.CONTACTS)
_NO_CONTACT = (Scope.ENTRIES,)


def nobody_dealt_with(entry: Entry) -> bool:
    """Whether it is a meeting or a record without the family."""
    return entry.kind is Kind.MEETING


@cache
def _kinds() -> tuple[Kind, ...]:
    return tuple(Kind(name) for name in phrases.table_of("contacts.toml"))
