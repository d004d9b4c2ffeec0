"""The organiser's workbench: points are shown with their candidates, and a key rules about them.

engine        what is under it: points, rulings, undo; given from above
state         the workbench at one moment, as data
grammar       what a typed line or a key means
walk          which point comes next, and how it is numbered
deeds         what can be done to a point, each a step
moving        notes that come to a point, go out of it, or go to another
finding       notes of other points that are searched for
theming       what can be done to the themes of a quadrant
search        which texts have the words of a query
conversation  a line is understood, ruled on disk, and only then answered
answers       answers as sentences
rows          the point, the search, the themes as rows of text
frame         what is around them: head, keys, prompt
layout        rows fitted into a terminal's size
screen        the workbench in a terminal
prompt        the line of the screen that words are typed on
running       the screen from its first key to its last
keys          what each key does there
"""
