"""People's own work, which comes back with an earlier output, and what agencies answered.

answered.py       an agency's answered workbook, read back
answers.py        what an agency answered, put with its rows
astray.py         answers that lost their row
booklines.py      an earlier workbook, line by line as it is now
drafts.py         draft numbers, change log
earlier.py        an earlier output, read back
earlierdraft.py   what stood in an earlier draft
enquiries.py      what else to ask it
questions.py      which rows to ask an agency about
renamed.py        agencies that are called otherwise now
rowsapart.py      rows of the panel that lost their entry
stored.py         the JSON, read back
typed_over.py     words typed over
wordnotes.py      the panel's notes in an earlier Word document
wordpart.py       what Word held as it was written
"""
