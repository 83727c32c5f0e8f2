"""What is written: words, clauses and sentences, and the cues found among them.

words.py    words, clauses, sentences      shorthand.py "BIB", "s/b" spelt out
senses.py   kinds of word                  forms.py     see, sees, saw
grammar.py  the data files                 tables.py    tables of phrases by themselves
cues.py     phrases found among the words  matcher.py   as one network of words
own_cues.py an organisation's own          spelling.py  slips of spelling
administrative.py  what tells nothing
"""
