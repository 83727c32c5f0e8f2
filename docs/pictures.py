"""Make the README's pictures from the example case: python docs/pictures.py

Needs LibreOffice and poppler, and Chromium for the picture of the web page.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parents[1]
CASE = ROOT / "examples" / "harbour-lane"
PICTURES = Path(__file__).parent / "pictures"
EVERY_SYMBOL = Path(__file__).parent / "every-symbol.json"
LARGEST = 300_000  # bytes
_DPI = 88


def caseweave(*words: str | Path) -> None:
    """Run a command from the checkout."""
    command = [sys.executable, ROOT / "cli.py", *words]
    subprocess.run([str(w) for w in command], check=True, stdout=subprocess.DEVNULL)


def page_of(file: Path, words: str, number: int, picture: str) -> None:
    """Picture the page of an output, as it is printed: the so-manyth that holds these words."""
    pdf = file.with_suffix(".pdf") if file.suffix == ".pdf" else file.with_suffix(".printed.pdf")
    if not pdf.exists():
        office = shutil.which("soffice") or "libreoffice"
        run([office, "--headless", "--convert-to", "pdf", "--outdir", file.parent, file])
        file.with_suffix(".pdf").rename(pdf)
    told = run(["pdftotext", "-layout", pdf, "-"]).split("\f")
    pages = [n for n, page in enumerate(told, start=1) if re.search(words, page)]
    page = str(pages[min(number, len(pages)) - 1])
    target = PICTURES / picture
    run(["pdftoppm", "-png", "-r", _DPI, "-f", page, "-l", page, "-singlefile", pdf, target])


def web_page(page: Path, picture: str) -> None:
    """Picture the first screen of the web page."""
    chromium = shutil.which("chromium") or "google-chrome"
    target = PICTURES / f"{picture}.png"
    command = [chromium, "--headless", "--no-sandbox", "--hide-scrollbars", "--disable-gpu"]
    command += ["--virtual-time-budget=4000", "--window-size=1280,860", f"--screenshot={target}"]
    run([*command, page.as_uri()])


def run(command: list[object]) -> str:
    """Run a program; what it printed."""
    words = [str(word) for word in command]
    return subprocess.run(words, check=True, capture_output=True, encoding="utf-8").stdout


def notations(made: Path) -> None:
    """Picture every symbol in each notation, and the relationship lines."""
    drawings = {
        f"notation-{name}": ["--show", "losses", "--notation", name, "--title", f"Notation {name}"]
        for name in ("uk-ics", "mcgoldrick", "nsgc")
    }
    asked = "relationships,allegations"
    drawings["relationships"] = ["--show", asked, "--title", "Relationship lines"]
    for name, words in drawings.items():
        caseweave("genogram", EVERY_SYMBOL, *words, "-o", made / f"{name}.pdf")
        grey = ["pdftoppm", "-png", "-gray", "-scale-to", 1100, "-singlefile"]
        run([*grey, made / f"{name}.pdf", PICTURES / name])


def main() -> None:
    """Make every picture; the program ends with an error if one is too large to keep."""
    PICTURES.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        made = Path(place)
        for name in ("integrated.xlsx", "word.docx", "page.html"):
            caseweave("merge", CASE, "-o", made / name)
        page_of(made / "integrated.xlsx", "Chronology, draft", 12, "chronology")
        caseweave("coverage", CASE, "--child", "Ellis", "-o", made / "coverage.png")
        shutil.copy(next(made.glob("coverage*lanes.png")), PICTURES / "coverage.png")
        page_of(made / "word.docx", "Review notes", 12, "word")
        caseweave("genogram", CASE, "--on", "2024-10-18", "-o", made / "genogram.pdf")
        target = PICTURES / "genogram"
        run(["pdftoppm", "-png", "-scale-to", 1100, "-singlefile", made / "genogram.pdf", target])
        notations(made)
        web_page(made / "page.html", "page")
    large = [p.name for p in PICTURES.glob("*.png") if p.stat().st_size > LARGEST]
    if large:
        sys.exit(f"Larger than {LARGEST} bytes: {', '.join(large)}")


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    main()
