"""`regesta serve`: where it cannot listen is said in one line; where it can, pages are served until Ctrl-C."""

import errno
import os
import re
import signal
import socket
import urllib.request
from pathlib import Path

import pytest
from command_line import Regesta, started

from regesta.errors import ConfigError
from regesta.serve.listening import listening, refusal


@pytest.mark.parametrize("host", ["nonsense.invalid", "192.0.2.1", "a" * 80, "http://127.0.0.1"])
def test_a_host_that_is_not_of_this_machine_is_named(
    host: str, regesta: Regesta, store_path: Path, folder: Path
) -> None:
    ran = regesta(f"serve --host {host} --store {store_path}")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"regesta: --host: {host!r} is no address of this machine; 127.0.0.1 is for")
    assert len(ran.err.splitlines()) == 1


def test_a_port_in_use_is_named(regesta: Regesta, store_path: Path, folder: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        ran = regesta(f"serve --port {port} --store {store_path}")
    assert (ran.code, ran.out) == (1, "")
    assert ran.err.startswith(f"regesta: --port: {port} is in use at 127.0.0.1, perhaps by another `regesta serve`")
    assert len(ran.err.splitlines()) == 1


def test_a_port_that_needs_privileges_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object) -> None:  # privileges do not bind the superuser, as whom tests may run
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(socket.socket, "bind", refused)
    with (
        pytest.raises(ConfigError, match="--port: 80 needs the rights of an administrator"),
        listening("127.0.0.1", 80),
    ):
        pass


def test_an_address_of_a_name_that_the_machine_lacks_is_passed_over(monkeypatch: pytest.MonkeyPatch) -> None:
    here, away = ((socket.AF_INET, 1, 6, "", (host, 0)) for host in ("127.0.0.1", "192.0.2.1"))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: [away, here])
    with listening("both", 0) as sockets:
        assert [each.getsockname()[0] for each in sockets] == ["127.0.0.1"]


def test_any_other_trouble_is_told_as_the_system_tells_it() -> None:
    said = str(refusal("127.0.0.1", 80, OSError(errno.ENOBUFS, "No buffer space available")))
    assert said == "127.0.0.1, port 80: cannot be listened on: No buffer space available"


def test_pages_are_served_at_the_address_that_is_told_until_interrupted(store_path: Path, folder: Path) -> None:
    process = started(f"serve --host localhost --port 0 --store {store_path}", folder, {"PYTHONUNBUFFERED": "1"})
    assert process.stdout is not None
    at = re.search(r"http://localhost:[1-9]\d*", process.stdout.readline())
    assert at is not None
    with urllib.request.urlopen(at.group(), timeout=60) as answer:
        assert answer.status == 200
    os.killpg(process.pid, signal.SIGINT)
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "")
