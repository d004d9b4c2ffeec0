"""Text pasted from slides, a web page or a mail: what it says of a programme, and notes in it.

Doors, from the top:
programme   an agenda's data from a programme
notes       notes under the four headings
vocabulary  the words by which texts of the three languages name their parts

Below them:
reader      walks a programme's blocks and knows in which part it is
titles      which heading is the workshop's title
sections    what the blocks of each part say
collected   what was found so far, and the data that it makes
items       entries to items: the breakout, the debrief, the end
entries     one entry: when, what, who
people      the people in an entry
follow_up   lines, days and links of the follow-up
fields      labelled rows, titles, greetings
parts       headings of a programme's parts
bullets     signs that are bullets only where a text repeats them
ends        where notes end without a known heading
headings    headings of the quadrants and of the takeaways
tables      notes in a table of quadrants
when        days and hours in a text
outline     lines to blocks
wrapping    which rows belong together
markup      one row without its marks

Nothing here guesses: what the text does not say stays unsaid, what was not used is listed.
"""
