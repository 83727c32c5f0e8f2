"""Whom the genogram lacks.

strangers.py        by name, or by a role
first_names.py      by a first name alone
first_name_words.py words for it
unnamed_kin.py      relations without a name
unnamed_partners.py partners without a name
"""
