"""The words of the trade as types, each frozen and free of disk, clock and terminal.

quadrant   Quadrant, in the order of every report
text       one line of a person's text: cleaned, never reworded
names      a name made safe for a file
room       Note and RoomNotes: plain dataclasses, since the typing line must start fast
change     what one typed line does to a room, and the way back
times      a time or a date as people write it
agenda     Agenda and Session: pydantic, since people write them by hand
summary    Summary: all rooms merged
"""
