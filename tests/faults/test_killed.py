"""kill -9 at instants drawn by chance: nothing is lost, and the same command makes of it what an undisturbed one does.

One round of each command by default; `make faults` plays 200, or as many as `REGESTA_FAULTS` says. Instants are drawn
from `REGESTA_FAULTS_SEED`, the command and the number of the round, so that a round can be played again.
"""

import os
import random
import sys

import pytest
from places import ROUNDS, Ground, leave_to_make_faults
from rounds import Measured
from staged import scenes_at
from web_server import Site

TELL_EVERY = 20  # rounds
SEED = os.environ.get("REGESTA_FAULTS_SEED", "1")


@pytest.mark.parametrize("command", ["run", "watch", "merge", "migrate", "release", "export"])
def test_a_killed_command_loses_nothing_and_the_next_one_completes(command: str, ground: Ground, site: Site) -> None:
    if command not in {"run", "migrate"}:
        leave_to_make_faults(ground)
    variants = scenes_at(site)[command]
    measured: dict[int, Measured] = {}
    killed = 0
    for number in range(ROUNDS or 1):
        which = number % len(variants)
        if which not in measured:
            measured[which] = Measured(variants[which], ground)
        chance = random.Random(f"{SEED} {command} {number}")
        try:
            killed += measured[which].play(chance)
        except AssertionError as error:
            error.add_note(f"round {number} of {command}, seed {SEED}, {variants[which]}")
            raise
        if (number + 1) % TELL_EVERY == 0:
            print(f"{command}: {number + 1} rounds, {killed} kills", file=sys.__stdout__, flush=True)
