"""Settings for all tests."""

import os

import pytest
from hypothesis import settings

# The networks' products are small: threads that wait for a busy core cost far more than they bring.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# A busy machine is slow, not wrong; and what fails once must fail again on the next machine.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.load_profile("steady")


_READ: dict[tuple[str, str], object] = {}


@pytest.fixture
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """A report pack of few parts, for what does not depend on which they are."""
    from caseweave.pack.parts import Given, Part, parts

    wanted = ("integrated-chronology.xlsx", "genogram-at-the-incident", "self-check")

    def chosen(given: Given) -> tuple[Part, ...]:
        return tuple(part for part in parts(given) if part.name in wanted)

    monkeypatch.setattr("caseweave.report.parts", chosen)


@pytest.fixture
def each_text_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that command after command reads anew are remembered: reading is most of a merge."""
    from chronology.values import combined

    read = combined._read

    def remembered(text: str, asked: object) -> object:
        key = (text, repr(asked))
        if key not in _READ:
            _READ[key] = read(text, asked)
        return _READ[key]

    monkeypatch.setattr(combined, "_read", remembered)
