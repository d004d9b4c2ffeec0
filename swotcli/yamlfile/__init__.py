"""YAML files that people and this program share, read strictly and written gently.

gate      a file's bytes to text: ordinary file, size, encoding, no control characters
syntax    lines that YAML cannot read, explained
tree      text to a tree in which every value is text and knows its line
room      a room file's tree to RoomNotes (no pydantic: the typing line must start fast)
glance    what the typing line needs of a session (no pydantic)
form      an agenda's or a session's tree to its pydantic model
roomdoc   a room file in memory while notes are typed
roomtext  one change put into a room file's text, all other lines left as they are
dump      data to YAML text
lock      one writer at a time on a machine
durable   bytes on disk, whole, before anyone is told that they are
"""
