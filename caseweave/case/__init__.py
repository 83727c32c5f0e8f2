"""A case and its files.

case_file.py    case.toml                 case_check.py whether it agrees with itself
folder_files.py what is a submission      own_files.py  which files we wrote
many_files.py   large files read at once  passwords.py  of protected files
panel.py        where the panel's notes are
"""
