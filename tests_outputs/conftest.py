"""Outputs opened in real programs. These tests need LibreOffice, Chromium and poppler."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def program(*names: str) -> str:
    """The path of the first of these programs that is installed; the test fails without one."""
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"{' or '.join(names)} is not installed; .ci/run installs it on Debian"
    return found


@pytest.fixture(scope="session")
def soffice() -> str:
    return program("soffice", "libreoffice")


@pytest.fixture(scope="session")
def chromium() -> str:
    return program("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def as_pdf(soffice: str, tmp_path_factory: pytest.TempPathFactory):
    """Convert an office file to PDF with LibreOffice, in a profile of its own."""
    profile = tmp_path_factory.mktemp("office")

    def convert(path: Path) -> Path:
        command = [
            soffice, f"-env:UserInstallation={profile.as_uri()}", "--headless",
            "--convert-to", "pdf", "--outdir", str(path.parent), str(path),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return path.with_suffix(".pdf")

    return convert


@pytest.fixture(scope="session")
def pages(as_pdf):
    """The words of each page of a PDF or an office file."""

    def read(path: Path) -> list[str]:
        pdf = path if path.suffix == ".pdf" else as_pdf(path)
        command = [program("pdftotext"), "-layout", str(pdf), "-"]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
        return done.stdout.split("\f")[:-1]

    return read


@pytest.fixture(scope="session")
def harbour_lane() -> Path:
    return ROOT / "examples" / "harbour-lane"


@pytest.fixture(scope="session")
def word_boxes(as_pdf):
    """Each word that is printed, with its width in points."""

    def read(path: Path) -> list[tuple[str, float]]:
        pdf = path if path.suffix == ".pdf" else as_pdf(path)
        command = [program("pdftotext"), "-bbox", str(pdf), "-"]
        told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
        box = re.compile(r'xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]*)<')
        return [(word, float(end) - float(start)) for start, end, word in box.findall(told)]

    return read
