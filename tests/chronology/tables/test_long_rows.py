"""Rows with more cells than headings, as an unquoted comma makes them."""

from pathlib import Path

from chronology import merge


def test_a_comma_in_a_text_is_a_finding_and_who_was_there_is_no_child_seen(tmp_path: Path) -> None:
    path = tmp_path / "police.csv"
    text = "Date,Event,Child seen\n1/2/2019,Visit, mother present,No\n2/2/2019,Call,,,\n"
    path.write_text(text, encoding="utf-8")
    woven = merge([path])
    found = next(f for f in woven.findings if f.code == "rows-longer")
    assert found.message.startswith("Row 2 holds more cells than there are headings")
    assert "seen-unclear" in {f.code for f in woven.findings}
    assert woven.entries[0].seen["Subject child"].value == "not_recorded"
