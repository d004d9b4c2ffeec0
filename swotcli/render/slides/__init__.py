"""Slides for PowerPoint, made from a template deck with real layouts: editable, and read aloud rightly.

report   the report's slides: those of `render.deck`, an overview and tables
opening  the slides that open the session, from the brief
stage    puts a slide's title, entries and tables into a layout's placeholders
layouts  which layout of the template deck serves for what
look     the organiser's colour and logo in our own template deck
runs     a person's text as runs, each with its language
bundle   the finished file, the same bytes each time
"""
