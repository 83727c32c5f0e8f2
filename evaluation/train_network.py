"""Learn the networks (chronology/seen/network.py) from entries/; the held ones stay out.

python evaluation/train_network.py [--entries F] [--to F] [--teachers | --further FILE ...]

Small networks read three times as quickly as large ones, and as well where they learn from them
(Hinton, Vinyals and Dean 2015): half from the labels, half from the chances that the large
ones of teachers/ and the weights give together, of the entries and of mixtures of their sentences,
which nobody needs to label. --teachers learns the large ones anew first, from the labels alone.
An hour or more on two cores, with JAX (pip install -e '.[train]'). --further teaches the networks
that there are a few minutes more, on more files, and to keep to what they say of the others.
"""

from __future__ import annotations

import argparse
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import learning
import numpy
import run
import train
from dressed import dressed
from joined import joined
from learning import Shape, Shelf

from chronology.narrative import tokens_of
from chronology.seen import network
from chronology.seen.network import Network
from chronology.seen.tokens import OF_VIEWS, OTHER, OWN, VALUES, Tokens
from chronology.seen.weighing import weigh

HERE = Path(__file__).parent
WRITTEN = HERE.parent / "chronology" / "seen"
TEACHERS = HERE / "teachers"
SMALL = Shape(64, 96, ((5, 1), (5, 2), (5, 1)), epochs=5, left_out=0.5)
LARGE = Shape(96, 128, ((5, 1), (5, 2), (5, 1)), epochs=9, left_out=0.8)
FURTHER = replace(SMALL, epochs=3, left_out=0.3, fastest=5e-4)
MIXTURES = 40_000
BESIDE, AGAIN, KEPT_TO = 40_000, 2, 0.7
"""Further learning: how many entries stand beside the file's own, how often these are learnt from,
and how far a network keeps to what it says of the others."""
DRESSED, JOINED = 16_000, 26_000
"""How many entries are learnt from once more as exports dress them, and how many joined."""
SHOWN_AGAIN = 3
"""How often the sentences beside the cues are learnt from."""
SMOOTHED = 0.05
FROM_LABELS = 0.5
BY_NETWORKS = 0.65
"""The networks' share in what the teachers say."""

Array = Any


@dataclass(frozen=True)
class Example:
    """A child of an entry: what is read, what is asked, and the labels where there are any."""

    told: Tokens
    labels: dict[str, str]
    own: bool
    spoken_of: bool


def examples(entries: Sequence[run.Entry]) -> Iterator[Example]:
    """Every child that an entry may concern."""
    for entry in entries:
        for child, told in tokens_of(**run.question(entry)).items():
            own = child == entry["index_child"]
            labels = {}
            if own and "seen" in entry:
                labels = {OWN: entry["seen"], OF_VIEWS: entry["views"]}
            elif "seen_children" in entry:
                labels = {OTHER: train.other(entry, child)}
            yield Example(told, labels, own, own or "spoken=True" in dict(told.named))


def mixtures(entries: Sequence[run.Entry], count: int) -> Iterator[run.Entry]:
    """Sentences of one to six entries of a family put together, without labels, some of them as if
    in another child's record."""
    chance = random.Random(5)
    families: dict[Any, list[run.Entry]] = {}
    for entry in entries:
        key = (entry["id"].rsplit("-", 1)[0], *entry["children"], *entry.get("unborn", ()))
        families.setdefault(key, []).append(entry)
    told = [family for family in families.values() if len(family) > 1]
    for _ in range(count):
        family, parts = chance.choice(told), chance.choice((1, 1, 2, 2, 2, 3, 3, 4, 6))
        first = family[0]
        born = [c for c in first["children"] if c not in first.get("unborn", ())]
        another = len(born) > 1 and (parts == 1 or chance.random() < 0.4)
        yield {
            "text": " ".join(_some(chance.choice(family)["text"], chance) for _ in range(parts)),
            "children": first["children"],
            "index_child": chance.choice(born) if another else first["index_child"],
            "unborn": first.get("unborn", ()),
        }


def _some(text: str, chance: random.Random) -> str:
    """A text, sometimes without one of its sentences or with them in another order."""
    sentences = re.split(r"(?<=[.!?])\s+", text)
    if len(sentences) > 1 and chance.random() < 0.4:
        sentences.pop(chance.randrange(len(sentences)))
    if chance.random() < 0.2:
        chance.shuffle(sentences)
    return " ".join(sentences)


def labelled(told: Sequence[Example]) -> Array:
    """The labels as chances, a little of each for the other values; nothing where there is none."""
    rows = numpy.zeros((len(told), sum(learning.SIZES)), numpy.float32)
    for row, one in zip(rows, told, strict=True):
        at = 0
        for of, values in VALUES.items():
            if one.labels.get(of):
                row[at : at + len(values)] = SMOOTHED / len(values)
                row[at + values.index(one.labels[of])] += 1 - SMOOTHED
            at += len(values)
    return rows


def taught(told: Sequence[Example], teachers: Sequence[Network]) -> Array:
    """The chances that networks and weights give together of what is asked of a child; nothing of
    one of whom the text does not speak."""
    by_weights = [weigh(one.told).chances for one in told]
    weighed = numpy.array([[v for of in VALUES for v in by[of].values()] for by in by_weights])
    said = [_said(teacher, told) for teacher in teachers]
    both = (1 - BY_NETWORKS) * weighed + BY_NETWORKS * numpy.mean(said, 0)
    return both * _asked(told) * numpy.array([one.spoken_of for one in told])[:, None]


def _said(teacher: Network, told: Sequence[Example]) -> Array:
    net, vocabulary = learning.extended(teacher, dict.fromkeys(network.FIRST, ())), {"": 0}
    shelf = Shelf([one.told for one in told], net, vocabulary)
    words = learning.lexicon(net, vocabulary)
    layers = [(len(net.arrays[f"near{n}"]), int(a)) for n, a in enumerate(net.arrays["apart"])]
    return learning.chances(learning.as_it_is(net, words), words, shelf, layers)


def further(new: Sequence[Example], others: Sequence[Example], path: Path, seed: int) -> None:
    """Teach a network more, and to keep to most of what it says otherwise."""
    net = network.loaded(path.read_bytes())
    told = [*others, *new]
    labels, said = labelled(told), _said(net, told) * _asked(told)
    kept = numpy.where(labels.any(1), KEPT_TO, 1.0)
    kept[len(others) :] = 0
    net, vocabulary = learning.extended(net, dict.fromkeys(network.FIRST, ())), {"": 0}
    shelf = Shelf([one.told for one in told], net, vocabulary)
    shelf.teach(((1 - kept[:, None]) * labels + kept[:, None] * said).astype(numpy.float32))
    words = learning.lexicon(net, vocabulary)
    learnt = learning.learn(learning.as_it_is(net, words), words, shelf, FURTHER, seed)
    learning.write(learnt, net, vocabulary, FURTHER.layers, path)


def _asked(told: Sequence[Example]) -> Array:
    """What is asked of each: of the record's own child other things than of others."""
    asked = [[(of != OTHER) == one.own for of in VALUES] for one in told]
    return numpy.repeat(asked, learning.SIZES, 1)


def learn(
    told: Sequence[Example], wanted: Array, like: Network, shape: Shape, seed: int, path: Path
) -> None:
    """Learn a network that begins with what another knows of words, and write it."""
    asked = wanted.any(1)
    told = [one for one, is_asked in zip(told, asked, strict=True) if is_asked]
    net = learning.extended(like, learning.named([one.told for one in told if one.labels]))
    vocabulary = {"": 0}
    shelf = Shelf([one.told for one in told], net, vocabulary)
    shelf.teach(wanted[asked])
    words = learning.lexicon(net, vocabulary)
    start = learning.beginning(net, words, shape, seed)
    learning.write(learning.learn(start, words, shelf, shape, seed), net, vocabulary, shape.layers,
                   path)  # fmt: skip


def main() -> None:
    """Learn from entries/, the sentences beside the cues and mixtures; write the networks."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--entries", type=Path, default=HERE / "entries")
    asked.add_argument("--to", type=Path, default=WRITTEN)
    asked.add_argument("--teachers", action="store_true")
    asked.add_argument("--further", type=Path, nargs="+")
    said = asked.parse_args()
    files = [file for file in run.files(said.entries) if file not in (said.further or ())]
    entries = [entry for file in files for entry in run.load(file)]
    if said.further:
        more = [entry for file in said.further for entry in run.load(file)]
        new = [*examples([*AGAIN * more, *train.shown(), *_varied([*entries, *more])])]
        others = [*examples(random.Random(3).sample(entries, BESIDE))]
        for seed, file in enumerate(network.FILES, 1):
            further(new, others, said.to / file, seed)
        return
    ordinary = [entry for entry in entries if entry["id"].startswith(train.ORDINARY)]
    shown = SHOWN_AGAIN * [*train.shown()]
    told = [*examples([*entries, *ordinary, *_varied(entries), *shown])]
    labels = labelled(told)
    if said.teachers:
        for seed, (teacher, file) in enumerate(zip(_teachers(), network.FILES, strict=True), 1):
            learn(told, labels, teacher, LARGE, seed, TEACHERS / file)
    teachers = _teachers()
    mixed = [*examples([*mixtures(entries, MIXTURES)])]
    print(f"{len(told)} labelled, {len(mixed)} of mixtures", flush=True)
    taught_too = taught([*told, *mixed], teachers)
    wanted = numpy.concatenate([labels, numpy.zeros_like(taught_too[len(told) :])])
    share = numpy.where(wanted.any(1) & taught_too.any(1), FROM_LABELS, 1.0)[:, None]
    both = numpy.where(
        wanted.any(1)[:, None], share * wanted + (1 - share) * taught_too, taught_too
    )
    for seed, file in enumerate(network.FILES, 1):
        learn([*told, *mixed], both, teachers[0], SMALL, seed, said.to / file)


def _varied(entries: Sequence[run.Entry]) -> list[run.Entry]:
    return [*dressed(entries, DRESSED), *joined(entries, JOINED)]


def _teachers() -> list[Network]:
    return [network.loaded((TEACHERS / file).read_bytes()) for file in network.FILES]


if __name__ == "__main__":
    main()
