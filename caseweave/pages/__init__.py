"""The sections of the page.

entries.py entries                   filters.py  what filters them
family.py  the genogram of each day  sections.py the other sections
"""
