"""Learn the networks (chronology/seen/network.py) from entries/; the held ones stay out.

python evaluation/train_network.py [--entries FOLDER] [--to FOLDER]

Some ten minutes for each on two cores, with JAX (pip install -e '.[train]').
Dropout (Srivastava and others 2014), label smoothing, Adam with decay (Loshchilov and Hutter 2019),
and the mean of the weights over the last steps (Polyak and Juditsky 1992).
"""

from __future__ import annotations

import argparse
import io
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy
import run
import train

from chronology.narrative import tokens_of
from chronology.seen import network
from chronology.seen.tokens import SEEN, VIEWS, Tokens
from chronology.seen.weighing import OTHER

HERE = Path(__file__).parent
WRITTEN = HERE.parent / "chronology" / "seen"
FEWEST = 2
"""How often a word must stand in the entries to have a row of its own."""
KNOWN, INNER, CLAIMED = 64, 128, 32
"""Numbers for each word: what is known of it, and inside the network; and for a claim."""
LAYERS = ((5, 1), (5, 2), (5, 1))
"""For every layer, how many neighbours, and how far apart."""
LOOKS = 4
EPOCHS = 12
BATCH = 48
FASTEST, SLOWEST, DECAY = 2e-3, 2e-4, 0.01
WARMING = 200
SMOOTHED = 0.05
MEAN_OVER = 0.998
UNKNOWN_WORDS, UNKNOWN_RULES = 0.12, 0.3
"""How often a word is learnt as if never met, and an entry as if no rule had fired."""
LENGTHS = (12, 24, 36, 56, 96, 224)
"""Entries of like length are learnt together; what goes beyond the last is cut."""

Array = Any
Weights = dict[str, Any]


@dataclass(frozen=True)
class Example:
    """A child of an entry: what is read, and the labels, -1 where there is none."""

    told: Tokens
    seen: int
    views: int
    own: bool
    other: int


def examples(entries: Sequence[run.Entry]) -> list[Example]:
    """Every child that an entry concerns."""
    found = []
    for entry in entries:
        for child, told in tokens_of(**run.question(entry)).items():
            own = child == entry["index_child"]
            if own:
                seen, views = _place(SEEN, entry["seen"]), _place(VIEWS, entry["views"])
                found.append(Example(told, seen, views, True, -1))
            elif "seen_children" in entry:
                other = network.VALUES[OTHER].index(train.other(entry, child))
                found.append(Example(told, -1, -1, False, other))
    return found


def _place(values: Sequence[str], value: str) -> int:
    return values.index(value) if value else -1


def named(told: Sequence[Example]) -> dict[str, list[str]]:
    """Every name that gets a number of its own."""
    words = Counter(token.word for one in told for token in one.told.row)
    return {
        "words": sorted(word for word, count in words.items() if count >= FEWEST),
        "letters": sorted({n for one in told for t in one.told.row for n in t.letters}),
        "kinds": sorted({n for one in told for t in one.told.row for n in t.kinds}),
        "cues": sorted({n for one in told for t in one.told.row for n in t.cues}),
        "claims": sorted({n for one in told for n in one.told.claims}),
    }


class Shelf:
    """Examples as arrays, by length."""

    def __init__(self, told: Sequence[Example], names: dict[str, list[str]]) -> None:
        self._numbers = {of: network.numbers(of, found) for of, found in names.items()}
        self._pieces: dict[str, list[int]] = {}
        self.of: dict[int, list[int]] = {}
        self._rows = []
        for at, one in enumerate(told):
            length = next((n for n in LENGTHS if len(one.told.row) <= n), LENGTHS[-1])
            self.of.setdefault(length, []).append(at)
            self._rows.append(self._arrays(one))

    def _arrays(self, one: Example) -> dict[str, Array]:
        row, n = one.told.row[: LENGTHS[-1]], self._numbers
        for token in row:
            self._pieces.setdefault(token.word, network.pieces(token.word))
        return {
            "word": numpy.array([n["words"].get(t.word, network.UNKNOWN) for t in row], int),
            "piece": _filled([self._pieces[t.word] for t in row], network.MOST_PIECES),
            "letter": _filled([[n["letters"].get(x, 0) for x in t.letters] for t in row], 3),
            "kind": _filled([[n["kinds"].get(x, 0) for x in t.kinds] for t in row], 6),
            "cue": _filled([[n["cues"].get(x, 0) for x in t.cues] for t in row], 12),
            "flag": numpy.array([t.flags for t in row], numpy.float32).reshape(-1, 5),
            "whole": numpy.array(one.told.whole, numpy.float32),
            "claim": _filled([[n["claims"].get(x, 0) for x in one.told.claims]], 16)[0],
            "label": numpy.array([one.seen, one.views, one.other], int),
        }

    def batch(self, places: Sequence[int], length: int) -> dict[str, Array]:
        """Some examples side by side, filled up to a length."""
        rows = [self._rows[place] for place in places]
        made = {}
        for of in rows[0]:
            whole = of in ("whole", "claim", "label")
            shape = rows[0][of].shape if whole else (length, *rows[0][of].shape[1:])
            made[of] = numpy.zeros((len(rows), *shape), rows[0][of].dtype)
            for at, row in enumerate(rows):
                made[of][at][: len(row[of])] = row[of]
        lengths = numpy.array([max(1, len(row["word"])) for row in rows])
        made["there"] = numpy.arange(length)[None, :] < lengths[:, None]
        return made

    def shuffled(self, chance: numpy.random.Generator) -> list[tuple[int, Array]]:
        """Batches of one pass, every one full."""
        found = []
        for length, places in self.of.items():
            order = chance.permutation(places)
            more = chance.choice(order, -len(order) % BATCH)
            found += [(length, b) for b in numpy.concatenate([order, more]).reshape(-1, BATCH)]
        return [found[i] for i in chance.permutation(len(found))]


def _filled(rows: Sequence[Sequence[int]], width: int) -> Array:
    made = numpy.zeros((len(rows), width), int)
    for at, row in enumerate(rows):
        made[at, : min(width, len(row))] = row[:width]
    return made


def first(names: dict[str, list[str]], seed: int) -> Weights:
    """Where learning begins."""
    chance = numpy.random.default_rng(seed)

    def some(*shape: int, by: float = 0.1) -> Array:
        return jnp.array(chance.normal(0, by, shape), jnp.float32)

    looked = INNER * (LOOKS + 1) + 4 + len(SEEN) + len(VIEWS) + 1 + CLAIMED
    heads = sum(map(len, network.VALUES.values()))
    weights = {
        "word": some(len(names["words"]) + 2, KNOWN),
        "piece": some(network.BUCKETS + 1, KNOWN, by=0.05),
        "letter": some(3, len(names["letters"]) + 1, KNOWN),
        "kind": some(len(names["kinds"]) + 1, KNOWN),
        "cue": some(len(names["cues"]) + 1, KNOWN),
        "claim": some(len(names["claims"]) + 1, CLAIMED),
        "flag": some(5, KNOWN),
        "into": some(KNOWN, INNER, by=KNOWN**-0.5),
        "look": some(INNER, LOOKS, by=INNER**-0.5),
        "thought": some(looked, INNER, by=looked**-0.5),
        "thought_bias": jnp.zeros(INNER),
        "head": some(INNER, heads, by=INNER**-0.5),
        "head_bias": jnp.zeros(heads),
    }
    for at, (width, _) in enumerate(LAYERS):
        weights[f"near{at}"] = some(width, INNER, 2 * INNER, by=(width * INNER) ** -0.5)
        weights[f"bias{at}"] = jnp.zeros(2 * INNER)
    return weights


def forward(w: Weights, b: dict[str, Array], key: Array, learning: bool) -> Array:
    """The network of chronology/seen/network.py, many at once; numbers for every value."""
    keys = iter(jax.random.split(key, 8 + len(LAYERS)))

    def kept(x: Array, lost: float, shape: tuple[int, ...] | None = None) -> Array:
        if not learning:
            return x
        stay = jax.random.bernoulli(next(keys), 1 - lost, shape or x.shape)
        return x * stay / (1 if shape else 1 - lost)

    def summed(table: Array, ids: Array) -> Array:
        return (table[ids] * (ids > 0)[..., None]).sum(-2)

    ids, alone = b["word"], (len(b["word"]), 1)
    if learning:
        unknown = jax.random.bernoulli(next(keys), UNKNOWN_WORDS, ids.shape)
        ids = jnp.where(unknown, network.UNKNOWN, ids)
    spelt = jnp.maximum(1, (b["piece"] > 0).sum(-1, keepdims=True))
    x = w["word"][ids] + 2 * summed(w["piece"], b["piece"]) / spelt
    x += sum(jnp.take(w["letter"][at], b["letter"][..., at], axis=0) for at in range(3))
    x += summed(w["kind"], b["kind"]) + b["flag"] @ w["flag"]
    x += kept(summed(w["cue"], b["cue"]), UNKNOWN_RULES, (*alone, 1))
    there = b["there"][..., None]
    x = jnp.tanh(kept(x, 0.3) @ w["into"]) * there
    for at, (_, apart) in enumerate(LAYERS):
        y = w[f"bias{at}"] + jax.lax.conv_general_dilated(
            x, w[f"near{at}"], (1,), "SAME", rhs_dilation=(apart,),
            dimension_numbers=("NHC", "HIO", "NHC"),
        )  # fmt: skip
        half, gate = jnp.split(y, 2, -1)
        x = (x + kept(jnp.tanh(half) * jax.nn.sigmoid(gate), 0.2)) * there
    look = jax.nn.softmax(jnp.where(there, x @ w["look"], -1e9), 1)
    looked = jnp.einsum("blh,blq->bqh", x, look).reshape(len(x), -1)
    most = jnp.where(there, x, -1e9).max(1)
    claims = kept(summed(w["claim"], b["claim"]), UNKNOWN_RULES, alone)
    plain, ruled = b["whole"][:, :4], kept(b["whole"][:, 4:], UNKNOWN_RULES, alone)
    z = kept(jnp.concatenate([looked, most, plain, ruled, claims], -1), 0.4)
    z = kept(jax.nn.relu(z @ w["thought"] + w["thought_bias"]), 0.4)
    return z @ w["head"] + w["head_bias"]


def loss(w: Weights, b: dict[str, Array], key: Array) -> Array:
    """How far the chances are from the labels, over those that are there."""
    out, at, total = forward(w, b, key, True), 0, 0.0
    for place, values in enumerate(network.VALUES.values()):
        told = jax.nn.log_softmax(out[:, at : at + len(values)])
        label = b["label"][:, place]
        wanted = jax.nn.one_hot(label, len(values)) * (1 - SMOOTHED) + SMOOTHED / len(values)
        total -= ((wanted * told).sum(1) * (label >= 0)).mean()
        at += len(values)
    return total


@jax.jit
def step(
    state: tuple[Weights, Weights, Weights, Weights], b: dict[str, Array], key: Array, rate: float,
    count: int,
) -> tuple[tuple[Weights, Weights, Weights, Weights], Array]:  # fmt: skip
    """One step of Adam, and the mean of the weights so far."""
    w, mean, square, lasting = state
    lost, slope = jax.value_and_grad(loss)(w, b, key)
    mean = jax.tree.map(lambda m, g: 0.9 * m + 0.1 * g, mean, slope)
    square = jax.tree.map(lambda s, g: 0.999 * s + 0.001 * g * g, square, slope)
    once, twice = 1 - 0.9**count, 1 - 0.999**count
    w = jax.tree.map(
        lambda p, m, s: p - rate * (m / once / (jnp.sqrt(s / twice) + 1e-8) + DECAY * p),
        w, mean, square,
    )  # fmt: skip
    by = jnp.minimum(MEAN_OVER, 1 - 1 / (count + 1))
    lasting = jax.tree.map(lambda a, p: by * a + (1 - by) * p, lasting, w)
    return (w, mean, square, lasting), lost


def learn(told: Sequence[Example], names: dict[str, list[str]], seed: int) -> Weights:
    """The weights, as the mean over the last steps."""
    chance, key = numpy.random.default_rng(seed), jax.random.PRNGKey(seed)
    shelf, w = Shelf(told, names), first(names, seed)
    nothing = jax.tree.map(jnp.zeros_like, w)
    state, count = (w, nothing, nothing, jax.tree.map(jnp.array, w)), 0
    for epoch in range(EPOCHS):
        lost = []
        batches = shelf.shuffled(chance)
        for at, (length, places) in enumerate(batches):
            count += 1
            gone = (epoch + at / len(batches)) / EPOCHS
            rate = max(
                SLOWEST, FASTEST * min(1, count / WARMING) * (1 + numpy.cos(numpy.pi * gone)) / 2
            )
            key, now = jax.random.split(key)
            state, one = step(state, shelf.batch(places, length), now, rate, count)
            lost.append(one)
        print(f"{epoch + 1} of {EPOCHS}: {float(numpy.mean(lost)):.3f}", flush=True)
    return state[3]


def write(w: Weights, names: dict[str, list[str]], path: Path) -> None:
    """Names and weights as network.py reads them: a word's row with what its letters say."""
    learnt = {of: numpy.array(weights) for of, weights in w.items()}
    for at, word in enumerate(names["words"], network.UNKNOWN + 1):
        if found := network.pieces(word):
            learnt["word"][at] += 2 * learnt["piece"][found].mean(0)
    for of in ("kind", "cue", "claim"):
        learnt[of][0] = 0
    arrays = {}
    for of, numbers in learnt.items():
        longest = numpy.abs(numbers).max(-1, keepdims=True)
        step = (numpy.where(longest > 0, longest, 1) / 127).astype(numpy.float32)
        arrays[of], arrays[of + network.STEP] = numpy.round(numbers / step).astype(numpy.int8), step
    arrays["apart"] = numpy.array([apart for _, apart in LAYERS], numpy.uint8)
    for of, found_names in names.items():
        arrays[of] = numpy.frombuffer("\n".join(found_names).encode(), numpy.uint8)
    made = io.BytesIO()
    numpy.savez_compressed(made, **arrays)
    path.write_bytes(made.getvalue())


def _chosen(path: Path) -> Iterator[run.Entry]:
    for file in run.files(path):
        yield from run.load(file)


def main() -> None:
    """Learn from entries/ and the sentences beside the cues; write the networks."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--entries", type=Path, default=HERE / "entries")
    asked.add_argument("--to", type=Path, default=WRITTEN)
    said = asked.parse_args()
    told = examples([*_chosen(said.entries), *train.shown(), *train.shown()])
    names = named(told)
    print(f"{len(told)} examples, {len(names['words'])} words", flush=True)
    for seed, file in enumerate(network.FILES, 1):
        write(learn(told, names, seed), names, said.to / file)


if __name__ == "__main__":
    main()
