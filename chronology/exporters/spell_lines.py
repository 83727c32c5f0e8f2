"""Spells without, in words: how long, from when until when, and what may lie in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from chronology.contacts.sightings import Measure, glances
from chronology.contacts.spells import End, Need, Spell, spell_words, spells, value_of
from chronology.dates import in_words
from chronology.exporters.rows import BASIS_WORDS
from chronology.model import Child, Chronology, Entry
from chronology.ordering import agencies_of, refs

LISTED_FROM = 28
"""Days; shorter spells are counted, not listed."""
NEED_WORDS = {
    Need.SEEN: "seeing the child",
    Need.ALONE: "seeing the child alone",
    Need.HEARD: "hearing the child's views",
}


def spell_days(chronology: Chronology, spell: Spell) -> str:
    """ "24/11/2022 to 14/01/2023", and what may lie within it where that is why it is a range.

    Where no sighting but the edge of the time looked at is an end, that is said:
    "24/11/2022, the first day looked at, to 14/01/2023". A sighting of one of several days:
    "some day of 04/07/2022 to 10/07/2022, to 04/12/2022".
    """
    first, last = _day(chronology, spell.after, "first"), _day(chronology, spell.before, "last")
    plain = spell.after.entry and not first.startswith(_ONE_OF)
    days = f"{first} to {last}" if plain else f"{first}, to {last}"
    within = within_words(chronology, spell)
    return f"{days}; {within}" if within else days


def _day(chronology: Chronology, end: End, edge: str) -> str:
    if not end.entry:
        return f"{end.first:%d/%m/%Y}, the {edge} day looked at"
    words = in_words(_by_id(chronology)[end.entry].when)
    return f"{_ONE_OF}{words}" if " to " in words else words


_ONE_OF = "some day of "


@lru_cache(maxsize=8)
def _by_id(chronology: Chronology) -> Mapping[str, Entry]:
    return {e.id: e for e in chronology.entries}


def within_words(chronology: Chronology, spell: Spell) -> str:
    """ "January 2023 (ref 97) may lie within"; '' where every day is known."""
    if spell.least == spell.most or not spell.unsure:
        return ""
    ref, by_id = refs(chronology), _by_id(chronology)
    told = ", ".join(f"{in_words(by_id[i].when)} (ref {ref[i]})" for i in spell.unsure)
    return f"{told} may lie within"


def spell_lines(chronology: Chronology, child: Child) -> Iterator[tuple[str | int, ...]]:
    """A line for every spell of four weeks or more of one child, with the rows at both ends.

    An agency whose entries all stand in other children's own records had none to do with this one.
    """
    told = glances(chronology, child)
    about = {g.entry.agency for g in told if g.seen[0] is not Measure.OTHERS_RECORD}
    for agency in ("", *(a for a in agencies_of(chronology) if a in about)):
        for need in Need:
            for spell in spells(chronology, child, need, agency):
                if spell.most < LISTED_FROM:
                    break
                within = within_words(chronology, spell)
                yield (
                    child.label,
                    f"{agency or 'Anyone'} {NEED_WORDS[need]}",
                    spell_words(spell) + (f"; {within}" if within else ""),
                    *_end_words(chronology, spell.after, child, need, "first"),
                    *_end_words(chronology, spell.before, child, need, "last"),
                    len(spell.contacts),
                )


def _end_words(
    chronology: Chronology, end: End, child: Child, need: Need, edge: str
) -> tuple[str, str | int]:
    day = _day(chronology, end, edge)
    if not end.entry:
        return day, ""
    entry = _by_id(chronology)[end.entry]
    basis = BASIS_WORDS[value_of(entry, child, need).basis]
    return f"{day}, {entry.agency}, {basis}", refs(chronology)[entry.id]
