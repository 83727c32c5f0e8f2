"""The words and phrases of the data files, and the places in the code that speak of them."""

import ast
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import product
from math import prod
from pathlib import Path
from typing import Any

import pytest

from chronology.seen.claims import absence, boxes, sight, views
from chronology.seen.wording import cues, tables
from chronology.seen.wording.cues import FILES, SAYS, Rule, rules
from chronology.seen.wording.grammar import table_of

CODE = Path(__file__).parents[3] / "chronology" / "seen"
WORDS = ("grammar.toml", "lists.toml", "people.toml", "senses.toml", "verbs.toml", "names.toml")
OF = {"patient", "subject", "finding", "index", "household", "own", "brought", "taken", ""}


def lists(told: Any, name: str = "") -> Iterator[tuple[str, list[str]]]:
    """Every list of words in a data file, by its name."""
    if isinstance(told, list):
        yield name, [word for word in told if isinstance(word, str)]
    elif isinstance(told, dict):
        for key, inner in told.items():
            yield from lists(inner, f"{name}.{key}")


@pytest.mark.parametrize("file", [*WORDS, *FILES])
def test_nothing_stands_twice_in_a_list(file: str) -> None:
    found = dict(lists(table_of(file)))
    assert found
    assert [name for name, words in found.items() if len(words) > len({*words})] == []


@pytest.mark.parametrize("name", table_of("grammar.toml"))
def test_each_table_of_grammar_is_named_after_the_file_that_looks_for_its_words(name: str) -> None:
    (file,) = CODE.rglob(f"{name}.py")
    code = file.read_text(encoding="utf-8")
    table = table_of("grammar.toml")[name]
    assert [words for words in table if f'grammar("{words}")' not in code] == []


def test_every_list_of_grammar_has_a_name_of_its_own() -> None:
    names = [name for table in table_of("grammar.toml").values() for name in table]
    assert len(names) == len({*names})


def test_every_list_of_cues_is_used_by_a_phrase_or_by_the_code() -> None:
    used = set()
    for path in (*CODE.glob("*.toml"), *CODE.parent.rglob("*.py")):
        name = r"\{(\w+)\}" if path.suffix == ".toml" else r'named\("(\w+)"\)'
        used |= {*re.findall(name, path.read_text(encoding="utf-8"))}
    assert table_of("lists.toml").keys() <= used


TOO_MANY = 20_000
"""Ways to read one phrase: one of so many says what no other does."""


def ways_of(phrase: str) -> set[tuple[bool, tuple[str, ...]]]:
    """Every row of words that a phrase finds, and whether it opens with a verb in any form."""
    steps = [cues._ways(part) for part in phrase.split()]
    verbal = cues._opens_with_verb(phrase)
    if prod(map(len, steps)) > TOO_MANY:
        return {(verbal, (phrase,))}
    return {(verbal, sum(ways, ())) for ways in product(*steps)}


@pytest.mark.parametrize("rule", rules((*FILES, *tables.FILES)), ids=lambda rule: rule.name)
def test_no_phrase_finds_only_what_other_phrases_of_its_rule_find(rule: Rule) -> None:
    found = {phrase: ways_of(phrase) for phrase in rule.phrases}
    times = Counter(way for ways in found.values() for way in ways)
    assert [phrase for phrase, ways in found.items() if all(times[w] > 1 for w in ways)] == []


@cache
def compared(attribute: str) -> frozenset[str]:
    """What the code compares an attribute of a rule with."""
    found = set()
    for path in CODE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Compare) and re.search(
                rf"\brule\.{attribute}$", ast.unparse(node.left)
            ):
                told = (n for by in node.comparators for n in ast.walk(by))
                found |= {str(n.value) for n in told if isinstance(n, ast.Constant)}
    return frozenset(found)


def test_the_code_speaks_only_of_rules_that_there_are() -> None:
    made = (r for of in (absence, boxes, sight, views) for r in vars(of).values())
    known = {rule.name for rule in (*rules(), *(r for r in made if isinstance(r, Rule)))}
    assert compared("name")
    assert compared("name") <= known


def test_rules_and_code_agree_on_what_a_cue_may_say_and_of_whom() -> None:
    assert compared("says")
    assert compared("says") - {""} <= SAYS.keys() == {rule.says for rule in rules()}
    assert compared("of") <= {rule.of for rule in rules()} == OF
