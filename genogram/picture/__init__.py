"""Drawing: a finished layout -> a picture.

booklet.py            several sheets
key.py                the key
marks.py              what a picture is made of
missing_letters.py    letters that no font has
paging.py             who is on which sheet
relationship_marks.py how relationship lines look
relationships.py      relationship lines
rendering.py          marks -> SVG, PNG, PDF
routing.py            the way relationship lines take
union_marks.py        a partnership's line
word_sheets.py        sheets of words
"""
