"""The chronology: reading agencies' files faithfully and weaving them into one.

    merge.py         the whole way: files in, Chronology and findings out
    model.py         what a chronology is made of       findings.py       what to look at, refusals
    dates/           when something happened            importers/        a file -> tables of rows
    exporters/       the chronology -> a file           seen/             how texts are read

Whose file it is
    submission.py    one agency's file, read            copies.py         files that are the same
    sender.py        which agency it is from            record_of.py      whose record it is
    asdeclared.py    what the case file says of it      unread.py         what could not be read
Its tables, each under its headings
    headed.py        which tables are read, and how     sheets.py         a table row by row
    columns.py       headings -> fields                 columncheck.py    fields by the cells
    bycontent.py     headings that are not known        twodates.py       which of them is the date
    grouped.py       headings over two rows             turned.py         headings down the side
    stacked.py       tables below each other            across.py         tables beside each other
    sidebyside.py    a column for each agency           sections.py       a part for each child
    forms.py         blocks of labels, no table         othertables.py    tables that are none
    outside.py       dated lines between the tables     longrows.py       more cells than headings
    wordsbelow.py    the account in rows below its date agencyparts.py    a sheet for each agency
    yesandno.py      ticks under Yes and under No
Its rows
    normalise.py     row -> Entry, or why not           shown.py          a cell as it is shown
    bands.py         what stands over rows              footers.py        what stands round a table
    footnotes.py     notes below the last entry         noentries.py      examples, totals, counts
    rowsbelow.py     rows that go on above              marks.py          struck, hidden, comments
    entrydates.py    when a row happened                dateparts.py      dates in several columns
    datecolumn.py    what a column of dates shows       agencycolumn.py   the agency of a row
    datedwords.py    dates that lead the words          ticks.py          options printed and ticked
    whocolumn.py     "Who": staff, or a child           outofplace.py    dates out of their order
    aside.py         all that rows set aside hold       captions.py       small tables over another
Seen and views, child by child
    statements.py    all that the columns state         stated.py         the columns on seen
    statedviews.py   the column on views                namedin.py        children whom a cell names
    anothers.py      a row that tells of another child  narrative.py      what the text says
    told.py          columns and text put together      bases.py          whose reading is the value
    remotely.py      seen on a screen, by its kind      screens.py        what a screen is called
    unclear.py       cells that are not plain           carers.py         a carer's own record
    reviewer.py      values that the panel sets         confirming.py     what to confirm first
The same event told twice
    beside.py        everything that is compared        matching.py       accounts grouped
    accounts.py      what is compared of an entry       measures.py       what speaks for it
    likeness.py      the measures weighed               phrases.py        cue words in a text
    wording.py       kinds of event, and synonyms       agencies.py       how agencies are called
    initials.py      whom an entry is headed with       named_days.py     days that a text names
    discrepancies.py accounts that differ               told_days.py      days that differ
    addresses.py     house numbers that differ          streets.py        how streets are called
    agencystaff.py   an agency named by its people      particulars.py    weight, category
    bodyside.py      left or right, of what         whocame.py        who came to a meeting
    contradictions.py seen, and not seen                referrals.py      unanswered, closed early
    patterns.py      lenses over the whole              lenses.py         the numbers behind them
    ordering.py      the one order, and Refs
Who was seen, alone and heard
    coverage.py      by child, agency and period        sightings.py      one entry about one child
    chances.py       what counts as a contact           missed.py         contacts that failed
    whosemissed.py   whose contact it was               missedwords.py    by the words about it
    missedtext.py    what stands where among them
    spells.py        spells without                     clocks.py         days since, on each entry
    otherrecords.py  records of another child           summary.py        the first questions
    brief.py         the case at a glance               excerpt.py        a stretch of time
    short.py         key events only                    hidden.py         words that are withheld
People's own work, and further files
    notes.py         what the panel typed               wordnotes.py      the same, in Word
    earlier.py       an earlier output, read back       booklines.py      its workbook, as it is now
    earlierdraft.py  what stood in it                   renamed.py        agencies called otherwise
    drafts.py        draft numbers, change log          spelled.py        "four", "fourth"
    resubmission.py  what a new file changed            questions.py      what to ask an agency
    enquiries.py     what else to ask                   answers.py        what it answered
    answered.py      its workbook, read back            typed_over.py     words typed over
    astray.py        answers that lost their row        rowsapart.py      rows of the panel that did
    stored.py        the JSON, read back                emoji.py          pictures as words
    glossary.py      abbreviations                      girlsandboys.py   whose sex nobody says
    letters.py       letters of another font            wordpart.py       what Word held as written
"""

from chronology.dates import parse_when
from chronology.merge import merge
from chronology.narrative import read_narrative

__all__ = ["merge", "parse_when", "read_narrative"]
