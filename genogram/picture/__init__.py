"""Drawing: a finished layout -> a picture.

booklet.py           several sheets
key.py               the key
marks.py             what a picture is made of
missingletters.py    letters that no font has
paging.py            who is on which sheet
relationshipmarks.py how relationship lines look
relationships.py     relationship lines
rendering.py         marks -> SVG, PNG, PDF
routing.py           the way relationship lines take
unionmarks.py        a partnership's line
wordsheets.py        sheets of words
"""
