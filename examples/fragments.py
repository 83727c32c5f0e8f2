"""Compose the rows of a large fictional case from fragments: sentences and cells written by hand.

A file of fragments holds one agency's words:

    % columns A|B|C      the headings
    % text B             the column that the sentences fill
    % rows 130           how many rows in all
    % from, % to         first and last day; % days any, weekdays or school; % hours 9 17
    % dates %d/%m/%Y     dates are typed in this way (without it they are real dates)
    % log WX             the first column holds log numbers
    % worker DAY NAME    who writes from that day on; % people A || B: any of them
    % years              one sheet for each year
    @ a|b|c              a row that is told in full
    == kind 30 FROM TO   a kind of row, how often, and when (always, if not said)
    Column: x || y       what the cells of the column hold
    - sentence           one of each block of sentences is taken; `?` above a block: perhaps

Every fragment is used once before any is used again. The same fragments give the same rows.
"""

from __future__ import annotations

import datetime as dt
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

FIRST, LAST = "2019-09-02", "2023-12-07"
WORKERS = ("Worker", "Officer", "Practitioner", "Clinician", "Initials", "Print name and signature")
HOLIDAYS = ((7, 21, 9, 2), (12, 19, 12, 31), (1, 1, 1, 5), (4, 2, 4, 16), (10, 24, 10, 30))
_TRIES = 60


@dataclass(slots=True)
class Deck:
    """Choices that are dealt until none is left, and then shuffled again."""

    cards: list[str]
    left: list[str] = field(default_factory=list)

    def deal(self, chance: random.Random) -> str:
        """The next card."""
        if not self.left:
            self.left = self.cards[:]
            chance.shuffle(self.left)
        return self.left.pop()


@dataclass(slots=True)
class Kind:
    """One kind of row: how often, when, what its cells and sentences are."""

    weight: int
    windows: list[tuple[dt.date, dt.date]]
    cells: dict[str, Deck] = field(default_factory=dict)
    blocks: list[tuple[bool, Deck]] = field(default_factory=list)


@dataclass(slots=True)
class Agency:
    """What a file of fragments says."""

    said: dict[str, list[str]] = field(default_factory=dict)
    told: list[list[str]] = field(default_factory=list)
    kinds: list[Kind] = field(default_factory=list)

    def one(self, name: str, default: str = "") -> str:
        """The only value of a directive."""
        return self.said.get(name, [default])[0]


def read(path: Path) -> Agency:
    """Read a file of fragments."""
    agency = Agency()
    fresh, perhaps = True, False
    for line in path.read_text(encoding="utf-8").splitlines():
        mark, _, words = line.partition(" ")
        if mark == "%":
            name, _, value = words.partition(" ")
            agency.said.setdefault(name, []).append(value)
        elif mark == "@":
            agency.told.append([cell.strip() for cell in words.split("|")])
        elif mark == "==":
            agency.kinds.append(_kind(words.split(), agency))
        elif mark == "-":
            if fresh:
                agency.kinds[-1].blocks.append((perhaps, Deck([])))
            agency.kinds[-1].blocks[-1][1].cards.append(words)
        elif ": " in line or line.endswith(":"):
            heading, _, options = line.partition(":")
            cards = [option.strip() for option in options.split("||")]
            agency.kinds[-1].cells[heading] = Deck(cards)
        fresh, perhaps = mark != "-", line == "?"
    return agency


def _kind(words: list[str], agency: Agency) -> Kind:
    days = words[2:] or [agency.one("from", FIRST), agency.one("to", LAST)]
    dates = [dt.date.fromisoformat(day) for day in days]
    windows = list(zip(dates[::2], dates[1::2], strict=True))
    return Kind(weight=int(words[1]), windows=windows)


def compose(path: Path, rules: list[tuple[str, str, str]]) -> list[list[str]]:
    """The agency's rows in order of their dates, headings first."""
    agency = read(path)
    columns = agency.one("columns").split("|")
    chance = random.Random(path.stem)
    dates = agency.one("dates")
    rows = [(_day_of(row, columns, dates), row) for row in agency.told]
    people = Deck([name.strip() for name in agency.one("people").split("||")])
    for _ in range(int(agency.one("rows")) - len(rows)):
        day, cells = _draw(agency, columns, rules, chance)
        cells |= {c: cells.get(c) or _worker(agency, day, people, chance) for c in WORKERS}
        typed = day.strftime(dates) if dates else day.isoformat()
        cells[next(c for c in columns if "date" in c.lower())] = typed
        rows.append((day, [cells.get(column, "") for column in columns]))
    rows.sort(key=lambda row: row[0])
    if log := agency.one("log"):
        for number, (day, row) in enumerate(rows):
            row[0] = f"{log}/{day:%y}/{number * 7 + 113:04}"
    return [columns, *(row for _, row in rows)]


def _day_of(row: list[str], columns: list[str], dates: str) -> dt.date:
    """The day of a row that is told in full; one without a day stands where it was found."""
    words = row[next(i for i, c in enumerate(columns) if "date" in c.lower())]
    for way in ("%Y-%m-%d", dates, "%d.%m.%y"):
        try:
            return dt.datetime.strptime(words, way).date()
        except ValueError:
            continue
    return dt.date(2022, 11, 15)


def _draw(
    agency: Agency, columns: list[str], rules: list[tuple[str, str, str]], chance: random.Random
) -> tuple[dt.date, dict[str, str]]:
    for _ in range(_TRIES):
        kind = chance.choices(agency.kinds, [k.weight for k in agency.kinds])[0]
        day = _day(kind, agency.one("days"), chance)
        cells = {heading: deck.deal(chance) for heading, deck in kind.cells.items()}
        told = [
            d.deal(chance) for perhaps, d in kind.blocks if not perhaps or chance.random() < 0.6
        ]
        cells[agency.one("text")] = " ".join(told)
        if time := next((c for c in columns if "time" in c.lower()), ""):
            cells[time] = _time(agency, chance)
        if _fits(" ".join(cells.values()), day, rules):
            return day, cells
    raise ValueError(f"no fragments of {agency.one('title')} fit the rules")


def _fits(text: str, day: dt.date, rules: list[tuple[str, str, str]]) -> bool:
    """Whether nobody is spoken of before they were born or after they left."""
    for word, start, end in rules:
        if re.search(rf"\b{re.escape(word)}", text, re.I) and not (
            (start or "0") <= day.isoformat() <= (end or "9")
        ):
            return False
    return True


def _day(kind: Kind, days: str, chance: random.Random) -> dt.date:
    while True:
        start, end = chance.choices(kind.windows, [(b - a).days + 1 for a, b in kind.windows])[0]
        day = start + dt.timedelta(days=chance.randrange((end - start).days + 1))
        away = any((a, b) <= (day.month, day.day) <= (c, d) for a, b, c, d in HOLIDAYS)
        if days == "any" or (day.weekday() < 5 and not (days == "school" and away)):
            return day


def _time(agency: Agency, chance: random.Random) -> str:
    if chance.random() < 0.15:
        return ""
    start, end = map(int, agency.one("hours").split())
    minute = chance.choice((0, 5, 10, 15, 20, 30, 40, 45, 50))
    hour = chance.randrange(start, end)
    return f"{hour:02}{minute:02}" if agency.said.get("log") == ["WX"] else f"{hour:02}:{minute:02}"


def _worker(agency: Agency, day: dt.date, people: Deck, chance: random.Random) -> str:
    if "worker" not in agency.said:
        return people.deal(chance)
    since = [line.partition(" ") for line in agency.said["worker"]]
    return [name for start, _, name in since if start <= day.isoformat()][-1]
