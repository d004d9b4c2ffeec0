"""A room while it is typed: the state as data, and plain lines on top of it."""
