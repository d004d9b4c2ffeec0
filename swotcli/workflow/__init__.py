"""The story of a workshop, a chapter a module; each returns what happened and prints nothing.

workspaces  make a workspace; find the session that a command is about
start       an agenda becomes a session
record      a room that is written into, and until when
store       a line becomes a note in the room's file, by way of the journal
rescue      what never arrived or an old copy overwrote, to be put back
recover     what is lost of what was typed here, and the way back
bring_in    pasted text becomes notes
status      how far each room is
brief       what people need before the evening
check       every problem in every file
combine     all rooms become one summary
report      the summary becomes documents
templates   which template wins, and one to change
vocabulary  the words by which pasted text names its parts
"""
