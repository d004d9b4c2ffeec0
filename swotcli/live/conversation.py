"""One room's conversation: a line is understood, saved, and only then answered.

What is typed and how answers are shown is for the callers: plain lines, the prompt, the board. How
things are saved and what time it is comes in from above, as functions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from swotcli.errors import SwotError
from swotcli.live import grammar
from swotcli.live.answers import said, sentence
from swotcli.live.state import Answer, LiveState, Phase, Step, forgotten, seen, taken
from swotcli.model.room import TAKEAWAYS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from swotcli.live.saved import Saved
    from swotcli.model.change import Change
    from swotcli.model.quadrant import Quadrant
    from swotcli.words import Words

NOTICES = (10, 5, 1, 0)
"""Minutes left at which the clock speaks up."""


@dataclass(frozen=True)
class Means:
    """What a conversation needs from above.

    Attributes:
        save: Puts changes on disk.
        retry: Tries again what waits.
        look: Reads the file again, if others have changed it.
        now: The laptop's clock.
        ends: Says when the room's work ends, if any clock runs by now.
        lengthen: Keeps until when the room works.
        explain: Puts an error into one line of words, with what to do.
        reason: Puts it into a few words.
        show: Shows one line; called for each answer, notice and remark.
    """

    save: Callable[[Sequence[Change]], Saved]
    retry: Callable[[], Saved]
    look: Callable[[], Saved]
    now: Callable[[], datetime]
    ends: Callable[[], datetime | None]
    lengthen: Callable[[datetime], None]
    explain: Callable[[SwotError], str]
    reason: Callable[[SwotError], str]
    show: Callable[[str], None]


class Conversation:
    """A room that is typed into.

    Attributes:
        state: The room as it is now.
        ends: When the breakout ends; None if no clock runs.
        waiting: How many acts wait for the room's file.
        line: What is to be put on the typing line.
    """

    def __init__(self, state: LiveState, words: Words, means: Means) -> None:
        self.state = state
        self.words = words
        self.means = means
        self.ends = means.ends()
        self.waiting = 0
        self.line = ""
        self._told = self.minutes_left()
        self._journal_told = False

    def minutes_left(self) -> int | None:
        """Return the whole minutes left, negative after the end; None if no clock runs."""
        if self.ends is None:
            return None
        seconds = (self.ends - self.means.now()).total_seconds()
        return -int(-seconds // 60)  # rounded up: "1 min left" until the last second

    def opening(self, *, alone: bool, outcome: Saved, talk: Callable[[str], None]) -> None:
        """Say what there is to say before the first line.

        Args:
            alone: No other window on this laptop has the room open.
            outcome: What came of opening the room.
            talk: Shows a line that answers nothing.
        """
        self.waiting = outcome.waiting
        talk(said(grammar.entered(self.state, "help").answer, self.words))
        if outcome.put_back:
            talk(self.words.say("answer.from-journal", count=outcome.put_back))
        if outcome.missing:
            talk(self.words.say("answer.missing", count=outcome.missing))
        if outcome.problem is not None:
            reason = self.means.reason(outcome.problem)
            talk(self.words.say("answer.waiting", reason=reason, count=outcome.waiting))
        if not alone:
            talk(self.words.say("answer.second"))

    def talk(self, lines: Iterable[str]) -> None:
        """Plain mode: answer each line, nothing redrawn, until the room closes or the lines end."""
        for line in lines:
            self.enter(line)
            if self.state.ending is not None:
                break
            self.notices()  # as lines before the next prompt

    def prompt(self) -> str:
        """Return where a line goes, how many are there, and the time left, in words and figures."""
        state = self.state
        left = self.minutes_left()
        time = "" if left is None else f" {self.words.say('prompt.minutes', count=left)}"
        if state.phase is Phase.TAKEAWAYS:
            name = self.words.say("report.takeaways")
            return f"[{name} {len(state.notes.takeaways)}/{TAKEAWAYS}]{time}"
        name = self.words.quadrant(state.current)
        return f"[{name} {len(state.notes.of(state.current))}]{time}"

    def enter(self, line: str) -> bool:
        """Take a typed line; return whether it was taken.

        A line with line ends in it was typed faster than the terminal could follow, or pasted.
        """
        rows = [row for row in line.replace("\r", "\n").split("\n") if row.strip()]
        if len(rows) > 1:
            return self.paste(rows)
        return self._do(lambda: grammar.entered(self.state, rows[0] if rows else ""))

    def paste(self, rows: Sequence[str], typed: str = "") -> bool:
        """Take pasted rows, a note each; return whether they were taken.

        Args:
            rows: Whole lines.
            typed: What stood on the line before them.
        """
        return self._do(lambda: grammar.pasted(self.state, rows, typed))

    def _do(self, step_of: Callable[[], Step]) -> bool:
        try:
            step = step_of()
        except LookupError as gone:
            return self._refuse(self.words.say("answer.gone", text=gone.args[0]))
        return self._take(step)

    def turn_to(self, quadrant: Quadrant) -> None:
        """Let lines go to a quadrant, keeping what is typed."""
        self.state = replace(self.state, current=quadrant, phase=Phase.NOTES)

    def say(self, key: str, **values: object) -> None:
        """Show a text that answers nothing."""
        self.means.show(self.words.say(key, **values))

    def notices(self) -> list[int]:
        """Show the notices that have come due, and return their minutes."""
        if self.ends is None:
            self.ends = self.means.ends()  # the breakout may have begun meanwhile
        left = self.minutes_left()
        if left is None or self._told is None:
            self._told = left
            return []
        due = [minutes for minutes in NOTICES if left <= minutes < self._told]
        self._told = left
        for minutes in due[-1:]:
            self._notice(minutes, left)
        return due[-1:]

    def follow(self) -> None:
        """See what others have changed, and try again what waits; say what came of it."""
        try:
            outcome = self.means.retry() if self.waiting else self.means.look()
        except (SwotError, LookupError):
            return
        self.state = seen(self.state, outcome.notes)
        for remark in self._remarks(outcome):
            self.means.show(remark)

    def _take(self, step: Step) -> bool:
        if step.minutes:
            self._lengthen(step.minutes)
        if not step.changes:
            self.state, self.line = step.then, step.line
            self.means.show(sentence(step.answer, self.words, self.minutes_left()))
            return step.answer.ok
        try:
            outcome = self.means.save(step.changes)
        except SwotError as error:
            return self._refuse(self.means.explain(error))
        except LookupError as gone:
            self.state = forgotten(self.state, step)
            return self._refuse(self.words.say("answer.gone", text=gone.args[0]))
        self.state = taken(step, outcome.notes)
        answer = numbered(step.answer, self.state)
        line = sentence(answer, self.words, self.minutes_left())
        self.means.show(" – ".join([line, *self._remarks(outcome)]))
        return True

    def _remarks(self, outcome: Saved) -> list[str]:
        """Return what else came of saving, in words."""
        was, self.waiting = self.waiting, outcome.waiting
        remarks: list[str] = []
        if outcome.put_back:
            remarks.append(self.words.say("answer.put-back", count=outcome.put_back))
        if outcome.added or outcome.gone:
            counts = [f"+{outcome.added}"] * bool(outcome.added) + [f"−{outcome.gone}"] * bool(
                outcome.gone
            )
            remarks.append(self.words.say("answer.theirs", count=" ".join(counts)))
        remarks += [self.words.say("answer.dropped", text=text) for text in outcome.dropped]
        if not outcome.journal and not self._journal_told:
            self._journal_told = True
            remarks.append(self.words.say("answer.no-journal"))
        if outcome.problem is not None and outcome.waiting > was:
            reason = self.means.reason(outcome.problem)
            values = {"reason": reason, "count": outcome.waiting}
            remarks.append(self.words.say("answer.waiting", **values))
        elif was and not outcome.waiting:
            remarks.append(self.words.say("answer.caught-up"))
        return remarks

    def _refuse(self, reason: str) -> bool:
        self.means.show(f"error {reason}")
        return False

    def _lengthen(self, minutes: int) -> None:
        start = self.ends if self.ends and self.ends > self.means.now() else self.means.now()
        self.ends = start + timedelta(minutes=minutes)
        self._told = self.minutes_left()
        try:
            self.means.lengthen(self.ends)
        except SwotError as error:
            self.means.show(self.means.explain(error))

    def _notice(self, minutes: int, left: int) -> None:
        if minutes <= 0:
            self.say("answer.notice-over")
        elif minutes == NOTICES[0] and self.state.phase is Phase.NOTES:
            self.say("answer.notice-takeaways", count=left)
        else:
            self.say("answer.notice", count=left)


def numbered(answer: Answer, state: LiveState) -> Answer:
    """Return an answer with what only the saved state knows: numbers, and the look-alike's words."""
    if answer.key != "answer.note":
        return answer
    values = dict(answer.values)
    values["number"] = state.last
    if alike := values.get("alike"):
        assert isinstance(alike, tuple)  # noqa: S101 - as the grammar makes it
        other = state.find(alike[0])
        values["alike"] = (alike[0], other.note.text, alike[1]) if other else None
    return Answer(answer.key, values, answer.ok)
