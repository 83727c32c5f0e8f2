"""Layout, numbers only: who stands where, and the lines between them.

ages.py           ages on a day
bundles.py        lines kept apart
coordinates.py    places along a row
crossings.py      where lines cross
generations.py    who stands on which row
labels.py         words under a symbol
lettering.py      how wide words are
lines.py          wires become lines
lowering.py       who stands lower
objective.py      what makes an order better
ordering.py       the order within rows
outlines.py       round each household
plan.py           what a finished layout is
search.py         the search for a better one
sliding.py        outlines moved off lines
squeezing.py      narrower
standing.py       where everybody stands
tally.py          what an order costs, change by change
wiring.py         lines between symbols
"""
