"""The story of a workshop, a chapter a module; each returns what happened and prints nothing.

workspaces  make a workspace; find the session that a command is about
start       an agenda becomes a session
record      a line becomes a note in a room's file
bring_in    pasted text becomes notes
check       every problem in every file
combine     all rooms become one summary
report      the summary becomes documents
"""
