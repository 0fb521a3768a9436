"""Rounds: a command is killed at an instant drawn by chance, looked after, called again, and compared."""

import random
from dataclasses import dataclass, field

from killable import LAST, NEVER, Ended, Instant, called
from places import Ground, Place, lent
from staged import Outcome, Scene

KILLED_TWICE = 0.25  # of all rounds


@dataclass
class Measured:
    """A scene with the place that its command finds, and what an undisturbed command makes of it."""

    scene: Scene
    ground: Ground
    place: Place = field(init=False)
    before: Outcome = field(init=False)
    after: Outcome = field(init=False)
    calls: int = field(init=False)
    seconds: float = field(init=False)

    def __post_init__(self) -> None:
        self.place = self.ground.empty()
        self.scene.prepare(self.place)
        with lent(self.ground, self.place) as place:
            self.before = self.scene.outcome(place) if self.ground.has_store(place) else {}
        with lent(self.ground, self.place) as place:
            ended = self.call(place, LAST)
            assert ended.code == 0, ended
            self.after = self.scene.outcome(place)
        self.calls, self.seconds = ended.calls, ended.seconds

    def call(self, place: Place, instant: Instant = NEVER) -> Ended:
        """Run the command in a place."""
        return called(self.line(place), place.folder, place.said, instant)

    def line(self, place: Place) -> str:
        """The command line in a place."""
        return f"{self.scene.line} --store '{place.store}'"

    def instant(self, chance: random.Random) -> Instant:
        """Draw an instant, half of them by calls and half by time."""
        if chance.random() < 0.5:
            return Instant(call=chance.randint(1, self.calls))
        return Instant(seconds=chance.random() * self.seconds)

    def play(self, chance: random.Random) -> int:
        """Play a round; return how often the command was killed."""
        killed = 0
        with lent(self.ground, self.place) as place:
            for _ in range(2 if chance.random() < KILLED_TWICE else 1):
                ended = self.call(place, self.instant(chance))
                killed += ended.is_killed
                if not ended.is_killed:  # it was faster
                    self.scene.assert_ended(ended)
                if self.ground.has_store(place):
                    self.scene.assert_sound(place, self.before, self.after)
            self.scene.assert_ended(self.call(place))
            assert self.scene.outcome(place) == self.after
        return killed
