"""Layout, numbers only: who stands where, and the lines between them.

ages.py           ages on a day
bundles.py        drops, sibling bars and risers kept apart
coordinates.py    places along a row
crossings.py      where lines cross
generations.py    who stands on which row
labels.py         words under a symbol
layout_parts.py   what a finished layout is
lettering.py      how wide words are
line_drawing.py   lines with their heights: partners, drops, sibling bars, forks of twins
line_tracks.py    which lines there are between symbols, each on a track of its own
lowering.py       who stands lower
objective.py      what makes an order better
order_costs.py    what an order costs, change by change
ordering.py       the order within rows
outlines.py       the line round each household
outline_shifts.py edges of outlines moved off the family's lines
positions.py      where everybody stands, and how wide their box is
search.py         the search for a better one
squeezing.py      the whole made narrower
"""
