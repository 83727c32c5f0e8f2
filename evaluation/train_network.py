"""Learn the networks (chronology/seen/learnt/network.py) from entries/; the held ones stay out.

python evaluation/train_network.py [--entries F] [--to F] [--teachers | --onwards]

Small networks read three times as quickly as large ones, and as well where they learn from them
(Hinton, Vinyals and Dean 2015): half from the labels, half from the chances that the large
ones of teachers/ and the weights give together, of the entries and of mixtures of their sentences,
which nobody needs to label. --teachers learns the large ones anew first, from the labels alone.
An hour or more on two cores, with JAX (pip install -e '.[train]'). --onwards goes on from the
networks that there are, when entries or cues were added: half an hour.
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
from chronology.seen.learnt import network
from chronology.seen.learnt.network import Network
from chronology.seen.learnt.opinion import FOR_NETWORKS
from chronology.seen.learnt.tokens import OF_VIEWS, OTHER, OWN, VALUES, Tokens
from chronology.seen.learnt.weighing import weigh

HERE = Path(__file__).parent
WRITTEN = HERE.parent / "chronology" / "seen"
TEACHERS = HERE / "teachers"
SMALL = Shape(64, 96, ((5, 1), (5, 2), (5, 1)), epochs=5, left_out=0.5)
LARGE = Shape(96, 128, ((5, 1), (5, 2), (5, 1)), epochs=9, left_out=0.8)
ONWARDS = replace(SMALL, epochs=3, fastest=1e-3)
MIXTURES = 40_000
DRESSED, JOINED = 16_000, 26_000
"""How many entries are learnt from once more as exports dress them, and how many joined."""
SHOWN_AGAIN = 3
"""How often the sentences beside the cues are learnt from."""
SMOOTHED = 0.05
FROM_LABELS = 0.5

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
            yield Example(told, labels, own, own or "spoken=True" in told.named)


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
    by_weights = [weigh([one.told])[0].chances for one in told]
    weighed = numpy.array([[v for of in VALUES for v in by[of].values()] for by in by_weights])
    said = [_said(teacher, told) for teacher in teachers]
    both = (1 - FOR_NETWORKS) * weighed + FOR_NETWORKS * numpy.mean(said, 0)
    return both * _asked(told) * numpy.array([one.spoken_of for one in told])[:, None]


def _said(teacher: Network, told: Sequence[Example]) -> Array:
    net, vocabulary = learning.extended(teacher, dict.fromkeys(network.FIRST, ())), {"": 0}
    shelf = Shelf([one.told for one in told], net, vocabulary)
    words = learning.lexicon(net, vocabulary)
    layers = [(len(net.arrays[f"near{n}"]), int(a)) for n, a in enumerate(net.arrays["apart"])]
    return learning.chances(learning.as_it_is(net, words), words, shelf, layers)


def _asked(told: Sequence[Example]) -> Array:
    """What is asked of each: of the record's own child other things than of others."""
    asked = [[(of != OTHER) == one.own for of in VALUES] for one in told]
    return numpy.repeat(asked, learning.SIZES, 1)


def learn(
    told: Sequence[Example], wanted: Array, like: Network, shape: Shape, seed: int, path: Path,
    onwards: bool = False,
) -> None:  # fmt: skip
    """Learn a network that begins with what another knows of words, or goes on from all that it
    knows, and write it."""
    asked = wanted.any(1)
    told = [one for one, is_asked in zip(told, asked, strict=True) if is_asked]
    net = learning.extended(like, learning.named([one.told for one in told if one.labels]))
    vocabulary = {"": 0}
    shelf = Shelf([one.told for one in told], net, vocabulary)
    shelf.teach(wanted[asked])
    words = learning.lexicon(net, vocabulary)
    start = (
        learning.as_it_is(net, words) if onwards else learning.beginning(net, words, shape, seed)
    )
    learning.write(learning.learn(start, words, shelf, shape, seed), net, vocabulary, shape.layers,
                   path)  # fmt: skip


def main() -> None:
    """Learn from entries/, the sentences beside the cues and mixtures; write the networks."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--entries", type=Path, default=HERE / "entries")
    asked.add_argument("--to", type=Path, default=WRITTEN)
    asked.add_argument("--teachers", action="store_true")
    asked.add_argument("--onwards", action="store_true")
    said = asked.parse_args()
    entries = [entry for file in run.files(said.entries) for entry in run.load(file)]
    ordinary = [entry for entry in entries if entry["id"].startswith(train.ORDINARY)]
    varied = [*dressed(entries, DRESSED), *joined(entries, JOINED)]
    shown = SHOWN_AGAIN * [*train.shown()]
    told = [*examples([*entries, *ordinary, *varied, *shown])]
    labels = labelled(told)
    if said.teachers:
        for seed, (teacher, file) in enumerate(zip(_kept(TEACHERS), network.FILES, strict=True), 1):
            learn(told, labels, teacher, LARGE, seed, TEACHERS / file)
    large, small = _kept(TEACHERS), _kept(WRITTEN)
    mixed = [*examples([*mixtures(entries, MIXTURES)])]
    print(f"{len(told)} labelled, {len(mixed)} of mixtures", flush=True)
    taught_too = taught([*told, *mixed], [*large, *small] if said.onwards else large)
    wanted = numpy.concatenate([labels, numpy.zeros_like(taught_too[len(told) :])])
    share = numpy.where(wanted.any(1) & taught_too.any(1), FROM_LABELS, 1.0)[:, None]
    both = numpy.where(
        wanted.any(1)[:, None], share * wanted + (1 - share) * taught_too, taught_too
    )
    shape = ONWARDS if said.onwards else SMALL
    for seed, (file, net) in enumerate(zip(network.FILES, small, strict=True), 1):
        like = net if said.onwards else large[0]
        learn([*told, *mixed], both, like, shape, seed, said.to / file, said.onwards)


def _kept(folder: Path) -> list[Network]:
    return [network.loaded((folder / file).read_bytes()) for file in network.FILES]


if __name__ == "__main__":
    main()
