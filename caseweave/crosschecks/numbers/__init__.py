"""How many, against the genogram.

in_a_home.py         children, and people, in a home
children_siblings.py somebody's children, brothers and sisters
number_words.py      words for both
"""
