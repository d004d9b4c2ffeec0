"""swotcli: run a SWOT workshop in breakout rooms, from agenda to joint report.

The map, from the top floor down; a module imports from floors below its own, never beside it.

cli        what a person can say: one file a command, named like it; the only place that prints
workflow   the story: start, record, recover, check, merge, report; returns results
merge      rooms and rulings in, one summary out (pure)
workspace  which file lies where
git        the git program and nothing else
render     the report and the brief in Markdown and HTML
live       a room while it is typed; rooms while they are watched
workbench  points while the organiser groups them
themes     what points are about: a draft (pure)
clock      when items begin and whether they fit (pure)
likeness   which notes are probably the same, and which perhaps (pure)
journal    what was typed on this laptop, kept outside any shared folder
pasted     programme and notes in pasted text, in three languages (pure)
words      every text for people, one data file a language
yamlfile   YAML read strictly and written gently
shipped    where the shipped templates lie
model      the words of the trade as types
errors     problems as data, exit codes
"""

__version__ = "0.1.0"
