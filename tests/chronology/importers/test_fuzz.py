"""Whatever is done to a sample, its reader gives tables or a plain message, and nothing else."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some

from chronology.findings import CaseweaveError
from chronology.importers import READERS
from chronology.importers.kinds import kind_of
from chronology.importers.protected import unlocked
from chronology.importers.source import Source
from tests.chronology.importers.told import SAMPLES

_SEEDS = {
    "excel": ("excel-struck.xlsx", "excel-merged.xlsx", "excel-threaded-comments.xlsx"),
    "old_excel": ("old-struck.xls", "old-comments.xls"),
    "opendocument": ("open-struck.ods", "open-repeated.ods"),
    "word": ("word-merged.docx", "word-tracked.docx", "word-forms.docx"),
    "web_table": ("web-marks.html", "web-frames.html"),
    "delimited": ("text-quoted.csv", "text-preamble.csv", "text-utf16.txt"),
    "protected": ("locked-excel.xlsx", "locked-old-excel.xls"),
}
_BYTES = some.binary(max_size=12)
_WORDS = some.sampled_from(
    [b"<", b">", b'"', b"-1", b"999999999999", b"xml", b"\x00", b"</row>", b"<w:tr>", b'r="ZZZ9"']
)
# Where (a share of the whole), how much is taken out, and what is put in.
_Changes = list[tuple[float, int, bytes]]
_CHANGES = some.lists(
    some.tuples(some.floats(0, 1), some.integers(0, 40), _BYTES | _WORDS), min_size=1, max_size=4
)
_FEW = settings(
    max_examples=12,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)  # fmt: skip


def test_every_kind_of_file_has_seeds() -> None:
    assert set(READERS) <= set(_SEEDS)


@pytest.mark.parametrize("seed", [name for names in _SEEDS.values() for name in names])
@_FEW
@given(changes=_CHANGES)
def test_a_file_with_bytes_changed(seed: str, changes: _Changes) -> None:
    assert _read_or_refused(seed, _changed(_seed(seed), changes))


@pytest.mark.parametrize("seed", [n for k in ("excel", "word", "opendocument") for n in _SEEDS[k]])
@_FEW
@given(part=some.floats(0, 0.999), changes=_CHANGES)
def test_a_package_with_one_of_its_parts_changed(seed: str, part: float, changes: _Changes) -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(_seed(seed))) as old, zipfile.ZipFile(made, "w") as new:
        names = old.namelist()
        chosen = names[int(part * len(names))]
        for name in names:
            content = old.read(name)
            new.writestr(name, _changed(content, changes) if name == chosen else content)
    assert _read_or_refused(seed, made.getvalue())


@cache
def _seed(name: str) -> bytes:
    return (SAMPLES / name).read_bytes()


def _changed(data: bytes, changes: _Changes) -> bytes:
    for share, taken, put in changes:
        at = int(share * len(data))
        data = data[:at] + put + data[at + taken :]
    return data


def _read_or_refused(name: str, data: bytes) -> bool:
    """Whether every row has its number, or the refusal says what is wrong and what to do."""
    source = Source(name=Path(name).name, data=data or b"x")
    try:
        source = unlocked(source, None)
        contents = import_module(f"chronology.importers.{kind_of(source)}").read(source)
    except CaseweaveError as problem:
        return all((problem.message, problem.remedy))
    return all(
        row.number == number
        for table in contents.tables
        for number, row in enumerate(table.rows, 1)
    )
