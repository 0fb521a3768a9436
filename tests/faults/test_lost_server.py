"""PostgreSQL that breaks down and begins again in the middle: the command says so, and the same command goes on."""

import random
import re
import time

import pytest
from killable import Ended, ended, started
from places import ROUNDS, Ground, Place, PostgresGround, leave_to_make_faults, lent
from rounds import Measured
from staged import scenes_at
from web_server import Site

RESTARTS = ROUNDS // 20 or 1  # each takes as long as many kills
GONE = re.compile(
    "the connection to the server was lost; what was stored is kept, run the same command again|"
    "cannot be opened; check that the server runs"
)


@pytest.mark.parametrize("command", ["run", "merge", "migrate", "release"])
def test_a_server_that_restarts_loses_nothing(command: str, ground: Ground, site: Site) -> None:
    if not isinstance(ground, PostgresGround) or ground.server.data is None:
        pytest.skip("a server of our own is needed")
    if command != "merge":
        leave_to_make_faults(ground)
    measured = Measured(scenes_at(site)[command][0], ground)
    for number in range(RESTARTS):
        chance = random.Random(f"{command} {number}")
        with lent(ground, measured.place) as place:
            ending = cut_off(measured, ground, place, chance.random() * measured.seconds)
            assert ending.code == 0 or (ending.code == 1 and GONE.search(ending.err)), (number, ending)
            if ground.has_store(place):
                measured.scene.assert_sound(place, measured.before, measured.after)
            measured.scene.assert_ended(measured.call(place))
            assert measured.scene.outcome(place) == measured.after, number


def cut_off(measured: Measured, ground: PostgresGround, place: Place, after_s: float) -> Ended:
    """Start a command, and its server anew after some seconds; return how the command ended."""
    running = started(measured.line(place), place.folder, place.said)
    time.sleep(after_s)
    ground.server.restart()
    return ended(running)
