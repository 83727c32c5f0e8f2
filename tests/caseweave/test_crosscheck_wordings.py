"""What else records write of the same things: each wording is one row beside one small family.

The rows stand on 5 February 2022 beside the family of case 06: Jonah (two) and Bryony
(seven) with Tamsin and Ross at 12 Weir Cottages; Wendy, who died on 4 November 2021, and Colin at
3 Orchard Way; Lowenna Veale with the twins Erin and Callum (four) at 8 Slate Street; Kit is born
in May.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.caseweave.test_crosscheck import said

PLANTED = (
    ("Bryony is with maternal grandmother Wendy Pellow tonight.", "Dealings with Wendy Pellow"),
    ("Jonah is 27 months old and walking.", "given as 27 months"),
    ("Door answered by Marlon TREW, who said the children were in bed.", "Marlon TREW"),
    ("We were let in by a Marlon Trew.", "Marlon Trew"),
    ("Uncle Stevie picked Bryony up from school.", "Stevie"),
    ("Attended with her older sister Kayleigh.", "Kayleigh"),
    ("The lodger had put the bins out.", "lodger"),
    ("Lowenna's boyfriend was in the kitchen.", "Lowenna's boyfriend"),
    ("Lowenna Veale's new partner rang the school.", "Lowenna Veale's new partner"),
    ("Her stepdad collects Bryony on Fridays.", "stepfather"),
    ("PGM to have the children overnight.", "paternal grandmother"),
    ("Colin has been sleeping on the sofa since the new year, Ross says.", "Colin Pellow"),
    ("Colin PELLOW, 59, who said that he had been staying there since Christmas.", "Colin Pellow"),
    ("Erin is back and sleeping at the family home.", "Erin Veale"),
    ("Bryony shares the back bedroom with Erin.", "living with Erin Veale"),
    ("Bryony is sharing a room with her cousin Callum.", "living with Callum Veale"),
    ("Colin Pellow has moved in.", "Colin Pellow"),
    ("Household: Tamsin, Jonah, Bryony, Colin Pellow.", "Colin Pellow"),
    ("Jonah, 9 weeks, weighed.", "given as 2 months"),
    ("Bryony's date of birth on the form is 03/05/2015.", "born on 03/05/2015"),
    ("Bryony's red book has 02/03/2015 on the front.", "born on 02/03/2015"),
    ("Jonah's birth certificate shows 11/06/2018.", "born on 11/06/2018"),
    ("Bryony, aged 10, spoke well.", "given as 10"),
    ("Bryony Pellow (4 yrs) seen with a rash.", "given as 4"),
    ("Her mother Wendy died in the summer of 2020.", "died summer 2020"),
    ("Nana Wendy died on 3 September.", "died"),
    ("Tamsin says her own mum died in the spring of 2021.", "died spring 2021"),
    ("Tamsin has been low since she lost her dad.", "no death"),
    ("Lowenna, whose father passed away last year.", "no death"),
    ("Ross was killed at work in June 2020.", "died"),
    ("Tamsin did not want her husband told.", "husband"),
    ("Lowenna, who is Ross's sister, rang.", "called sister"),
    ("Hazel Hender, who is Tamsin Pellow's sister, reports a theft.", "called sister"),
    ("Bryony showed a photo of her brother Callum.", "called brother"),
    ("MGM did pick up today.", "Wendy Pellow"),
    ("Maternal gran, Wendy, brought Bryony in.", "Wendy Pellow"),
    ("Message on the machine from Wendy asking about coats.", "Wendy Pellow"),
    ("Wendy was fitting a stair gate.", "Wendy Pellow"),
    ("Ms Pellow in to sign with Kit fast asleep in the sling.", "Kit Pellow"),
    ("Five kids running about, boiler safe.", "5 children"),
    ("Bryony is the eldest of four children.", "one of 4 children"),
    ("Household of six.", "6 people"),
    ("The letter is addressed to her at 19 Cobden Terrace.", "19 Cobden Terrace"),
    ("We hold 21 Weir Cottages as her home.", "21 Weir Cottages"),
    ("Change of details slip from Mum, address 21 Weir Cottages, telephone as before.", "21 Weir"),
    ("Bryony turned five today.", "birthday of 5"),
    ("Bryony had cake for her ninth birthday.", "birthday of 9"),
    ("Jonah's 4th birthday party.", "birthday of 4"),
    ("Wujek Romek taught Bryony a song.", "Romek"),
    ("Babcia Zofia collected Bryony.", "Zofia"),
    ("Mum and her four at the food bank.", "4 children"),
    ("Wendy died on Christmas Day.", "died"),
    ("Tamsin, 34, seen in clinic.", "given as 34"),
    ("Grandmother Wendy passed in May 2021.", "died May 2021"),
    ("Tamsin and her five kids.", "5 children"),
    ("Discharged home to 9 Fuller Street.", "9 Fuller Street"),
    ("Letter c/o 9 Fuller Street.", "9 Fuller Street"),
    ("System shows 9 Fuller Street.", "9 Fuller Street"),
)
INNOCENT = (
    "Pre-birth referral received from midwife, mother 9 weeks, EDD 20/05/2022.",
    "Household: Tamsin, Jonah, Bryony, Colin Pellow (weekends).",
    "Jonah is 30 months old.",
    "Door answered by Ross Hender, who said the children were in bed.",
    "Door opened by PC Marlon Trew.",
    "Bryony's friend's uncle Stevie waved at the gate.",
    "Attended with her aunt Lowenna.",
    "Mum's partner was in the kitchen.",
    "Tamsin's boyfriend Ross rang.",
    "Lowenna denies having a partner. No boyfriend.",
    "Lowenna's ex partner is not known.",
    "MGF to have the children overnight.",
    "Colin sleeping on the ward for a few nights.",
    "Bryony shares a room with Jonah.",
    "Bryony's date of birth on the form is 03/02/2015.",
    "Bryony's red book has 03/02/2015 on the front.",
    "Bryony's red book seen today. Weight plotted on 02/03/2021.",
    "Bryony, aged 7, spoke well.",
    "Bryony said that her friend is a 10 year old.",
    "Bryony's mum is a 27 year old with asthma.",
    "Her mother Wendy died in the autumn of 2021.",
    "Nana Wendy died on 4 November.",
    "Tamsin says her own mum died in November 2021.",
    "Tamsin has been low since she lost her mum.",
    "Lowenna, whose mother passed away last year.",
    "Colin has been lonely since he lost his wife.",
    "Ross lost his temper with his dad.",
    "Colin misses his wife.",
    "Lowenna, who is Tamsin's sister, rang.",
    "Mood fine. Sister Lowenna will have the older ones.",
    "Bryony showed a photo of her cousin Callum.",
    "MGF did pick up today as Mum was running late.",
    "Bryony cried about MGM, who died in November.",
    "A card for Wendy's grave.",
    "Ms Pellow is expecting, Kit is the name chosen, due in May.",
    "Two kids running about, boiler safe.",
    "Bryony is the eldest of two children.",
    "Household of four.",
    "The letter is addressed to her at 12 Weir Cottages.",
    "We hold 12 Weir Cottages as her home.",
    "Our meeting was at 9 Fuller Street.",
    "Bed 7 on the ward. Seen by 3 doctors.",
    "Bryony seven on Thursday, cake today.",
    "Bryony was seven yesterday and wore a badge.",
    "Bryony had cake for her seventh birthday.",
    "Bryony had a wobble at nine today.",
    "Bryony says Colin was 60 yesterday.",
    "Mum and her two at the food bank.",
    "Grandad Colin and babcia are the same age.",
    "Bryony ate three today.",
    "Ross, 30, stopped by police.",
    "Wendy passed her driving test in 2020.",
    "Tamsin and her two children.",
    "Ross went to his mum's for tea.",
    "Tamsin said her friend's husband is a mechanic.",
    "Bryony slept over at Lowenna's on Friday.",
    "Bryony's friend turned eight today.",
    "Tam and Ross at home with Bryony.",
    "Mum's partner Laburnum Crescent address.",
)


@pytest.mark.parametrize(("words", "told"), PLANTED)
def test_the_wording_is_understood(words: str, told: str, tmp_path: Path) -> None:
    found = said(words, tmp_path)
    assert [m for m in found if told in m], found


@pytest.mark.parametrize("words", INNOCENT)
def test_the_wording_is_let_pass(words: str, tmp_path: Path) -> None:
    assert not said(words, tmp_path)


def test_a_name_that_ends_like_a_word_is_told_once_and_whole(tmp_path: Path) -> None:
    (told,) = said("Bryony said Ross has a baby called Otis with Kelly.", tmp_path)
    assert told.startswith("Otis (baby)")
