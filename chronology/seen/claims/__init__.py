"""What a cue claims of one child, in the scene of its narrative.

claim.py   one cue's claim about one child  roles.py   whom a cue is about
force.py   "not", plans, hearsay            places.py  where its words stand
sight.py   seen, seen alone                 absence.py not seen, and why
views.py   the child's views                boxes.py   boxes of a form in a cell
answers.py what is filled in there
"""
