"""Whom words for several children mean: "both", "the girls", "the older two", "his sister"."""

from __future__ import annotations

from collections.abc import Sequence

from chronology.seen.who import partly
from chronology.seen.who.family import Family
from chronology.seen.who.mention import ADULT, CHILD, Mention, grown_pair
from chronology.seen.who.sexes import of_sex, sex_of, the_one
from chronology.seen.wording.grammar import grammar
from chronology.seen.wording.words import Words

_AFTER_BOTH = grammar("after_both")
_AFTER_ALL = grammar("after_all")
_CHILD_WORDS = grammar("child_words")
_NOT_CHILDREN = grammar("not_children")


def end_of_both(words: Words, at: int) -> int:
    """Where "both" or "all" is of children: the end of it, else 0."""
    after = words.low[at + 1 : at + 3]
    if at and words.low[at - 1] in ("us", "we", "you", "i"):
        return 0
    if not after or after[0] in _NOT_CHILDREN:
        return 0 if after or words.low[at] == "all" else at + 1
    if after[0] in _CHILD_WORDS and after[0] != "of":
        return at + 2
    if len(after) > 1 and after[0] in ("the", "of") and after[1] in _CHILD_WORDS | {"them"}:
        return at + 3
    if words.low[at] == "all" and (after[0] in _AFTER_ALL or after[0] in _NUMBERS):
        return at + 1
    if words.low[at] == "all" and after[0] == "in" and after[-1] in _IN_WHAT:
        return at + 1
    if words.low[at] == "both" and after[0] in _AFTER_BOTH:
        return at + 1
    return 0


_IN_WHAT = frozenset(["bed", "pyjamas", "uniform", "school", "nursery", "cots"])
_NUMBERS = frozenset(["three", "four", "five", "six", "3", "4", "5", "6"])


def children_of(
    listed: str, parts: Sequence[str], home: Family, mentions: Sequence[Mention]
) -> tuple[str, ...]:
    """The children whom the words of one of the lists of people.toml mean here."""
    if parts[-1] in ("twin", "twins") or (parts[-1] == "babies" and _has_babies(home)):
        return home.twins
    if listed in ("every", "none"):
        return of_sex(home, home.born, sex_of(parts[-1]))
    if listed == "one" and (fit := the_one(home, parts)) is not None:
        return fit
    if listed == "one" and not home.own_record:
        return _the_one_named(home, mentions, parts)
    if listed == "one":
        return _subject(home)
    if listed == "baby":
        return (home.baby,) if home.baby in home.born else ()
    if listed == "others":
        return _others(parts, home, mentions)
    return ()


def _has_babies(home: Family) -> bool:
    """Whether "babies" are not any two children: there are more, or they are called so."""
    called = (any(word in c.casefold() for word in ("baby", "twin")) for c in home.born)
    return len(home.born) > _TWO or all(called)


def strangers(words: Words, at: int, mentions: Sequence[Mention]) -> bool:
    """Whether children are not those of the case: "Reception children", "played with other
    children", "found with two boys"; but "the other children", "mum came with other children"."""
    clause, low = words.clause[at], words.low
    if at == words.opens[clause]:
        return False
    count = at - 1 - (low[at - 1] == "other")
    two_boys = low[at] in _LADS and low[count] in _COUNTS and low[count - 1] == "with"
    if low[at] != "other" and not two_boys:
        return low[at - 1] in _OF_A_CLASS or (low[at - 1].isdigit() and low[at - 2] == "year")
    if not two_boys and (low[at - 1] in _OF_THE_FAMILY or low[at - 1] in _COUNTS):
        return False
    return not any(m.kind == ADULT and words.clause[m.first] == clause for m in mentions)


_OF_A_CLASS, _LADS = grammar("of_a_class"), frozenset(["boys", "girls", "lads"])
_OF_THE_FAMILY = grammar("of_the_family")


def counted(
    words: Words, at: int, called: str, children: tuple[str, ...], home: Family,
    mentions: Sequence[Mention],
) -> tuple[str, ...]:  # fmt: skip
    """ "The two girls" of three children are those not named before; boys are not the girls; which
    are "all three" of four children the words do not say."""
    if called in _COUNTS:
        return _so_many(_COUNTS[called], children, mentions)
    if called in _BY_SEX and _BY_SEX[called] in words.low and not _told_apart(home):
        return ()
    count = partly.plain(words, at)
    if not count or count >= len(children):
        return children
    if len(home.part) == count:
        return home.part
    named = {c for m in mentions if m.kind == CHILD for c in m.children}
    rest = tuple(c for c in children if c not in named)
    return rest if len(rest) == count else ()


def some_of(
    words: Words, first: int, last: int, children: tuple[str, ...], home: Family,
    mentions: Sequence[Mention],
) -> tuple[str, ...]:  # fmt: skip
    """The children of a group, or those of them whom the words about it tell of (partly.py)."""
    count = partly.told(words, first, last)
    if count is None or count >= len(children) > 0:
        return children
    return so_many(count, children, home, mentions)


def so_many(
    count: int, children: tuple[str, ...], home: Family, mentions: Sequence[Mention]
) -> tuple[str, ...]:
    """So many of a group, where it is known who they are; a single one never is."""
    if home.part and count == len(home.part):
        return home.part
    return _so_many(count, children, mentions) if count > 1 else ()


def _told_apart(home: Family) -> bool:
    """Whether the case says of every child whether it is a girl or a boy."""
    return len(home.sexes) == len(home.born)


def counts_fewer(words: Words, home: Family) -> bool:
    """Whether the words speak of fewer children than there are: "all three children" of four."""
    low = words.low
    return any(
        1 < _COUNTS.get(word, 0) < len(home.born)
        and (low[at + 1] in _CHILD_WORDS or low[at - 1 : at] == ["all"])
        for at, word in enumerate(low[:-1])
    )


def of_unknown_twins(words: Words, home: Family) -> bool:
    """Whether the words speak of twins and of no other children, and the case does not say who of
    more they are."""
    twins = not home.twins and len(home.born) > _TWO and "twins" in words.low
    return twins and _MORE.isdisjoint(words.low)


_MORE = frozenset(["all", "child", "children", "each", "everybody", "everyone", "kids", "siblings"])


_BY_SEX = {"boys": "girls", "girls": "boys", "sons": "daughters", "daughters": "sons"}
_COUNTS = {"two": 2, "three": 3, "four": 4, "2": 2, "3": 3, "4": 4}


def _the_one_named(
    home: Family, mentions: Sequence[Mention], parts: Sequence[str]
) -> tuple[str, ...]:
    """ "The child" in a record of several: the one who is named; where none is, the only one that
    there is, or that is a girl or a boy as the word says."""
    sex = sex_of(parts[-1])
    named = {c for m in mentions if m.kind == CHILD and m.named for c in m.children}
    fit = of_sex(home, named, sex)
    if len(fit) > 1 or (fit and sex in home.sexes.values() and not home.sexes.get(fit[0])):
        return ()  # a baby of whom nobody says it, where another is a boy
    if fit or not _THE_SUBJECT.isdisjoint(parts):
        return fit or _subject(home)
    one = of_sex(home, home.born, sex)
    return one if len(one) == 1 else ()


_THE_SUBJECT = frozenset(["subject", "index"])


def _subject(home: Family) -> tuple[str, ...]:
    return (home.subject,) if home.subject in home.born else ()


def of_all(words: Words, at: int, home: Family, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Whom "all" means: in "Ava, Noah and Mia were all seen" those three; which are "all three" of
    four children the words do not say."""
    if listed := _listed_before(words, at, mentions):
        return listed
    counts = [_COUNTS[word] for word in words.low[at + 1 : at + 3] if word in _COUNTS]
    return _so_many(counts[0], home.born, mentions) if counts else home.born


def _listed_before(words: Words, at: int, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The children whose names stand in a list right before a word, if they are several."""
    first = _after_list(words, at, mentions)
    listed: list[str] = []
    for mention in reversed(mentions):
        between = words.low[mention.last : first]
        allowed = _BEFORE_ALL if not listed else _IN_A_LIST
        if mention.owner or mention.kind != CHILD or not allowed.issuperset(between):
            break
        first = mention.first
        listed += mention.children
    return tuple(dict.fromkeys(listed)) if len(set(listed)) > 1 else ()


def _after_list(words: Words, at: int, mentions: Sequence[Mention]) -> int:
    """Where the list ends of which a sentence goes on to tell: "Mia and Finn in. All well"."""
    sentence = words.sentence
    opens = at > 0 and sentence[at - 1] == sentence[at] - 1 and mentions
    if not opens or sentence[mentions[-1].first] != sentence[at] - 1:
        return at
    before = [m for m in mentions if sentence[m.first] == sentence[at] - 1]
    return before[-1].last if all(m.kind == CHILD and m.named for m in before) else at


_BEFORE_ALL = frozenset(["were", "are", "have", "had", "-", ":"])
_IN_A_LIST = frozenset([",", "and", "&", "+"])


def _so_many(count: int, children: tuple[str, ...], mentions: Sequence[Mention]) -> tuple[str, ...]:
    """So many of the children: those named before, or the rest of them, if they are as many."""
    named = {c for m in mentions if m.kind == CHILD and m.named for c in m.children}
    rest = tuple(c for c in children if c not in named)
    if count >= len(children) or len(rest) == count:
        return children if count >= len(children) else rest
    return tuple(c for c in children if c in named) if len(named) == count else ()


def with_an_adult(words: Words, mentions: Sequence[Mention]) -> tuple[str, ...] | None:
    """The child whom the words just before join to a parent ("mum and baby"), nobody where two
    adults are joined ("mum and dad"); None where children or nobody are."""
    last = mentions[-1:]
    if last and last[0].mixed:
        return last[0].children if len(last[0].children) < _TWO else None
    if len(mentions) < _TWO or any(m.kind != ADULT for m in mentions[-2:]):
        return None
    between = words.low[mentions[-2].last : mentions[-1].first]
    return () if between and _AND.issuperset(between) else None


_AND = frozenset(["and", "&", "+", "the", "his", "her", "their"])


def of_both(
    words: Words, home: Family, mentions: Sequence[Mention], end: int, *, bare: bool
) -> tuple[str, ...]:
    """Whom "both" means; with no word after it, it may be "mum and baby" or "mum and dad"."""
    sex = sex_of(words.low[end - 1]) if end else ""
    if sex and _told_apart(home):
        fit = of_sex(home, home.born, sex)
        return fit if len(fit) == _TWO else ()
    if bare and (_are_two_sides(words, end - 1, mentions) or _are_grown(words, end, mentions)):
        return ()
    joined = with_an_adult(words, mentions) if bare else None
    if joined is None and bare and not any(m.kind == CHILD for m in mentions):
        joined = _mother_and_baby(words, home)
    return _pair(home, mentions) if joined is None else joined


def _are_grown(words: Words, end: int, mentions: Sequence[Mention]) -> bool:
    """ "Parents seen, both chatty": those spoken of last, of whom such a word may be told too."""
    if _OF_EITHER.isdisjoint(words.low[end : end + 1]) or grown_pair(words, end - 1, mentions):
        return grown_pair(words, end - 1, mentions)
    last = max((at for at in range(end) if words.low[at] in _GROWN_PAIRS), default=-1)
    return last >= 0 and not any(m.kind == CHILD and m.first > last for m in mentions)


_OF_EITHER, _GROWN_PAIRS = grammar("of_either"), grammar("no_children_before")


def _mother_and_baby(words: Words, home: Family) -> tuple[str, ...] | None:
    """ "Both well" of a birth, or in a parent's own record: the parent and a baby; None elsewhere.
    Which child the baby is the words do not say, but in the child's own record."""
    if home.adults_record:
        return ()
    born = not _OF_A_BIRTH.isdisjoint(words.low) and _OF_NO_BIRTH.isdisjoint(words.low)
    youngest = not home.by_age or home.by_age[-1] == home.subject
    return home.unnamed if born and youngest and home.own_record else None


_OF_A_BIRTH = grammar("of_a_birth")
_OF_NO_BIRTH = grammar("of_no_birth")


def _are_two_sides(words: Words, at: int, mentions: Sequence[Mention]) -> bool:
    """ "Argument over money. Both spoken to": those who quarrel, where no child is spoken of."""
    if any(m.children for m in mentions) or _QUARRELS.isdisjoint(words.low[:at]):
        return False
    return not _DEALT_WITH.isdisjoint(words.low[at + 1 : at + _SOON])


_QUARRELS, _DEALT_WITH = grammar("quarrels"), grammar("dealt_with")
_SOON = 6


def _pair(home: Family, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """ "Both" of more than two children: the two spoken of last, else the record's own child."""
    if len(home.born) <= _TWO:
        return home.born
    two = next((m.children for m in reversed(mentions) if len(m.children) == _TWO), ())
    if two:
        return two
    named = dict.fromkeys(c for m in mentions if m.kind == CHILD for c in m.children)
    return tuple(named) if len(named) == _TWO else home.unnamed


_TWO = 2


def _others(parts: Sequence[str], home: Family, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """ "His sister", "the other children", "the older two": by age where that is known."""
    if parts == ("others",):
        last = _told_of_last(mentions)
        return tuple(c for c in home.born if last is None or c not in last.children)
    count = _part(parts)
    if home.by_age and (count > 1 or _SUPERLATIVE & {*parts}):
        return home.by_age[:count] if _is_older(parts) else home.by_age[-count:]
    if count >= len(home.born) > 1 and parts[-1] not in _OLDER | _YOUNGER:
        return home.born  # "both older children", and a younger one unborn
    told = several(parts)
    if told and len(home.part) == told:
        return home.part
    if count > 1:
        return ()  # which two: the words do not say
    rest = _beside(home, _about(home, mentions), parts)
    if told and len(rest) != told:
        return ()  # "the other two" of five
    plural = parts[-1].endswith("s") or "children" in parts or "two" in parts
    return () if not plural and len(rest) > 1 else rest


def several(parts: Sequence[str]) -> int:
    """How many "the older two" or "the other three" are, 0 where no number says it."""
    return max((_COUNTS[part] for part in parts if part in _COUNTS), default=0)


def are_the_rest(words: Words, at: int, home: Family, mentions: Sequence[Mention]) -> bool:
    """ "Theo let me in. Others watching TV", "Others out with dad": the other children, where some
    of them have just been spoken of; not "Theo in class. Others were unkind"."""
    low, before = words.low, _told_of_last(mentions)
    if before is None or before.owner or len(home.born) - len(before.children) < _TWO:
        return False
    if low[before.first - 1] == "one":
        return False  # "one child in, others at school": which, nobody says
    first = at - (low[at - 1 : at] == ["the"])
    if first != words.opens[words.clause[at]] and low[first - 1] not in _JOINED_BY:
        return False
    after = [word for word in low[at + 1 : at + 5] if word not in _SMALL_WORDS] + ["", ""]
    if after[0] in _AS_ELSEWHERE and after[1] not in _NOT_ELSEWHERE:
        return True
    here = after[0] in _AS_AT_HOME or after[0].endswith("ing")
    near = words.sentence[at] - words.sentence[before.first] <= 1
    return here and near and not _AT_A_HOME.isdisjoint(low[:at])


def _told_of_last(mentions: Sequence[Mention]) -> Mention | None:
    """The last mention of children by whom they are."""
    return next((m for m in reversed(mentions) if m.kind == CHILD and m.children), None)


_AS_AT_HOME, _AS_ELSEWHERE = grammar("as_at_home"), grammar("as_elsewhere")
_NOT_ELSEWHERE = frozenset(["the", "looking", "searching"])
_AT_A_HOME, _JOINED_BY = frozenset(["visit", "visited", "door"]), frozenset(["and", "but", "while"])
_SMALL_WORDS = frozenset(["were", "are", "all", "both", "still", "also", "already", "just"])


def none_such(parts: Sequence[str], home: Family, mentions: Sequence[Mention]) -> bool:
    """Whether a child has brothers and sisters and the case knows that this is none of them:
    "younger sister" of one who has brothers, or is the youngest."""
    about = _about(home, mentions)
    return len(home.born) > 1 and _part(parts) == 1 and not _beside(home, about, parts)


def _about(home: Family, mentions: Sequence[Mention]) -> str:
    """Whose brothers and sisters are spoken of: the child's spoken of last, else the own's."""
    last = next((m.children for m in reversed(mentions) if m.kind == CHILD), ())
    return last[0] if len(last) == 1 else home.subject


def _beside(home: Family, about: str, parts: Sequence[str]) -> tuple[str, ...]:
    """Brothers and sisters of a child who may be of a sex, or older or younger."""
    among = home.twins if parts[0] == "twin" else home.born
    if about in home.by_age and (_is_older(parts) or _YOUNGER & {*parts}):
        at = home.by_age.index(about)
        among = home.by_age[:at] if _is_older(parts) else home.by_age[at + 1 :]
    return of_sex(home, (c for c in among if c != about), sex_of(parts[-1]))


def _is_older(parts: Sequence[str]) -> bool:
    return bool((_ELDEST | _OLDER) & {*parts})


def _part(parts: Sequence[str]) -> int:
    """How many of the children "the older two" are; 1 where they are no part by age."""
    if not (_ELDEST | _OLDER | _YOUNGER | _SUPERLATIVE) & {*parts}:
        return 1
    return next((_COUNTS[part] for part in parts if part in _COUNTS), 2 if "both" in parts else 1)


_ELDEST, _OLDER = frozenset(["eldest", "oldest"]), frozenset(["older", "elder", "big", "bigger"])
_YOUNGER, _SUPERLATIVE = frozenset(["younger", "little", "littler", "baby"]), _ELDEST | {"youngest"}
