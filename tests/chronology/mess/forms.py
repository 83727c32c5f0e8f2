"""The ways in which one agency or another writes a day, with what each truly means."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator

from tests.chronology.mess.truth import UNDATED, True_, month, on, span

Written = tuple[str, True_]
Form = Callable[[dt.date], Written]
ONE = dt.timedelta(days=1)


def days(
    first: dt.date, count: int, steps: tuple[int, ...] = (3, 11, 1, 24, 7, 40)
) -> Iterator[dt.date]:
    """Days that go on from the first one, unevenly."""
    day = first
    for number in range(count):
        yield day
        day += steps[number % len(steps)] * ONE


def ordinal(day: int) -> str:
    """1st, 2nd, 3rd, 4th."""
    ending = "th" if 10 < day % 100 < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day % 10, "th")
    return f"{day}{ending}"


def usual(pattern: str) -> Form:
    """A day by a strftime pattern; leading noughts are dropped where the pattern has a minus."""
    return lambda d: (d.strftime(pattern), on(d))


TYPED: tuple[Form, ...] = (
    usual("%d/%m/%Y"),
    usual("%-d/%-m/%y"),
    usual("%d.%m.%Y"),
    usual("%-d.%-m.%y"),
    usual("%d-%b-%y"),
    usual("%-d %B %Y"),
    usual("%a %d/%m/%y"),
    usual("%Y-%m-%d"),
    usual("%d/%m/%Y "),
    usual("%d%b%Y"),
    lambda d: (f"{d:%A} {ordinal(d.day)} {d:%B %Y}", on(d)),
    lambda d: (f"{ordinal(d.day)} {d:%B}, {d:%Y}", on(d)),
    lambda d: (f"{ordinal(d.day)} of {d:%B %Y}", on(d)),
    lambda d: (f"?{d:%d/%m/%Y}", on(d)),
    lambda d: (f"{d:%d/%m/%Y}?", on(d)),
    lambda d: (f"approx {d:%d.%m.%y}", on(d)),
)
LOOSE: tuple[Form, ...] = (
    lambda d: (f"{d:%B %Y}", month(d.year, d.month)),
    lambda d: (f"{d:%b-%y}", month(d.year, d.month)),
    lambda d: (f"{d:%m/%Y}", month(d.year, d.month)),
    lambda d: (f"w/b {d:%d/%m/%y}", span(d, d + 6 * ONE)),
    lambda d: (f"W/C {d:%-d %B %Y}", span(d, d + 6 * ONE)),
    lambda d: (f"week commencing {d:%d.%m.%Y}", span(d, d + 6 * ONE)),
    lambda d: (f"{d:%d/%m/%Y} - {d + 2 * ONE:%d/%m/%Y}", span(d, d + 2 * ONE)),
    lambda d: (f"{d:%d/%m/%y} to {d + 40 * ONE:%d/%m/%y}", span(d, d + 40 * ONE)),
    lambda d: (f"{d:%d/%m/%y} & {d + ONE:%d/%m/%y}", span(d, d + ONE)),
    lambda d: (f"{d.year}", span(dt.date(d.year, 1, 1), dt.date(d.year, 12, 31))),
    lambda d: (f"Early {d.year}", span(dt.date(d.year, 1, 1), dt.date(d.year, 4, 30))),
    lambda d: (f"Summer {d.year}", span(dt.date(d.year, 6, 1), dt.date(d.year, 8, 31))),
    lambda d: (f"Autumn term {d.year}", span(dt.date(d.year, 9, 1), dt.date(d.year, 12, 31))),
    lambda d: (f"c. {d.year}", span(dt.date(d.year, 1, 1), dt.date(d.year, 12, 31))),
    lambda d: (f"before {d:%B %Y}", True_(start=None, end=month(d.year, d.month).end)),
    lambda d: (f"since {d:%d/%m/%Y}", True_(start=d, end=None)),
    lambda _: ("Undated", UNDATED),
    lambda _: ("N/K", UNDATED),
)
_T = tuple[str, str, str]
TIMES: tuple[_T, ...] = (
    ("0930", "09:30", ""),
    ("14:05", "14:05", ""),
    ("09.15hrs", "09:15", ""),
    ("2145 hrs", "21:45", ""),
    ("9.30am", "09:30", ""),
    ("4pm", "16:00", ""),
    ("approx 17:00", "17:00", ""),
    ("17:00-18:30", "17:00", "18:30"),
    ("10.00 - 11.15", "10:00", "11:15"),
    ("midday", "12:00", ""),
    ("am", "", ""),
    ("evening", "", ""),
    ("n/k", "", ""),
    ("", "", ""),
)
TOLD = (
    "Telephone call from mother; concerns about sleep.",
    "Home visit. Theo seen with mother, appeared settled.",
    "Strategy discussion held; agreed single agency enquiry.",
    "DNA appointment. Letter sent.",
    "Referral received from school about bruising to cheek.",
    "Argument at the address; officers attended, no offences disclosed.",
    "Immunisations given. Growing along the centile.",
    "Review meeting. Plan to continue.",
)


def told(number: int, who: str) -> str:
    """What happened, never the same twice."""
    return f"{TOLD[number % len(TOLD)]} ({who} {number})"
