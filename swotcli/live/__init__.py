"""A room while it is typed, and rooms while they are watched.

state         a room at one moment, as data
grammar       what a typed line means
conversation  a line is understood, saved, and only then answered
saved         what came of saving, as data
deeds         what can be done to a room, each a step
answers       answers as sentences
rows          the toolbar and the board as rows of text
screen        the typing line in a terminal
keys          what each key does there
progress      how far the rooms are, as data and sentences
"""
