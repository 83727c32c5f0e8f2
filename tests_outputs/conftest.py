"""Outputs opened in real programs. These tests need LibreOffice, Chromium and poppler."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from selenium import webdriver
from selenium.webdriver.chrome.service import Service

from caseweave import outputs, page
from caseweave.opening import family_of, open_chronology
from chronology.model import Chronology
from tests_outputs.driving import settled, size

ROOT = Path(__file__).parents[1]
Office = Callable[..., Path]
FLAGS = (
    "headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking "
    "disable-component-update disable-sync hide-scrollbars"
)


def program(*names: str) -> str:
    """The path of the first of these programs that is installed; the test fails without one."""
    found = next(filter(None, map(shutil.which, names)), None)
    assert found, f"{' or '.join(names)} is not installed; .ci/run installs it on Debian"
    return found


@pytest.fixture(scope="session")
def chromium() -> str:
    return program("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Office:
    """A file as LibreOffice saves it as another kind, in a folder beside it.

    One profile serves for the session: making one takes longer than most files do.
    """
    profile = tmp_path_factory.mktemp("office")

    def save(path: Path, kind: str, how: str = "") -> Path:
        folder = path.parent / f"saved as {kind}"
        command = [
            program("soffice", "libreoffice"), f"-env:UserInstallation={profile.as_uri()}",
            "--headless", "--convert-to", f"{kind}:{how}" if how else kind,
            "--outdir", str(folder), str(path),
        ]  # fmt: skip
        subprocess.run(command, check=True, capture_output=True, timeout=300)
        return folder / f"{path.stem}.{kind}"

    return save


@pytest.fixture(scope="session")
def pages(office: Office):
    """The words of each page of a PDF or an office file."""

    def read(path: Path) -> list[str]:
        pdf = path if path.suffix == ".pdf" else office(path, "pdf")
        command = [program("pdftotext"), "-layout", str(pdf), "-"]
        done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
        return done.stdout.split("\f")[:-1]

    return read


@pytest.fixture(scope="session")
def harbour_lane() -> Path:
    return ROOT / "examples" / "harbour-lane"


@pytest.fixture(scope="session")
def word_boxes(office: Office):
    """Each word on the first twelve pages of a workbook as printed, with its width in points."""
    how = 'calc_pdf_Export:{"PageRange":{"type":"string","value":"1-12"}}'

    def read(path: Path) -> list[tuple[str, float]]:
        pdf = office(path, "pdf", how)
        command = [program("pdftotext"), "-bbox", str(pdf), "-"]
        told = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
        box = re.compile(r'xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>([^<]*)<')
        return [(word, float(end) - float(start)) for start, end, word in box.findall(told)]

    return read


@pytest.fixture(scope="session")
def case(harbour_lane: Path) -> Chronology:
    return open_chronology([harbour_lane])


@pytest.fixture(scope="session")
def word_file(
    case: Chronology, harbour_lane: Path, tmp_path_factory: pytest.TempPathFactory
) -> Path:
    """The chronology as a Word document."""
    path = tmp_path_factory.mktemp("word") / "integrated.docx"
    outputs.write(case, path, family_of([harbour_lane]))
    return path


@pytest.fixture(scope="session")
def opened(case: Chronology, harbour_lane: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("page with spaces") / "page é.html"
    page.write(case, out, family_of([harbour_lane]))
    return out


@pytest.fixture(scope="session")
def browser(chromium: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[webdriver.Chrome]:
    options = webdriver.ChromeOptions()
    options.binary_location = chromium
    profile = tmp_path_factory.mktemp("profile")
    for flag in (*FLAGS.split(" "), f"user-data-dir={profile}", "window-size=1280,900"):
        options.add_argument(f"--{flag}")
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    driver = shutil.which("chromedriver")
    assert driver, "chromedriver is not installed; .ci/run installs it on Debian"
    started = webdriver.Chrome(service=Service(driver), options=options)
    started.set_script_timeout(120)
    yield started
    started.quit()


@pytest.fixture
def tab(browser: webdriver.Chrome, opened: Path) -> webdriver.Chrome:
    size(browser, 1280, 900)
    browser.get("about:blank")
    browser.get(opened.as_uri())
    settled(browser)
    return browser
