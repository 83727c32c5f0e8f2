"""A large genealogy in GEDCOM: how long is the whole laid out, and a neighbourhood of it?

    python benchmarks/genealogy.py                  3,000 people: whole, and 40 round one person
    python benchmarks/genealogy.py --write out.ged  only write the file, the same every time

Made by chance: descendants of a few couples over three centuries; one in ten marries within the
family, one in six marries twice, and of one newcomer in eight the parents and grandparents are
known. Seconds are those of a whole process: start, reading, layout and writing.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FIRST, LAST = 1690, 2020
_GIRLS = ("Ada", "Bea", "Cleo", "Dora", "Edie", "Fay", "Gwen", "Hana", "Ines", "Mabel")
_BOYS = ("Abe", "Ben", "Cal", "Eli", "Finn", "Gus", "Hal", "Ivo", "Jon", "Ralph")
_NAMES = ("Ashdown", "Brack", "Corrie", "Dunmore", "Elwin", "Farrow", "Gorse", "Hollin", "Inskip")
_MONTHS = ["JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"]


CHILD = """
import sys, time
from caseweave.cli import main
try:
    main()
finally:
    print(time.process_time())
"""


@dataclass(slots=True, kw_only=True)
class Someone:
    """One person of the file."""

    sex: str
    year: int
    name: str
    child_of: int = 0
    partner_in: list[int] = field(default_factory=list)


@dataclass(slots=True, kw_only=True)
class Genealogy:
    """People and couples by number, beginning with 1."""

    chance: random.Random
    most: int
    people: dict[int, Someone] = field(default_factory=dict)
    couples: dict[int, tuple[int, int]] = field(default_factory=dict)
    children: dict[int, list[int]] = field(default_factory=dict)

    def person(self, year: int, sex: str, last: str, child_of: int = 0) -> int:
        """A new person."""
        first = self.chance.choice(_GIRLS if sex == "F" else _BOYS)
        number = len(self.people) + 1
        self.people[number] = Someone(
            sex=sex, year=year, name=f"{first} /{last}/", child_of=child_of
        )
        if child_of:
            self.children[child_of].append(number)
        return number

    def couple(self, man: int, woman: int) -> int:
        """A new couple."""
        number = len(self.couples) + 1
        self.couples[number] = (man, woman)
        self.children[number] = []
        for p in (man, woman):
            self.people[p].partner_in.append(number)
        return number

    def bear(self, couple: int) -> list[int]:
        """Their children."""
        man, woman = (self.people[p] for p in self.couples[couple])
        year = max(man.year, woman.year) + self.chance.randint(20, 26)
        born = []
        for _ in range(self.chance.choice((0, 1, 2, 2, 3, 4, 5, 7))):
            year += self.chance.randint(1, 3)
            if year > LAST or len(self.people) >= self.most:
                break
            last = man.name.split("/")[1]
            born.append(self.person(year, self.chance.choice("FM"), last, couple))
        return born

    def marry(self, person: int, free: list[int]) -> list[int]:
        """A person's partners, within the family or from outside, and the children."""
        born = []
        for n in range(2):
            if (n and self.chance.random() > 1 / 6) or len(self.people) >= self.most:
                break
            me = self.people[person]
            kin = [f for f in free if self._suits(person, f)] if self.chance.random() < 0.1 else []
            other = self.chance.choice(kin) if kin else self._newcomer(me)
            man, woman = (person, other) if me.sex == "M" else (other, person)
            born += self.bear(self.couple(man, woman))
        return born

    def _suits(self, person: int, other: int) -> bool:
        me, them = self.people[person], self.people[other]
        apart = me.child_of != them.child_of and not them.partner_in
        return apart and me.sex != them.sex and abs(me.year - them.year) < 15

    def _newcomer(self, me: Someone) -> int:
        sex = "M" if me.sex == "F" else "F"
        last = self.chance.choice(_NAMES)
        new = self.person(me.year + self.chance.randint(-6, 6), sex, last)
        if self.chance.random() < 1 / 8:
            self._ancestors(new, 2)
        return new

    def _ancestors(self, child: int, generations: int) -> None:
        me = self.people[child]
        last, year = me.name.split("/")[1], me.year
        man = self.person(year - self.chance.randint(24, 34), "M", last)
        woman = self.person(year - self.chance.randint(20, 30), "F", self.chance.choice(_NAMES))
        me.child_of = self.couple(man, woman)
        self.children[me.child_of].append(child)
        for parent in (man, woman):
            if generations > 1 and self.chance.random() < 0.6:
                self._ancestors(parent, generations - 1)


def grown(people: int, seed: int = 1) -> Genealogy:
    """A genealogy of so many people; the same for the same seed."""
    made = Genealogy(chance=random.Random(f"{people} {seed}"), most=people)
    line: list[int] = []
    for _ in range(max(2, people // 400)):
        year, last = FIRST + made.chance.randint(0, 30), made.chance.choice(_NAMES)
        man = made.person(year, "M", last)
        woman = made.person(year + 2, "F", made.chance.choice(_NAMES))
        line += made.bear(made.couple(man, woman))
    while line and len(made.people) < people:
        following: list[int] = []
        for person in line:
            if not made.people[person].partner_in and made.chance.random() < 0.8:
                following += made.marry(person, line)
        line = following
    return made


def gedcom(made: Genealogy) -> Iterator[str]:
    """The lines of a GEDCOM 5.5.1 file."""
    yield from ("0 HEAD", "1 SOUR MADE", "1 GEDC", "2 VERS 5.5.1", "2 FORM LINEAGE-LINKED")
    yield "1 CHAR UTF-8"
    for number, person in made.people.items():
        day = f"{1 + number % 28} {_MONTHS[number % 12]} {person.year}"
        yield from (f"0 @I{number}@ INDI", f"1 NAME {person.name}", f"1 SEX {person.sex}")
        yield from ("1 BIRT", f"2 DATE {day}")
        if person.year < 1940:
            yield from ("1 DEAT", f"2 DATE ABT {person.year + 30 + number % 55}")
        yield from (f"1 FAMS @F{couple}@" for couple in person.partner_in)
        if person.child_of:
            yield f"1 FAMC @F{person.child_of}@"
    for number, (man, woman) in made.couples.items():
        yield from (f"0 @F{number}@ FAM", f"1 HUSB @I{man}@", f"1 WIFE @I{woman}@", "1 MARR")
        yield from (f"1 CHIL @I{child}@" for child in made.children[number])
    yield "0 TRLR"


def main() -> None:
    """Write the file, lay it out whole and in part, each in its own process."""
    ask = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter
    )
    ask.add_argument("--people", type=int, default=3000)
    ask.add_argument("--write", type=Path, help="only write the GEDCOM file here")
    ask.add_argument("--effort", default="100")
    asked = ask.parse_args()
    made = grown(asked.people)
    text = "".join(f"{line}\n" for line in gedcom(made))
    if asked.write:
        asked.write.write_text(text, encoding="utf-8", newline="\n")
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "genealogy.ged"
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"{len(made.people)} people, {len(made.couples)} couples")
        near = ("--up", "3", "--down", "2", "--side", "2", "--around", _in_the_middle_of(path, 40))
        for what, options in (("whole", ()), ("near", near)):
            print(what, _timed(path, Path(folder) / "layout.json", asked.effort, *options))


def _in_the_middle_of(path: Path, people: int) -> str:
    """The id of somebody round whom about so many people stand."""
    sys.path.insert(0, str(ROOT))
    import genogram

    family, _ = genogram.read(path)
    some = [p.id for p in family.persons[len(family.persons) // 3 :: 20]]
    near = {p: len(genogram.around(family, p, up=3, down=2, side=2).persons) for p in some}
    return min(near, key=lambda p: (abs(near[p] - people), p))


def _timed(path: Path, out: Path, effort: str, *options: str) -> str:
    command = [sys.executable, "-c", CHILD, "genogram", str(path), "-o", str(out)]
    start = time.perf_counter()
    done = subprocess.run(
        [*command, "--effort", effort, *options], cwd=ROOT, check=True, capture_output=True
    )
    spent = time.perf_counter() - start
    drawn = len(json.loads(out.read_text(encoding="utf-8"))["nodes"])
    cpu = float(done.stdout.split()[-1])
    return f"{drawn} people in {cpu:.1f} s of CPU, {spent:.1f} s on the clock"


if __name__ == "__main__":
    main()
