"""A large fictional GEDCOM file with every kind of tie, the same for the same number of people.

Generations of couples; every seventh family with one parent, every eleventh with none; adoptions,
placements and stepchildren, associations, dates of every form and calendar, long notes, and
structures that no genogram shows.
"""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Iterator

from genogram.model import Family

DATES = (
    *(
        "3 MAR 1880",
        "ABT 1901",
        "BEF 1920",
        "AFT JAN 1930",
        "BET 1940 AND 1942",
        "FROM 1950 TO 1953",
    ),
    *(
        "@#DJULIAN@ 5 MAR 1700",
        "@#DHEBREW@ 5 TSH 5700",
        "@#DFRENCH R@ 13 VEND 3",
        "(after the war)",
    ),
    *("INT 1910 (spring)", "1911", "MAR 1912", "EST 1913", "CAL 1914", "11 FEB 1731/32", "44 B.C."),
)
GIVEN = ("Ada", "Ben", "Cleo", "Dov", "Zo\u00eb", "\u0130pek", "Gwyn", "Hal", "\u674e", "Jo")
SURNAMES = ("Sample", "Fiction", "O'Story", "de la Novel", "Tale-Fable", "\u0141ukasz")


def many_people(count: int, *, seven: bool = False, seed: int = 1) -> str:
    """The text of a file of `count` people, version 5.5.1 or 7."""
    return "\n".join([*_head(seven), *_Maker(count, seven=seven, seed=seed).lines(), "0 TRLR", ""])


def counted(text: str) -> dict[str, int]:
    """People, families, partners and children, counted in the text and nowhere else."""
    records = re.split(r"\n(?=0 )", text)
    families = [r for r in records if re.match(r"0 @[^@]+@ FAM\b", r)]
    partners = [len(re.findall(r"\n1 (?:HUSB|WIFE) @I\d", f)) for f in families]
    role = r"\n2 (?:RELA|ROLE OTHER\n3 PHRASE) (?:violence|carer)"
    return {
        "people": sum(bool(re.match(r"0 @[^@]+@ INDI\b", r)) for r in records),
        "families": len(families),
        "partners": sum(partners),
        "families without partners": partners.count(0),
        "children": sum(len(re.findall(r"\n1 CHIL ", f)) for f in families),
        "adopted": len(re.findall(r"(?i)\n2 PEDI adopted|\n3 ADOP BOTH", text)),
        "fostered": len(re.findall(r"(?i)\n2 PEDI foster", text)),
        "step": len(re.findall(r"(?i)\n2 PEDI (?:OTHER\n3 PHRASE )?step", text)),
        "ties": len(re.findall(role, text)),
        "married": sum("\n1 MARR" in f and "\n1 DIV" not in f for f in families),
        "divorced": sum("\n1 DIV" in f for f in families),
        "dead": len(re.findall(r"\n1 DEAT", text)),
    }


def found(family: Family) -> dict[str, int]:
    """The same counts in the family as it was read; nobody unknown who stands in for parents."""
    links = Counter(k.kind.value for k in family.parents)
    kinds = Counter(u.kind.value for u in family.unions)
    stand_ins = sum(p.id.endswith("-parent") for p in family.persons)
    return {
        "people": len(family.persons) - stand_ins,
        "families": len(family.unions),
        "partners": sum(len(u.partners) for u in family.unions) - stand_ins,
        "families without partners": stand_ins,
        "children": len(family.parents),
        "adopted": links["adopted"],
        "fostered": links["foster"],
        "step": links["step"],
        "ties": len(family.relationships),
        "married": kinds["married"],
        "divorced": kinds["divorced"],
        "dead": sum(p.died is not None for p in family.persons),
    }


def _head(seven: bool) -> list[str]:
    version = "7.0" if seven else "5.5.1"
    more = [] if seven else ["2 FORM LINEAGE-LINKED", "1 CHAR UTF-8"]
    return ["0 HEAD", "1 GEDC", f"2 VERS {version}", *more, "1 SOUR FICTION"]


class _Maker:
    def __init__(self, count: int, *, seven: bool, seed: int) -> None:
        self.count, self.seven, self.chance = count, seven, random.Random(seed)
        self.people: list[list[str]] = []
        self.families: list[list[str]] = []

    def lines(self) -> Iterator[str]:
        """All records: people first."""
        self._grow()
        for lines in (*self.people, *self.families):
            yield from lines

    def _grow(self) -> None:
        row = [self._person() for _ in range(max(2, self.count // 60))]
        while len(self.people) < self.count:
            below: list[int] = []
            self.chance.shuffle(row)
            for number, (a, b) in enumerate(zip(row[::2], row[1::2], strict=False)):
                partners = [] if number % 11 == 10 else [a] if number % 7 == 6 else [a, b]
                below += self._family(partners, self.chance.randint(1, 4))
            row = below if len(below) > 1 else [self._person() for _ in range(2)]

    def _person(self) -> int:
        number = len(self.people) + 1
        chance = self.chance
        name = f"{chance.choice(GIVEN)} /{chance.choice(SURNAMES)}/"
        lines = [f"0 @I{number}@ INDI", f"1 NAME {name}", f"1 SEX {chance.choice('FMUX')}"]
        lines += ["1 BIRT", f"2 DATE {self._date()}"]
        if number % 3 == 0:
            lines += ["1 DEAT Y"] if number % 2 else ["1 DEAT", f"2 DATE {self._date()}"]
        if number % 5 == 0:
            lines += ["1 OCCU Baker", "1 NOTE A long note ", "2 CONC that goes on", "2 CONT below"]
        if number % 40 == 0 and number > 1:
            lines += [f"1 ASSO @I{number - 1}@", *self._role(chance.choice(["violence", "carer"]))]
        self.people.append(lines)
        return number

    def _role(self, word: str) -> list[str]:
        return ["2 ROLE OTHER", f"3 PHRASE {word}"] if self.seven else [f"2 RELA {word}"]

    def _date(self) -> str:
        date = self.chance.choice(DATES)
        if not self.seven:
            return date
        for old, new in (("@#DJULIAN@", "JULIAN"), ("@#DHEBREW@", "HEBREW"), ("B.C.", "BCE"),
                         ("@#DFRENCH R@", "FRENCH_R"), ("INT ", ""), ("/32", "")):  # fmt: skip
            date = date.replace(old, new)
        phrase = re.search(r" ?\((.*)\)", date)
        return date[: phrase.start()] + f"\n3 PHRASE {phrase[1]}" if phrase else date

    def _family(self, partners: list[int], children: int) -> list[int]:
        number = len(self.families) + 1
        lines = [f"0 @F{number}@ FAM"]
        for tag, partner in zip(("HUSB", "WIFE"), partners, strict=False):
            lines.append(f"1 {tag} @I{partner}@")
            self.people[partner - 1].append(f"1 FAMS @F{number}@")
        made = []
        for _ in range(children):
            if len(self.people) >= self.count:
                break
            child = self._person()
            made.append(child)
            lines.append(f"1 CHIL @I{child}@")
            self.people[child - 1] += self._tie(number)
        if number % 2 and partners:
            lines += ["1 MARR", f"2 DATE {self._date()}", "2 PLAC Harbour Town"]
        if number % 6 == 1 and partners:
            lines += ["1 DIV Y"]
        self.families.append(lines)
        return made

    def _tie(self, family: int) -> list[str]:
        kind = self.chance.choice(["", "", "", "birth", "adopted", "foster", "step", "event"])
        tie = [f"1 FAMC @F{family}@"]
        if kind == "event":
            return [*tie, "1 ADOP", f"2 DATE {self._date()}", f"2 FAMC @F{family}@", "3 ADOP BOTH"]
        if kind == "step":
            return [*tie, *(["2 PEDI OTHER", "3 PHRASE step"] if self.seven else ["2 PEDI step"])]
        return [*tie, f"2 PEDI {kind.upper() if self.seven else kind}"] if kind else tie
