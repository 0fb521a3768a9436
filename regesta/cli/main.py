"""The entry point: trouble of every kind ends in an exit code and at most one line."""

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from regesta.errors import RegestaError
from regesta.garbage import look_seldom


def main() -> None:
    """Run the command line; exit 0 on success, 1 on an error, 2 on wrong usage, 130 when interrupted."""
    fill_closed_streams()
    write_all_of_unicode()
    look_seldom()
    with ending_in_a_line("regesta"):
        from regesta.cli.app import app  # here, so that Ctrl-C while it loads ends as it does later

        app(prog_name="regesta")


@contextmanager
def ending_in_a_line(program: str) -> Iterator[None]:
    """End the process when there is trouble: with an exit code, and at most one line on standard error.

    Args:
        program: Named at the beginning of the line.
    """
    try:
        try:
            yield
        finally:
            print(end="", flush=True)  # now, while a full disk or a closed pipe can still be told
    except RegestaError as error:
        print(f"{program}: {error}", file=sys.stderr)
        sys.exit(1)
    except OSError as error:
        if not isinstance(error, BrokenPipeError):  # else the reader of our pipe has gone; other tools say nothing
            print(f"{program}: {error.filename or 'input or output'}: {error.strerror or error}", file=sys.stderr)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # what waits to be written has nowhere to go
        sys.exit(1)
    except KeyboardInterrupt:
        sys.exit(130)


def fill_closed_streams() -> None:
    """Give standard streams that the caller closed a place where writing fails, as other tools do.

    Python has None for them; and the next file opened, a store perhaps, would get the number of standard output.
    """
    if sys.stdin is None:
        sys.stdin = open(os.open(os.devnull, os.O_RDONLY))  # noqa: SIM115
    if sys.stdout is None:
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w")  # noqa: SIM115
    if sys.stderr is None:
        sys.stderr = open(os.open(os.devnull, os.O_WRONLY), "w")  # noqa: SIM115


def write_all_of_unicode() -> None:
    """Write UTF-8 into files and pipes whatever the system's encoding, and what a terminal cannot show as an escape.

    So no name ends a command in the middle, and what one command writes another reads.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")


if __name__ == "__main__":
    main()
