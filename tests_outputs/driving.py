"""What the tests of the page do in a browser: choose, wait until it is drawn, look."""

from __future__ import annotations

from selenium import webdriver


def size(tab: webdriver.Chrome, wide: int, high: int) -> None:
    told = {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": False}
    tab.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", told)


def settled(tab: webdriver.Chrome) -> None:
    """Until filters, lanes and the entry in view have been drawn."""
    tab.execute_async_script(
        "const done = arguments[0]; let n = 6;"
        "(function wait() { n-- ? requestAnimationFrame(wait) : setTimeout(done, 60); })();"
    )


def choose(tab: webdriver.Chrome, field: str, value: str) -> None:
    tab.execute_script(
        "const f = document.getElementById(arguments[0]); f.value = arguments[1];"
        "f.dispatchEvent(new Event('input', {bubbles: true}));",
        field,
        value,
    )
    settled(tab)


def choose_words(tab: webdriver.Chrome, field: str, words: str) -> None:
    find = "return Array.from(document.getElementById(arguments[0]).options)"
    value = tab.execute_script(
        f"{find}.find((o) => o.text.startsWith(arguments[1])).value", field, words
    )
    choose(tab, field, value)


def shown(tab: webdriver.Chrome) -> list[int]:
    """Refs of the rows that stand in the table."""
    tab.execute_script("settleAll()")
    found = tab.execute_script(
        "return Array.from(document.querySelectorAll('.entries tbody:not([hidden]) tr"
        ":not([hidden])'), (row) => Number(row.id.slice(4)))"
    )
    return list(found)


def text(tab: webdriver.Chrome, id_: str) -> str:
    return str(tab.execute_script("return document.getElementById(arguments[0]).innerText", id_))
