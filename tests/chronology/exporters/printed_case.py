"""A small case for what is printed: two children, a long entry, a hostile one, hidden words."""

import datetime as dt
from pathlib import Path

from chronology.merge import merge
from chronology.model import Case, Child, Chronology, Declared, Period, Review

LONG = "She told me about the week. " * 400
HOSTILE = '=HYPERLINK("http://example.org") #set text(red) $x$ <w:t> & @here *bold* _a_ \\ [x]'
CASE = Case(
    children=(
        Child(label="Theo", subject=True, born=dt.date(2020, 1, 1)),
        Child(label="Ruby", born=dt.date(2022, 3, 10)),
    ),
    review=Review(
        type="LCSPR",
        period=Period(start=dt.date(2021, 1, 1), end=dt.date(2023, 1, 1)),
        incident=dt.date(2022, 12, 1),
    ),
    declared=(
        Declared(file="hv.csv", agency="Health visiting", record_of="child"),
        Declared(file="police.csv", agency="Police", record_of="household"),
    ),
    expected=("Police", "School"),
    classification="OFFICIAL-SENSITIVE & <marked>",
)


def printed_case(folder: Path) -> Chronology:
    """The case woven from two small files."""
    quoted = HOSTILE.replace('"', '""')
    (folder / "hv.csv").write_text(
        "Date,Summary of contact,Child seen Y/N,Voice of the child,Site\n"
        '14/03/2022,Home visit.,Yes (asleep),"Ruby: ""go away""",North\n'
        f"Easter 2022,{LONG},,,South\n"
        "3.1.22,Antenatal visit to mother.,,,\n"
        ",No date on this one.,,,\n",
        encoding="utf-8",
    )
    (folder / "police.csv").write_text(
        f'Date,Time,Event,Action\n14/03/2022,09:30,"{quoted}",None\n'
        "15/03/2022,,Theo seen in the kitchen and spoken to alone.,\n",
        encoding="utf-8",
    )
    return merge([folder / "hv.csv", folder / "police.csv"], CASE)
