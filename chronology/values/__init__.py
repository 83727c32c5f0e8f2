"""Seen and views, child by child: stated, read from the text, or confirmed by the review.

another_child.py     a row that tells of another child
carers.py            a carer's own record
children_named.py    which children a cell names
combined.py          columns and text put together
confirming.py        what to confirm first
decisions.py         one line that the panel typed
own_place.py         a school's or a nursery's own "at school"
readings_by_basis.py whose reading is the value
remote_kinds.py      contacts on a screen or by telephone, by their kind
reviewer.py          values that the panel sets
row_statements.py    all that the columns of one row state
screens.py           contacts on a screen, by their text
seen_columns.py      the columns on seen and seen alone
unclear.py           cells on seen or views that are not plain
views_column.py      the column on views
"""
