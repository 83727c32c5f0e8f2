"""A case and its files.

casefile.py       case.toml                    casecheck.py       whether it agrees with itself
folderfiles.py    what is a submission         ownfiles.py        which files we wrote
manyfiles.py      large files read at once     passwords.py       of protected files
panel.py          where the panel's notes are
"""
