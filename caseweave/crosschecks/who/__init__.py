"""Who is spoken of, and how they are related.

kinship.py       how two people are related
kin_words.py     words for relations
roles.py         "PGF", "his own dad"
owners.py        whose relation it is
pronouns.py      "he", "her", nobody
clauses.py       of whom a verb is said
practitioners.py who is no family
"""
