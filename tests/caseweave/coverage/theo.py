"""A small case of one child and two agencies, and its coverage as a person asks for it."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner, Result

from caseweave.cli import caseweave

CASE = """
[review]
type = "LCSPR"
incident = 2021-06-01

[[children]]
label = "Theo"
names = ["Theo Marl"]
born = 2020-01-10
subject = true

[[submissions]]
file = "health-visitor.csv"
agency = "Health visitor"
record_of = "child"
covers = [2021-01-01, 2021-06-30]

[[submissions]]
file = "police.csv"
agency = "Police"
record_of = "household"
"""


VISITOR = """Date,Event,Child seen,Seen alone,Voice of the child
11/01/2021,Home visit. Theo weighed.,Yes,No,
08/02/2021,Home visit. No reply.,No,,
22/02/2021,Home visit. Theo was not brought down.,Yes,,
15/03/2021,"Home visit, Theo playing on the rug.",,,
20/04/2021,Home visit.,Yes,Yes,"She said: I like my red bed"
"""


POLICE = """Date,Event,Child seen
08/02/2021,Officers attended. Theo seen asleep in his cot.,
01/05/2021,Officers attended after a call. Nothing about the child.,
"""


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(caseweave, [*map(str, words)], standalone_mode=False)


def told(*words: str | Path) -> str:
    done = run("coverage", *words)
    assert done.exception is None, done.output
    return "\n".join(line.rstrip() for line in done.output.splitlines()) + "\n"
