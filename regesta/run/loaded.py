"""Imported by the process that workers are forked from: loads what coding needs, once for all of them."""

import gc

from regesta.garbage import look_seldom
from regesta.run.coder import code

look_seldom()
code("The foreign minister of Poland visited Lithuania on Monday.", published="2022-12-19")
gc.freeze()  # what is loaded stays shared: looking for garbage would write to all of it
