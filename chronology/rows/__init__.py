"""The rows of a table: what each holds, when it happened, and what is no entry.

agency_column.py  the agency of a row
bands.py          lines that stand over the rows below
captions.py       titles of small tables over another
date_column.py    what a column of dates shows
dated_words.py    dates that lead the words
date_parts.py     dates in several columns
entry_dates.py    when a row happened
footers.py        what stands round a table
footnotes.py      notes below the last entry
marks.py          which words are struck, hidden or commented
no_entries.py     examples, totals, counts
out_of_place.py   dates out of their order
rows_below.py     rows that go on above
set_aside.py      rows that are no entry: all that they hold is kept
shown.py          a cell as the sheet shows it
ticks.py          options printed and ticked
undated_across.py words across the table without a day
weekdays.py       a column of weekdays beside the dates
who_column.py     "Who": staff, or a child
withheld.py       struck, hidden and commented words, kept out of shared outputs
"""
