"""The rows of a table: what each holds, when it happened, and what is no entry.

agencycolumn.py   the agency of a row
bands.py          lines that stand over the rows below
captions.py       titles of small tables over another
datecolumn.py     what a column of dates shows
datedwords.py     dates that lead the words
dateparts.py      dates in several columns
entrydates.py     when a row happened
footers.py        what stands round a table
footnotes.py      notes below the last entry
marks.py          which words are struck, hidden or commented
noentries.py      examples, totals, counts
outofplace.py     dates out of their order
rowsbelow.py      rows that go on above
setaside.py       rows that are no entry: all that they hold is kept
shown.py          a cell as the sheet shows it
ticks.py          options printed and ticked
undatedacross.py  words across the table without a day
weekdays.py       a column of weekdays beside the dates
whocolumn.py      "Who": staff, or a child
withheld.py       struck, hidden and commented words, kept out of shared outputs
"""
