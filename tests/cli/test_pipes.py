"""The command line among other programs: pipes that close early, full disks, standard input."""

import json
import os
import subprocess
from pathlib import Path

import pytest
from command_line import started, write_records
from stand_in import a_report


@pytest.mark.parametrize(
    "line",
    [
        "code news.jsonl",  # more than a pipe holds: breaks while writing
        "plugins",  # less than a buffer holds: breaks when it is flushed at the end
    ],
)
def test_a_reader_that_goes_away_ends_the_command_without_a_word(line: str, folder: Path) -> None:
    write_records(folder / "news.jsonl", (a_report(f"a{n:03}", note="More. " * 200) for n in range(100)))
    process = started(line, folder)
    assert process.stdout is not None
    assert process.stderr is not None
    if line.startswith("code"):
        assert json.loads(process.stdout.readline())["id"] == "a000"
    process.stdout.close()
    assert (process.stderr.read(), process.wait(60)) == ("", 1)
    process.stderr.close()


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk_is_one_line(folder: Path) -> None:
    with Path("/dev/full").open("w", encoding="utf-8") as full:
        process = started("plugins", folder, stdout=full)
        _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (1, "regesta: input or output: No space left on device\n")


def test_read_and_code_in_a_pipe(folder: Path) -> None:
    write_records(folder / "news.jsonl", (a_report(f"a{n}") for n in range(3)))
    reading = started("read news.jsonl", folder)
    coding = started("code -", folder, stdin=reading.stdout)
    out, err = coding.communicate(timeout=60)
    _, trouble = reading.communicate(timeout=60)
    rows = [json.loads(line) for line in out.splitlines()]
    assert [(row["id"], len(row["events"])) for row in rows] == [("a0", 1), ("a1", 1), ("a2", 1)]
    assert (err, coding.returncode, reading.returncode) == ("", 0, 0)
    assert trouble == "regesta: 3 found, 3 read, 0 not read\n"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_what_goes_into_a_pipe_is_utf_8_whatever_the_system_writes(encoding: str, folder: Path) -> None:
    (folder / "news.txt").write_text("Łódź — Tuğrul met Żeleński.", "utf-8")
    process = started("read news.txt", folder, environment={"PYTHONIOENCODING": encoding})
    out, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (0, "regesta: 1 found, 1 read, 0 not read\n")
    assert "Tuğrul met Żeleński." in json.loads(out)["text"]


def test_nothing_on_standard_input_is_a_fault_and_no_error(folder: Path) -> None:
    process = started("code -", folder, stdin=subprocess.DEVNULL)
    out, err = process.communicate(timeout=60)
    assert (json.loads(out)["faults"][0]["stage"], err, process.returncode) == ("read", "", 0)


@pytest.mark.skipif(os.name == "nt", reason="needs descriptors that a child can close")
def test_a_closed_standard_output_is_one_line(folder: Path) -> None:
    process = started("plugins", folder, stdout=None, preexec_fn=lambda: os.close(1))
    _, err = process.communicate(timeout=60)
    assert (process.returncode, err) == (1, "regesta: input or output: Bad file descriptor\n")


def test_an_assistant_talks_to_the_register_over_pipes(store_path: Path, folder: Path) -> None:
    pytest.importorskip("mcp", reason="needs the extra [mcp]")
    hello = {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "test", "version": "1"}}
    asked = {"name": "actor", "arguments": {"name": "Sweden"}}
    process = started(f"mcp --store {store_path}", folder, stdin=subprocess.PIPE)
    lines = [
        {"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": hello},
        {"jsonrpc": "2.0", "method": "notifications/initialized"},
        {"jsonrpc": "2.0", "id": 2, "method": "tools/call", "params": asked},
    ]
    assert process.stdin is not None
    assert process.stdout is not None
    for line in lines:
        process.stdin.write(json.dumps(line) + "\n")
        process.stdin.flush()
    answers = [json.loads(process.stdout.readline()) for _ in range(2)]
    process.stdin.close()
    assert process.wait(60) == 0
    assert process.stderr is not None
    process.stdout.close()
    process.stderr.close()
    assert answers[0]["result"]["serverInfo"]["name"] == "regesta"
    assert answers[1]["result"]["structuredContent"]["actor"] == "SWE"
