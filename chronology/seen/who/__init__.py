"""Who is spoken of: the children of the case, relatives, and those acting for a service.

family.py     the children's names, made ready  names.py    a name cut short or misspelt
word_names.py names that are words too          mentions.py who is named where
mention.py    one of them                       pronouns.py he, she, they
groups.py     "both", "the older two"           partly.py   "two of the children"
ages.py       "the 3 year old"                  sexes.py    "the girls", "her brother"
people.py     the words of people.toml          figures.py  whose weight and blood pressure
"""
