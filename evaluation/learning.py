"""Learning a network (chronology/seen/learnt/network.py) with JAX.

Dropout (Srivastava and others 2014), Adam with decay (Loshchilov and Hutter 2019), and the mean of
the weights over the last steps (Polyak and Juditsky 1992).
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy

from chronology.seen.learnt import network
from chronology.seen.learnt.network import Network
from chronology.seen.learnt.tokens import FLAGS, VALUES, Tokens
from chronology.seen.wording.senses import senses

Array = Any
Weights = dict[str, Any]
Batch = Mapping[str, Any]

FEWEST = 2
"""How often a word must stand in the entries to have a row of its own."""
TELLS = 0.45
"""How far the row of a word must be from what its letters say of it; half of them are over 1.2."""
KNOWN, CLAIMED, WHOLE = 64, 32, 13
"""Numbers for what is known of a word, for a claim, and for the whole."""
LOOKS = 4
SIZES = tuple(len(values) for values in VALUES.values())
BATCH = 64
LENGTHS = (12, 24, 36, 56, 96, 160, 256)
"""Entries of like length are learnt together; what goes beyond the last is cut."""
SLOWEST, DECAY = 0.05, 0.01
"""The slowest step, as a share of the fastest; how much every weight shrinks in a step."""
WARMING = 200
MEAN_OVER = 0.998
UNKNOWN_WORDS, UNKNOWN_RULES = 0.12, 0.3
"""How often a word is learnt as if never met, and an entry as if no rule had fired."""
LOST = {"in": 0.3, "near": 0.2, "out": 0.4}
"""How much is left out at random before the layers, in each, and before what is concluded."""


@dataclass(frozen=True)
class Shape:
    """How large a network is, and how it learns."""

    inner: int
    thought: int
    layers: tuple[tuple[int, int], ...]
    """For every layer, how many neighbours, and how far apart."""
    epochs: int
    left_out: float
    """The share of LOST and of the UNKNOWN that is left out: less where teachers' chances, which
    tell more than a label, are learnt from."""
    fastest: float = 2e-3


def named(told: Sequence[Tokens]) -> dict[str, list[str]]:
    """Every name that gets a number of its own."""
    words = Counter(word for one in told for word in one.words)
    return {
        "words": sorted(word for word, count in words.items() if count >= FEWEST),
        "letters": sorted({n for one in told for letters in one.letters for n in letters}),
        "kinds": sorted({n for word in words for n in senses().get(word, ())}),
        "cues": sorted({n for one in told for _, names in one.row.cues for n in names}),
        "claims": sorted({n for one in told for n in one.claims}),
    }


class Shelf:
    """Tokens as arrays, by length, each with the chances that are to be learnt (11 numbers)."""

    def __init__(self, told: Sequence[Tokens], net: Network, vocabulary: dict[str, int]) -> None:
        self.of: dict[int, list[int]] = {}
        for at, one in enumerate(told):
            length = next((n for n in LENGTHS if len(one.words) <= n), LENGTHS[-1])
            self.of.setdefault(length, []).append(at)
        self._rows = {
            length: _arrays([told[place] for place in places], length, net, vocabulary)
            for length, places in self.of.items()
        }

    def teach(self, wanted: Array) -> None:
        """Set the chances that are to be learnt."""
        for length, places in self.of.items():
            self._rows[length]["wanted"] = wanted[places]

    def batch(self, length: int, places: Sequence[int]) -> Batch:
        """Some rows of a length side by side."""
        return {of: rows[places] for of, rows in self._rows[length].items()}

    def shuffled(self, chance: numpy.random.Generator) -> list[tuple[int, Array]]:
        """Batches of one pass, every one full."""
        found = []
        for length, places in self.of.items():
            order = chance.permutation(len(places))
            more = chance.choice(order, -len(order) % BATCH)
            found += [(length, b) for b in numpy.concatenate([order, more]).reshape(-1, BATCH)]
        return [found[i] for i in chance.permutation(len(found))]

    def in_turn(self) -> Iterator[tuple[Sequence[int], int, Sequence[int]]]:
        """Every row once: its place among all, the length, and full batches of places in it."""
        for length, places in self.of.items():
            for first in range(0, len(places), BATCH):
                here = [*range(first, min(first + BATCH, len(places)))]
                yield places[first : first + BATCH], length, (here + [0] * BATCH)[:BATCH]


def _arrays(
    told: Sequence[Tokens], length: int, net: Network, vocabulary: dict[str, int]
) -> dict[str, Array]:
    made = {
        "word": numpy.zeros((len(told), length), numpy.int32),
        "letter": numpy.zeros((len(told), length, 3), numpy.int8),
        "cue": numpy.zeros((len(told), length, 6), numpy.int16),
        "flag": numpy.zeros((len(told), length, FLAGS), numpy.int8),
        "there": numpy.zeros((len(told), length), bool),
        "whole": numpy.array([one.whole for one in told], numpy.float32),
        "claim": numpy.zeros((len(told), 16), numpy.int16),
        "wanted": numpy.zeros((len(told), sum(SIZES)), numpy.float32),
    }
    for at, one in enumerate(told):
        words = one.words[:length]
        made["there"][at, : max(1, len(words))] = True
        for place, word in enumerate(words):
            made["word"][at, place] = vocabulary.setdefault(word, len(vocabulary))
        for n, letters in enumerate(one.letters):
            made["letter"][at, : len(words), n] = [net.letters.get(x, 0) for x in letters[:length]]
        flags = numpy.frombuffer(one.row.flags[:length], numpy.int8)
        made["flag"][at, : len(words)] = flags[:, None] >> numpy.arange(FLAGS) & 1
        for place, names in _cues(one, length):
            made["cue"][at, place, : len(names)] = [net.cues.get(name, 0) for name in names]
        claims = [net.claims.get(name, 0) for name in one.claims][:16]
        made["claim"][at, : len(claims)] = claims
    return made


def _cues(told: Tokens, length: int) -> Iterator[tuple[int, list[str]]]:
    """By place, the names of its cues."""
    found: dict[int, list[str]] = {}
    for place, names in told.row.cues:
        found.setdefault(place, []).extend(names)
    return ((place, names) for place, names in found.items() if place < length)


def extended(net: Network, names: Mapping[str, Sequence[str]]) -> Network:
    """A network that has a number for every one of these names too: a new word begins as it is
    spelt, anything else as nothing."""
    numbered, arrays = {}, dict(net.arrays)
    tables = {
        "words": "word", "kinds": "kind", "cues": "cue", "letters": "letter", "claims": "claim",
    }  # fmt: skip
    for of in network.FIRST:
        known: Mapping[str, int] = getattr(net, of)
        new = [name for name in names[of] if name not in known]
        numbered[of] = network.numbers(of, [*known, *new])
        if new and of in tables:
            table = arrays[tables[of]]
            rows = numpy.zeros((*table.shape[:-2], len(new), table.shape[-1]), table.dtype)
            if of == "words":
                rows[:] = [network.spelt(net, word) for word in new]
            arrays[tables[of]] = numpy.concatenate([table, rows], -2)
    arrays["flag"] = arrays["flag"][[1 << bit for bit in range(FLAGS)]]
    return Network(**numbered, arrays=arrays)


@dataclass(frozen=True)
class Lexicon:
    """What is known of every word of a vocabulary: of a word with a row of its own that row, and
    of every word what it is taken for if it was never met. words x KNOWN"""

    rows: Array
    spelt: Array
    has_row: Array


def lexicon(net: Network, vocabulary: Mapping[str, int]) -> Lexicon:
    """The words of a vocabulary as a network has them."""
    rows = [net.arrays["word"][net.words.get(word, 0)] for word in vocabulary]
    spelt = [network.spelt(net, word) for word in vocabulary]
    has_row = [word in net.words for word in vocabulary]
    return Lexicon(*map(jnp.array, (numpy.stack(rows), numpy.stack(spelt), has_row)))


def beginning(net: Network, words: Lexicon, shape: Shape, seed: int) -> Weights:
    """Where learning begins: with what another network knows of words and cues."""
    chance = numpy.random.default_rng(seed)

    def some(*sizes: int, by: float) -> Array:
        return jnp.array(chance.normal(0, by, sizes), jnp.float32)

    looked = shape.inner * (LOOKS + 1) + WHOLE + CLAIMED
    weights = {
        "claim": some(len(net.claims) + 1, CLAIMED, by=0.1),
        "into": some(KNOWN, shape.inner, by=KNOWN**-0.5),
        "look": some(shape.inner, LOOKS, by=shape.inner**-0.5),
        "thought": some(looked, shape.thought, by=looked**-0.5),
        "thought_bias": jnp.zeros(shape.thought),
        "head": some(shape.thought, sum(SIZES), by=shape.thought**-0.5),
        "head_bias": jnp.zeros(sum(SIZES)),
    }
    for at, (width, _) in enumerate(shape.layers):
        by = (width * shape.inner) ** -0.5
        weights[f"near{at}"] = some(width, shape.inner, 2 * shape.inner, by=by)
        weights[f"bias{at}"] = jnp.zeros(2 * shape.inner)
    known = {of: jnp.array(net.arrays[of]) for of in ("letter", "cue", "flag")}
    return {**weights, **known, "word": words.rows}


def as_it_is(net: Network, words: Lexicon) -> Weights:
    """What a network has learnt, to be asked or to learn further."""
    fixed = ("apart", "piece", "kind")
    learnt = {of: jnp.array(a) for of, a in net.arrays.items() if of not in fixed}
    return {**learnt, "word": words.rows}


def forward(
    w: Weights, words: Lexicon, b: Batch, layers: Sequence[tuple[int, int]],
    left_out: float = 0.0, key: Array = None,
) -> Array:  # fmt: skip
    """The network of chronology/seen/learnt/network.py, many at once; numbers for every value."""
    keys = iter(jax.random.split(key, 9 + len(layers))) if left_out else iter(())

    def stays(lost: float, sizes: Sequence[int]) -> Array:
        return jax.random.bernoulli(next(keys), 1 - lost * left_out, sizes)

    def kept(x: Array, lost: float) -> Array:
        return x * stays(lost, x.shape) / (1 - lost * left_out) if left_out else x

    def ruled(x: Array) -> Array:
        sizes = (len(x), *(1,) * (x.ndim - 1))
        return x * stays(UNKNOWN_RULES, sizes) if left_out else x

    def summed(table: Array, ids: Array) -> Array:
        return (table[ids] * (ids > 0)[..., None]).sum(-2)

    ids = b["word"]
    met = words.has_row[ids]
    if left_out:
        met &= stays(UNKNOWN_WORDS, ids.shape)
    x = jnp.where(met[..., None], w["word"][ids], words.spelt[ids])
    x += sum(jnp.take(w["letter"][at], b["letter"][..., at], axis=0) for at in range(3))
    x += b["flag"].astype(jnp.float32) @ w["flag"] + ruled(summed(w["cue"], b["cue"]))
    there = b["there"][..., None]
    x = jnp.tanh(kept(x, LOST["in"]) @ w["into"]) * there
    for at, (width, apart) in enumerate(layers):
        edge, length = apart * (width // 2), x.shape[1]
        wide = jnp.pad(x, ((0, 0), (edge, edge), (0, 0)))
        beside = [wide[:, n * apart : n * apart + length] for n in range(width)]
        y = jnp.concatenate(beside, -1) @ w[f"near{at}"].reshape(-1, 2 * x.shape[-1])
        half, gate = jnp.split(y + w[f"bias{at}"], 2, -1)
        x = (x + kept(jnp.tanh(half) * jax.nn.sigmoid(gate), LOST["near"])) * there
    look = jax.nn.softmax(jnp.where(there, x @ w["look"], -1e9), 1)
    looked = jnp.einsum("blh,blq->bqh", x, look).reshape(len(x), -1)
    most = jnp.where(there, x, -1e9).max(1)
    plain, rules, claims = b["whole"][:, :4], b["whole"][:, 4:], summed(w["claim"], b["claim"])
    z = jnp.concatenate([looked, most, plain, ruled(rules), ruled(claims)], -1)
    z = jax.nn.relu(kept(z, LOST["out"]) @ w["thought"] + w["thought_bias"])
    return kept(z, LOST["out"]) @ w["head"] + w["head_bias"]


def each(out: Array) -> list[Array]:
    """The numbers of each thing that is asked."""
    return jnp.split(out, numpy.cumsum(SIZES)[:-1], -1)


def chances(w: Weights, words: Lexicon, shelf: Shelf, layers: Sequence[tuple[int, int]]) -> Array:
    """What a network says of every row of a shelf; rows x 11."""
    w = {of: jnp.array(numbers) for of, numbers in w.items()}
    said = jax.jit(lambda b: jnp.concatenate(
        [jax.nn.softmax(part) for part in each(forward(w, words, b, layers))], -1
    ))  # fmt: skip
    count = sum(map(len, shelf.of.values()))
    found = numpy.zeros((count, sum(SIZES)), numpy.float32)
    for places, length, batch in shelf.in_turn():
        found[list(places)] = said(shelf.batch(length, batch))[: len(places)]
    return found


def learn(start: Weights, words: Lexicon, shelf: Shelf, shape: Shape, seed: int) -> Weights:
    """The weights, as the mean over the last steps."""
    chance, key = numpy.random.default_rng(seed), jax.random.PRNGKey(seed)
    step = _step(words, shape)
    nothing = jax.tree.map(jnp.zeros_like, start)
    state, count = (start, nothing, nothing, jax.tree.map(jnp.array, start)), 0
    for epoch in range(shape.epochs):
        lost = []
        batches = shelf.shuffled(chance)
        for at, (length, places) in enumerate(batches):
            count += 1
            gone = (epoch + at / len(batches)) / shape.epochs
            rate = min(1, count / WARMING) * (1 + numpy.cos(numpy.pi * gone)) / 2
            key, now = jax.random.split(key)
            batch = shelf.batch(length, places)
            state, one = step(state, batch, now, shape.fastest * max(SLOWEST, rate), count)
            lost.append(one)
        print(f"{epoch + 1} of {shape.epochs}: {float(numpy.mean(lost)):.3f}", flush=True)
    return state[3]


def _step(words: Lexicon, shape: Shape) -> Callable[..., tuple[Any, Array]]:
    """One step of Adam, and the mean of the weights so far."""

    def loss(w: Weights, b: Batch, key: Array) -> Array:
        """How far the chances are from those wanted, over what is asked of the child."""
        out = forward(w, words, b, shape.layers, shape.left_out, key)
        told = jnp.concatenate([jax.nn.log_softmax(part) for part in each(out)], -1)
        return -(b["wanted"] * told).sum(1).mean()

    @jax.jit
    def step(state: Any, b: Batch, key: Array, rate: float, count: int) -> tuple[Any, Array]:
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

    return step


def telling(net: Network) -> Network:
    """A network without the words whose row says little more than their letters do: log numbers
    and dates, most of them."""
    rows = net.arrays["word"]
    apart = {w: numpy.linalg.norm(rows[n] - network.spelt(net, w)) for w, n in net.words.items()}
    kept = [word for word, distance in apart.items() if distance >= TELLS]
    places = [*range(network.FIRST["words"]), *(net.words[word] for word in kept)]
    arrays = {**net.arrays, "word": rows[places]}
    return replace(net, words=network.numbers("words", kept), arrays=arrays)


def write(
    w: Weights, net: Network, vocabulary: Mapping[str, int], layers: Sequence[tuple[int, int]],
    path: Path,
) -> None:  # fmt: skip
    """Names and weights as network.py reads them."""
    learnt = {of: numpy.array(weights) for of, weights in w.items()}
    rows = net.arrays["word"].copy()
    for word, number in net.words.items():
        if word in vocabulary:
            rows[number] = learnt["word"][vocabulary[word]]
    learnt |= {"word": rows, "piece": net.arrays["piece"], "kind": net.arrays["kind"]}
    for of in ("kind", "cue", "claim"):
        learnt[of][0] = 0
    net = telling(replace(net, arrays=learnt))
    learnt = dict(net.arrays)
    arrays: dict[str, Array] = {"apart": numpy.array([apart for _, apart in layers], numpy.uint8)}
    for of, numbers in learnt.items():
        longest = numpy.abs(numbers).max(-1, keepdims=True)
        step = (numpy.where(longest > 0, longest, 1) / 127).astype(numpy.float32)
        arrays[of], arrays[of + network.STEP] = numpy.round(numbers / step).astype(numpy.int8), step
    for of in network.FIRST:
        arrays[of] = numpy.frombuffer("\n".join(getattr(net, of)).encode(), numpy.uint8)
    made = io.BytesIO()
    numpy.savez_compressed(made, **arrays)
    path.write_bytes(made.getvalue())
