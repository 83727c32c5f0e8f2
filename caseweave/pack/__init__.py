"""The parts of the report pack.

parts.py  what each is, and what makes it
method.py method and self-check  self_check.py the case against the outline
"""
