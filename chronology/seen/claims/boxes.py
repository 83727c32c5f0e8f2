"""Boxes of a form that were typed or pasted into one cell, each read as what was filled in.

    box      = [ who ] [ "not" ] what [ when ] [ ":" | "?" | "-" ] answer
    who      = "child" | "children" | a child's name | "persons" ... ; nobody: the record's child
    what     = "seen" | "sighted" | "seen alone" | "spoken to alone" | "present" | "attended" ...
    answer   = choice [ "both" | "all" | child { "," child } ]         Child seen: Yes (both)
             | child { "," child } , each [ choice ]                   Seen: Mia - Y, Tom - N
             | "both" | "all" | "neither" | "none"                     Seen alone: neither
             | "with" ... | "alone"                                    Seen: with mum
             | number                                                  Children seen: 2
    choice                                                            ticks.py

Options that are all printed and none marked ("Y / N"), "n/a" and "not stated" say nothing. A box
of somebody else ("Carer seen: Yes", "Bedroom seen") says nothing of a child. What stands in a box
is read as the box, and as no other cue.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from chronology.model import SeenValue
from chronology.rows.ticks import NO, NOTHING, YES, choice_at
from chronology.seen.claims.answers import (
    DASHES,
    SEPARATORS,
    UNSEEN,
    answer_at,
    denied_at,
    goes_on,
    has_a_line,
    is_empty,
    is_letter,
    is_marked,
    seen_after_all,
    unfilled,
)
from chronology.seen.claims.claim import BEYOND_DOUBT, Claim
from chronology.seen.scene import Scene
from chronology.seen.who.mention import ADULT, CHILD
from chronology.seen.wording.cues import Hit, Rule
from chronology.seen.wording.grammar import grammar

PRESENT = "present-box"
_RULES = {
    SeenValue.SEEN: Rule(name="seen-box", says="seen", strength=BEYOND_DOUBT),
    SeenValue.SEEN_ALONE: Rule(name="alone-box", says="alone", strength=BEYOND_DOUBT),
    SeenValue.NOT_SEEN: Rule(
        name="not-seen-box", says="not_seen", strength=BEYOND_DOUBT, reason="other"
    ),
}
_PRESENT = Rule(name=PRESENT, says="seen", strength=BEYOND_DOUBT)
_WHAT = grammar("box_what")
_ALONE = grammar("box_alone")
_WHEN = grammar("box_when")
_CHILD = grammar("box_child")
_CHILDREN = grammar("box_children")
_PEOPLE = grammar("box_people")
_BEFORE_WHAT = grammar("box_before_what")
_OTHER_TIMES = grammar("box_other_times")
_UNTOLD = grammar("box_untold")
_HOW = frozenset(["with", "in", "at", "alone"])
_OF_SIGHT = frozenset(["seen", "sighted"])
_ELSEWHERE_TOLD = frozenset(["see", "blank"])
_DECLINED = grammar("box_declined")
_LETTERS = (["y"], ["n"])
_SAYS_CHILD = _CHILD | _CHILDREN
_EVERY = frozenset(["both", "all"])
_NONE = frozenset(["neither", "none", "nil", "nobody"])
_ENDS = frozenset([*".;,()-\u2013\n:/", "as", "because", "due", "why", "reason"])
_OF_ONE = grammar("box_of_one")


class Box(NamedTuple):
    """A box that was filled in: words `first` up to `last`, and what it says of each child."""

    first: int
    last: int
    says: tuple[tuple[str, SeenValue], ...] = ()
    silent: tuple[str, ...] = ()
    """Of whom it says that nothing is told: "Child seen: N/A"."""
    unlisted: tuple[str, ...] = ()
    """Who is not among those whom it lists."""
    not_alone: tuple[str, ...] = ()
    of_sight: bool = False
    """Whether it asks who was seen, and not who was present or attended."""
    empty: bool = False
    """Whether nothing was filled in."""


class _Label(NamedTuple):
    """What a box asks: words `first` up to `last`."""

    first: int
    last: int
    alone: bool
    denied: bool
    asked: bool
    """Whether a mark stands between the label and what follows it."""
    of_sight: bool
    who: tuple[str, ...] | None
    """The children whom a yes or no is about; None where it is about somebody else."""


def boxes(scene: Scene) -> list[Box]:
    """Every box of a narrative, in order."""
    found: list[Box] = []
    if not _WHAT.isdisjoint(scene.words.low):
        for at, word in enumerate(scene.words.low):
            if word in _WHAT and (not found or at >= found[-1].last):
                label = _label(scene, at, found[-1].last if found else 0)
                box = _filled(scene, label) if label else None
                if label and box:
                    found.append(_of_another(scene, label, box))
    return found


def _of_another(scene: Scene, label: _Label, box: Box) -> Box:
    """A box "Child seen" on the form of another child does not list the record's own."""
    own = scene.home.unnamed
    another = scene.words.low[label.first] in _CHILD and label.who and label.who != own
    return box._replace(unlisted=own) if another else box


def claimed(scene: Scene, found: Sequence[Box]) -> Iterator[Claim]:
    """What the boxes say, as claims that nothing sets aside; "Seen: N" over "Attended: Y"."""
    unseen = {c for box in found if box.of_sight for c, v in box.says if v == SeenValue.NOT_SEEN}
    for box in found:
        for child, value in box.says:
            if child in unseen and not box.of_sight:
                continue
            sighted = value == SeenValue.SEEN and not box.of_sight
            hit = Hit(_PRESENT if sighted else _RULES[value], box.first, box.last)
            yield Claim(child, value, BEYOND_DOUBT, box.first, box.last, hit.rule.name, hit,
                        manner=_manner(scene, box), reason=hit.rule.reason)  # fmt: skip


def _manner(scene: Scene, box: Box) -> str:
    """What the sentence of a box says beside it: "Yes (asleep)", "Yes via video call"."""
    sentence = scene.words.sentence[box.last - 1]
    if sentence in scene.scopes.get("remote", ()):
        return "remote"
    return "" if _ASLEEP.isdisjoint(scene.words.said_in(sentence)) else "asleep"


_ASLEEP = grammar("box_asleep")


def inside(found: Sequence[Box], at: int) -> bool:
    """Whether a word stands in a box."""
    return any(box.first <= at < box.last for box in found)


def allowed(scene: Scene, found: Sequence[Box], child: str, value: str) -> bool:
    """Whether the boxes leave room for a value that no rule bears out."""
    low = scene.words.low
    elsewhere = any(
        child in m.children and low[m.last] != ":" and not inside(found, m.first)
        for m in scene.mentions
    )  # "Subject:" is a label, and nobody
    if elsewhere or not found:
        return True
    if any(child in box.silent for box in found):
        return False
    return value == SeenValue.NOT_SEEN or not any(child in box.unlisted for box in found)


def is_left_blank(scene: Scene, found: Sequence[Box], sentence: int) -> bool:
    """Whether a sentence has a line to write on, or no words but those of empty boxes:
    "Seen alone: . ", "Wishes: ____"."""
    here, low = scene.words.within(sentence), scene.words.low
    empty = [box for box in found if box.empty]
    if any(has_a_line(low, at) for at in here):
        return True
    return bool(empty) and all(inside(empty, at) for at in here if low[at][0].isalnum())


def _label(scene: Scene, at: int, earliest: int) -> _Label | None:
    """The label whose word of seeing or being present stands at a place."""
    low = scene.words.low
    last, alone = at + 1, low[at] in _ALONE
    if low[at] == "spoken":
        if low[last : last + 1] not in (["to"], ["with"]):
            return None
        last += 1
        if low[last : last + 1] != ["alone"] and not unfilled(scene, last):
            return None
    while last < len(low) and (low[last] in _WHEN or low[last] in _ALONE):
        alone = alone or low[last] in _ALONE
        last += 1
    last, asked = answer_at(low, last)
    if low[at] == "scene" and low[at - 1 : at] not in (["on"], ["at"]):
        return None
    first, denied = at - (low[at] == "scene"), False
    while first > earliest and low[first - 1] in _BEFORE_WHAT:
        first -= 1
        denied = denied or low[first] == "not"
    if low[first - 1 : first] == ["at"]:
        return None  # "at present"
    if first > earliest and low[first - 1] in _OTHER_TIMES:
        return _Label(first - 1, last, alone, denied, asked, False, None)
    first, who = _asked_of(scene, first, earliest)
    return _Label(first, last, alone, denied, asked, low[at] in _OF_SIGHT, who)


def _asked_of(scene: Scene, first: int, earliest: int) -> tuple[int, tuple[str, ...] | None]:
    """Where a label begins, and whom it asks about."""
    low, home = scene.words.low, scene.home
    named = next((m for m in scene.mentions if m.last == first and m.first >= earliest), None)
    before = low[first - 1] if first > earliest else "."
    if before == ")" and low[max(0, first - 4) : first] == ["child", "(", "ren", ")"]:
        return first - 4, home.born
    if before in _CHILDREN:
        return first - 1, home.born
    if before in _PEOPLE:
        return first - 1, ()
    if before in _CHILD:
        return first - 1 - (low[first - 2 : first - 1] == ["young"]), _the_one(scene, first)
    if named:
        return named.first, named.children if named.kind == CHILD and not named.owner else None
    if before[0].isalnum() or before in ("'", '"'):
        return first - 1, None
    one = _the_one(scene, first)
    return first, _named_before(scene, first) if one == home.unnamed else one


def _the_one(scene: Scene, before: int) -> tuple[str, ...] | None:
    """The child of a form: whom a box before names ("Patient: Mia"), else the record's own; None
    where the form is about a grown person."""
    low = scene.words.low
    for mention in reversed(scene.mentions):
        at = mention.first - 1
        if mention.last > before or at < 1 or low[at] != ":" or low[at - 1] not in _OF_ONE:
            continue
        if mention.kind == CHILD and len(mention.children) == 1 and not mention.owner:
            return mention.children
        if mention.kind == ADULT:
            return None
    return scene.home.unnamed


def _named_before(scene: Scene, before: int) -> tuple[str, ...]:
    """Whom a box without a name is about: the children named last, if they are several; nobody
    where it is another child alone, for then the next box may be of either."""
    named = [m for m in scene.mentions if m.last <= before and m.kind == CHILD]
    if not named or named[-1].children == scene.home.unnamed:
        return scene.home.unnamed
    return named[-1].children if len(named[-1].children) > 1 else ()


def _filled(scene: Scene, label: _Label) -> Box | None:
    """The box with its answer; None where what follows the label is no answer."""
    low = scene.words.low
    bare = low[label.first] not in _SAYS_CHILD and low[label.last : label.last + 1] in _LETTERS
    if bare and any(m.first == label.last for m in scene.mentions):
        return None  # "Seen: N" where there is a child N
    choice, end = choice_at(low, label.last)
    if choice == NO and low[end - 1].isalpha() and not _ended(low, end) and low[end][0] != "x":
        return None  # "Child seen: no concerns"
    if not label.of_sight and not label.asked and low[end - 1 : end + 1] == ["no", "."] and (
        low[end + 1 : end + 2] and low[end + 1][0].isdigit()
    ):  # fmt: skip
        return _box(label, end, label.who, NOTHING)  # "Attended no. 40"
    if choice:
        return _chosen(scene, label, choice, end)
    if label.asked and is_empty(scene, label.last):
        return _box(label, label.last, label.who, NOTHING)._replace(empty=True)
    if not label.asked or label.last >= len(low):
        return None
    word = low[label.last]
    end = label.last + 1
    untold = word == "not" and low[end : end + 1] and low[end] in _UNTOLD
    if untold and (low[label.last - 1] not in DASHES or _ended(low, end + 1)):
        return _box(label, end, label.who, NOTHING)  # but "Theo seen - not known to have ..."
    if low[label.last - 1] == "-":
        return None
    if word.isdigit() and (_ended(low, end) or low[end] == "of"):
        return _counted(scene, label, int(word))
    if word in _EVERY and (label.alone or _ended(low, end)):
        return _box(label, end, scene.home.born, YES)
    if (word in _NONE and _ended(low, end)) or low[label.last : end + 1] == ["no", "one"]:
        who = None if label.who is None else label.who or scene.home.born
        return _box(label, end, who, NO)  # "Parents attending: none" is of nobody else
    if word in _HOW and label.who:
        alone = label._replace(alone=label.alone or word == "alone")
        return _box(alone, end, label.who, YES)
    if label.alone and word in _DECLINED:
        return _box(label, end, label.who, NO)
    if word in UNSEEN and _ended(low, end):
        return None if seen_after_all(low, end) else _box(label, end, label.who, NO)
    if word in _ELSEWHERE_TOLD:
        return _box(label, end, label.who, NOTHING)
    return _named(scene, label)


def _counted(scene: Scene, label: _Label, count: int) -> Box | None:
    """A box answered with how many children were seen: all, none, or some who may be named."""
    if label.who is None:
        return None
    if scene.words.low[label.last + 1] in ("(", "-", ","):
        named = _named(scene, label._replace(last=label.last + 2))
        if named:
            return named
    born = scene.home.born
    told = NO if not count else YES if count == len(born) and label.who == born else NOTHING
    return _box(label, label.last + 1, born, told)


def _ended(low: Sequence[str], at: int) -> bool:
    return at >= len(low) or low[at] in _ENDS


def _chosen(scene: Scene, label: _Label, choice: str, end: int) -> Box | None:
    """A box answered with yes, no or nothing, and perhaps with whom the yes is about."""
    low = scene.words.low
    who = label.who
    if choice == YES and who is not None and low[end : end + 1] in (["("], ["-"], [","], [":"]):
        told, last = _children(scene, end + 1)
        if told and not (low[last : last + 1] and low[last] in _WHAT):
            who, end = tuple(child for child, _ in told), last
        elif not told and low[end + 1 : end + 2] and low[end + 1] in _EVERY:
            who, end = scene.home.born, end + 2
    elif choice == YES and who is not None and low[end : end + 1] and low[end] in _EVERY:
        who, end = scene.home.born, end + 1
    elif "".join(low[end : end + 2]).startswith(f"x{len(scene.home.born)}"):
        who, end = scene.home.born, end + 1 + (low[end] == "x")
    return _box(label, end, who, choice)


def _box(label: _Label, end: int, who: Sequence[str] | None, choice: str) -> Box:
    """A box with one answer for all whom it is about."""
    said = _says(label, who, choice)
    silent = tuple(who or ()) if choice == NOTHING and not label.alone else ()
    not_alone = tuple(who or ()) if choice != YES and label.alone else ()
    return Box(label.first, end, said, silent=silent, not_alone=not_alone, of_sight=label.of_sight)


def _says(
    label: _Label, who: Sequence[str] | None, choice: str
) -> tuple[tuple[str, SeenValue], ...]:
    """What an answer says of children; that they were not seen alone says nothing of sight."""
    if label.denied:
        choice = {YES: NO, NO: NOTHING}.get(choice, choice)
    if choice == NOTHING or (label.alone and choice == NO):
        return ()
    sighted = SeenValue.SEEN_ALONE if label.alone else SeenValue.SEEN
    return tuple((child, sighted if choice == YES else SeenValue.NOT_SEEN) for child in who or ())


def _named(scene: Scene, label: _Label) -> Box | None:
    """A box answered with names, each perhaps with a choice of its own; of the children who are
    not among them it tells nothing."""
    told, end = _children(scene, label.last)
    if end == label.last or label.who is None:
        return None
    says = [pair for child, choice in told for pair in _says(label, (child,), choice)]
    named = {child for child, _ in told}
    whole = not label.denied and _ended(scene.words.low, end)
    others = tuple(c for c in scene.home.born if c not in named) if whole else ()
    return Box(
        label.first, end, tuple(says),
        silent=tuple(child for child, choice in told if choice == NOTHING),
        unlisted=() if label.alone else others,
        not_alone=others if label.alone else (),
        of_sight=label.of_sight,
    )  # fmt: skip


def _children(scene: Scene, at: int) -> tuple[list[tuple[str, str]], int]:
    """The children whom a list names from a word on, each with the choice beside the name."""
    low, sentence = scene.words.low, scene.words.sentence
    told: list[tuple[str, str]] = []
    letters: list[list[str]] = []
    end = at
    for mention in scene.mentions:
        if mention.first < at or sentence[mention.first] != sentence[at]:
            continue
        if not goes_on(scene, end, mention):
            break
        end = mention.last
        choice = NO if mention.negative else YES
        after = low[end : end + 1]
        if after and (after[0] in (*SEPARATORS, "(", *_WORDS) or is_letter(scene, end)):
            beside, last = choice_at(low, end + (after[0] in (*SEPARATORS, "(")))
            if beside and (beside == YES or _ended(low, last) or is_marked(scene, last)):
                choice, end = beside, last + (low[last : last + 1] == [")"])
        else:
            denied, end = denied_at(low, end)
            choice = denied or choice
        letters.append(scene.words.raw[mention.last : end])
        if mention.kind == CHILD and not mention.owner:
            told += [(child, choice) for child in mention.children]
    if letters and all(letter == ["N"] for letter in letters):
        return [(child, NOTHING) for child, _ in told], end  # or the letter of a surname
    return told, end


_WORDS = ("yes", "no")
