"""Who is whose, against the genogram's unions and parent links.

relations.py  who is called what, and whom nobody mentions
couples.py    married, parted
upbringing.py adopted, fostered, half
"""
