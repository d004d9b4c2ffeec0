"""Rooms in, one summary out. Pure: no disk, no clock, no printing.

Every note of every room that could be read becomes part of exactly one point.

rooms       what each room handed in
decided     what the organiser ruled, brought to the notes that are there; equal texts
points      the notes of a quadrant become points, with their candidates
rulings     what one act of the organiser changes in the decisions
themed      points of a quadrant by what they are about
insight     the same matter in two quadrants, goals covered, takeaways that agree
together    all of it, in order
"""
