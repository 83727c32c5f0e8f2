"""The chronology: reading agencies' files faithfully and weaving them into one.

    merge.py         the whole way: files in, Chronology and findings out
    model.py         what a chronology is made of  findings.py        what to look at, refusals
    dates/           when something happened       importers/         a file -> tables of rows
    exporters/       the chronology -> a file

Whose file it is
    submission.py    one agency's file, read       copies.py          files that are the same
    sender.py        which agency it is from       record_of.py       whose record it is
    unread.py        what could not be read        unused_settings.py of case.toml
What it holds
    columns.py       headings -> fields            tables/            tables under headings
    normalise.py     row -> Entry, or why not      rows/              what each row holds
Seen and views, child by child
    narrative.py     what the text says            seen/              how texts are read
                                                        values/          stated, read, confirmed
The same event told twice
    matching.py      accounts grouped              events/            accounts compared
    discrepancies.py accounts that differ          patterns.py        lenses over the whole
    ordering.py      the one order, and Refs
Who was seen, alone and heard
    coverage.py      by child, agency and period   contacts/          contacts and spells
People's own work, and further files
    notes.py         what the panel typed          review/            what comes back
    resubmission.py  what a new file changed
Words
    phrases.py       cue words in a text           number_words.py    "four", "fourth"
    glossary.py      abbreviations                 sexes_not_said.py  "the girls": who is one
    letters.py       letters of another font       emoji.py           pictures as words
    apostrophes.py   other signs for them
"""

from chronology.dates import parse_when
from chronology.merge import merge
from chronology.narrative import read_narrative

__all__ = ["merge", "parse_when", "read_narrative"]
