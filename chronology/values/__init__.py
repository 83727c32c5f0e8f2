"""Seen and views, child by child: stated, read from the text, or confirmed by the review.

anothers.py       a row that tells of another child
bases.py          whose reading is the value
carers.py         a carer's own record
combined.py       columns and text put together
confirming.py     what to confirm first
namedin.py        which children a cell names
remotely.py       seen on a screen, by its kind
reviewer.py       values that the panel sets
screens.py        what a screen is called
stated.py         the columns on seen
statedviews.py    the column on views
statements.py     all that the columns state
unclear.py        cells on seen or views that are not plain
"""
