"""How fast the page of 10,000 entries opens and filters in headless Chromium.

    python benchmarks/page.py [ENTRIES]

Needs Chromium, its driver and selenium. Prints seconds to write, size, first paint, time until the
script has run, and the time of each filter from the event to the next painted frame.
"""

from __future__ import annotations

import shutil
import statistics
import sys
import tempfile
import time
from pathlib import Path

from selenium import webdriver
from selenium.webdriver.chrome.service import Service

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))
FLAGS = (
    "headless no-sandbox disable-gpu disable-quic no-first-run disable-background-networking "
    "disable-component-update disable-sync"
)
AGENCIES = ("Police", "GP", "School", "Health visiting", "Social care", "Hospital", "Housing",
            "Probation", "Nursery", "Ambulance")  # fmt: skip
EVENTS = (
    "Home visit. Ellis seen in his cot, asleep. Kitchen cold, little food in the cupboards. ",
    "Telephone call from mother, who cancelled the appointment. Says that Ellis has a cold. ",
    "Ellis was not brought. Letter sent, and health visitor told. ",
    "Ellis said: I like it at Nana's house. Seen alone in the quiet room. ",
    "Meeting of professionals. No family present. Plan to be reviewed in six weeks. ",
)
FILTERS = (("f-text", "cupboards"), ("f-text", "note 12"), ("f-seen", "2"), ("f-basis", "1"),
           ("f-from", "01/03/2020"))  # fmt: skip
_FILTERED = """
const [id, value, done] = arguments;
const field = document.getElementById(id);
field.value = value;
const start = performance.now();
field.dispatchEvent(new Event('input', {bubbles: true}));
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
  done([performance.now() - start, document.getElementById('count').textContent]);
})));
"""


def submissions(folder: Path, entries: int) -> list[Path]:
    """A file for each agency; its events are long, as those of real chronologies are."""
    paths = []
    each = entries // len(AGENCIES)
    for a, agency in enumerate(AGENCIES):
        path = folder / f"{agency}.csv"
        lines = ["Date,Event,Child seen,Action,Outcome"]
        for n in range(each):
            day = f"{1 + (n * 7 + a) % 28:02}/{1 + (n + a) % 12:02}/{2018 + (n * 6) // each}"
            event = EVENTS[(n + a) % 5] + f"Note {n}. " + EVENTS[(n * 3 + a) % 5] * (1 + n % 4)
            seen = ("Yes", "No", "", "", "Yes")[(n * 2 + a) % 5]
            lines.append(f'{day},"{event}",{seen},Recorded,No further action')
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        paths.append(path)
    return paths


def write_page(folder: Path, entries: int) -> Path:
    """Merge and write, saying how long each takes."""
    from caseweave import page
    from caseweave.opening import family_of
    from chronology.merge import merge
    from chronology.model import Case, Child

    start = time.perf_counter()
    case = Case(children=(Child(label="Ellis", names=("Ellis",), subject=True),))
    woven = merge(submissions(folder, entries), case)
    merged = time.perf_counter()
    out = folder / "page.html"
    page.write(woven, out, family_of([ROOT / "examples" / "harbour-lane"]))
    done = time.perf_counter()
    print(f"{len(woven.entries)} entries: merge {merged - start:.1f} s, page {done - merged:.1f} s,"
          f" {out.stat().st_size / 1e6:.1f} MB")  # fmt: skip
    return out


def browser(profile: str) -> webdriver.Chrome:
    """Headless Chromium of the system, in an empty profile."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium") or "chromium"
    for flag in (*FLAGS.split(" "), f"user-data-dir={profile}", "window-size=1280,900"):
        options.add_argument(f"--{flag}")
    driver = shutil.which("chromedriver") or "chromedriver"
    return webdriver.Chrome(service=Service(driver), options=options)


def measure(out: Path) -> None:
    """Open the page five times, then filter it."""
    paints, ready = [], []
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        driver = browser(profile)
        for _ in range(5):
            driver.get(out.as_uri())
            paint, end = driver.execute_script(
                "return [performance.getEntriesByName('first-contentful-paint')[0].startTime,"
                " performance.getEntriesByType('navigation')[0].domContentLoadedEventEnd]"
            )
            paints.append(paint)
            ready.append(end)
        print(f"first paint {statistics.median(paints):.0f} ms, ready for use "
              f"{statistics.median(ready):.0f} ms (medians of {len(paints)})")  # fmt: skip
        time.sleep(3)
        for field, value in FILTERS:
            took = []
            for _ in range(5):
                one, told = driver.execute_async_script(_FILTERED, field, value)
                back, _ = driver.execute_async_script(_FILTERED, field, "")
                took += [one, back]
            print(f"  {field} = {value:<12} median {statistics.median(took):4.0f} ms, "
                  f"least {min(took):4.0f}  {told}")  # fmt: skip
        driver.quit()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        measure(write_page(Path(place), int(sys.argv[1]) if len(sys.argv) > 1 else 10_000))
