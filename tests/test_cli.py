"""The command line as its users meet it: what it prints, where, and how it ends."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing, suppress
from datetime import UTC, datetime
from pathlib import Path

import jsonschema
import pytest
from typer.testing import CliRunner

import harmattan.claims
from harmattan import __version__
from harmattan.cli import app
from harmattan.cli.read import json_line
from harmattan.cli.terminal import one_line
from harmattan.engine import coders
from harmattan.model.judgements import Holder, Judgement, Verdict
from harmattan.model.text import Document
from harmattan.reference.gazetteer import open_gazetteer
from harmattan.store.store import Store
from tests.fakes import REPORTS, FakeCoder
from tests.other_reader import OtherCoder

REPORT = REPORTS[0]
ROOT = Path(__file__).parent.parent


@pytest.fixture(autouse=True)
def fake_reader(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """The house reader is left out; everything else is real. Every test has a folder of its own."""
    monkeypatch.setattr(coders.HouseCoder, "__call__", lambda self: FakeCoder()())
    monkeypatch.setattr("harmattan.engine.running.default_workers", lambda: 1)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")


class Ended:
    """How a command ended: its status, and what it wrote."""

    def __init__(self, arguments: Sequence[str], given: str | bytes | None) -> None:
        result = CliRunner().invoke(app, list(arguments), input=given, catch_exceptions=False)
        self.status = result.exit_code
        self.bytes = result.stdout_bytes
        self.out = result.stdout
        self.err = result.stderr
        self.claims = [json.loads(line) for line in self.out.splitlines() if line.startswith("{")]


def harmattan_(*arguments: str, given: str | bytes | None = None) -> Ended:
    return Ended(arguments, given)


# Help


COMMANDS = {
    (): ("armed groups", "run", "site", "show", "read", "gazetteer", "version", "Nothing leaves"),
    ("run",): ("PROJECT", "PATH", "--published", "--source", "--workers", "Examples", "even killed"),
    ("site",): ("PROJECT", "OUT", "Example", "without a server"),
    ("incidents",): ("PROJECT", "--since", "--until", "--country", "--type", "--actor", "--out", "Examples"),
    ("show",): ("PROJECT", "ID", "Examples", "country:ML", "marked inside"),
    ("why",): ("PROJECT", "A", "[B]", "--json", "--all", "Examples", "joined or not"),
    ("judge",): ("PROJECT", "VERDICT", "THING", "--by", "--because", "--dry-run", "Examples", "withdraw"),
    ("read",): ("PATH", "--published", "--source", "--rejections", "Examples", "byte for byte"),
    ("judgements",): ("orphans", "disputes", "dropped"),
    ("judgements", "list"): ("PROJECT", "--by", "Example", "newest first"),
    ("judgements", "orphans"): ("PROJECT", "Example", "carried over", "withdraws"),
    ("judgements", "disputes"): ("PROJECT", "Example", "contested", "refused"),
    ("actors",): ("lint", "import", "actors.toml"),
    ("actors", "lint"): ("FILE", "same years", "Examples", "remarks"),
    ("actors", "import"): ("FILE", "Uppsala", "Examples", "--project", "--json", "--toml", "read again"),
    ("gazetteer",): ("add", "villages"),
    ("gazetteer", "add"): ("FILE", "GeoNames", "Examples", "--to", "read again"),
    ("gazetteer", "homes"): ("PATH", "newspapers", "Examples", "--to", "--source", "read again"),
    ("version",): ("version",),
}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_says_what_the_command_does(command: tuple[str, ...]) -> None:
    ended = harmattan_(*command, "--help")
    assert ended.status == 0
    words = " ".join(ended.out.split())
    for expected in COMMANDS[command]:
        assert expected in words
    assert ended.err == ""


def test_the_reference_names_every_command_and_option() -> None:
    reference = (ROOT / "docs" / "commands.md").read_text()
    for command in COMMANDS:
        if command:
            assert f"`harmattan {' '.join(command)}" in reference
        for option in re.findall(r"--[a-z]+", harmattan_(*command, "--help").out):
            assert option in reference, f"{command}: {option}"


def test_no_arguments_is_help() -> None:
    assert "Usage" in harmattan_().out


def test_version() -> None:
    assert harmattan_("version").out == f"harmattan {__version__}\n"


MISUSE = (
    ("raed",),
    ("read",),
    ("read", "a.txt", "--published", "yesterday"),
    ("read", "a.txt", "--published", "2020-02-30"),
    ("read", "a.txt", "--colour"),
    ("run",),
    ("run", "p"),
    ("run", "p", "a.txt", "--workers", "0"),
    ("run", "p", "a.txt", "--workers", "many"),
    ("site", "p"),
    ("show", "p"),
    ("why", "p"),
    ("judge", "p", "same", "c1", "c2"),
    ("judge", "p", "perhaps", "c1", "c2", "--by", "Ann"),
    ("judge", "p", "same", "--by", "Ann"),
    ("incidents",),
    ("incidents", "p", "--since", "spring"),
    ("judgements", "orphans"),
    ("judgements", "forget"),
    ("actors", "import"),
    ("actors", "forget"),
    ("gazetteer", "add"),
    ("gazetteer", "homes"),
    ("gazetteer", "remove"),
)


@pytest.mark.parametrize("arguments", MISUSE, ids=" ".join)
def test_misuse_ends_with_2(arguments: tuple[str, ...], tmp_path: Path) -> None:
    ended = harmattan_(*arguments)
    assert ended.status == 2
    assert ended.out == ""
    assert "Usage" in ended.err
    assert list(tmp_path.iterdir()) == []


# read


def test_read_prints_claims_one_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    ended = harmattan_("read", "a.txt", "--published", "2020-02-04", "--source", "Wire")
    assert (ended.status, ended.err) == (0, "")
    assert [claim["kind"] for claim in ended.claims] == ["event", "strength"]
    for claim in ended.claims:
        assert claim["document"]["published"] == "2020-02-04"
        assert claim["document"]["source"] == "Wire"
        for span in claim["evidence"]:
            assert REPORT[span["start"] : span["end"]] == span["quote"]
    assert ended.bytes.count(b"\n") == len(ended.claims)


def test_read_gives_the_same_bytes_again(tmp_path: Path) -> None:
    for number, text in enumerate(REPORTS):
        (tmp_path / f"{number}.txt").write_text(text)
    assert harmattan_("read", ".").bytes == harmattan_("read", ".").bytes != b""


def test_claims_fit_the_schema(tmp_path: Path) -> None:
    path = Path(harmattan.claims.__file__).parent / "claims-v1.schema.json"
    schema = json.loads(path.read_text())
    (tmp_path / "a.txt").write_text(REPORT)
    for claim in harmattan_("read", "a.txt").claims:
        jsonschema.validate(claim, schema)


def test_read_standard_input() -> None:
    assert len(harmattan_("read", "-", given=REPORT).claims) == 2


def test_read_writes_rejections_on_request(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORTS[2])
    ended = harmattan_("read", "a.txt", "--rejections", "refused.jsonl")
    assert len(ended.claims) == 1
    refused = [json.loads(line) for line in (tmp_path / "refused.jsonl").read_text().splitlines()]
    assert [(one["reason"], one["quote"]) for one in refused] == [("nobody takes part", "shot")]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("é“\U0001f30d", "é“\U0001f30d"),
        ("a\x1b[31m\x00\n", "a\\u001b[31m\\u0000\\n"),
        ("\x7f\x9b", "\\u007f\\u009b"),
        ("\u202e\u2028\u2029\u2066\ufeff", "\\u202e\\u2028\\u2029\\u2066\\ufeff"),
        ("\ud800", "\\ud800"),
    ],
)
def test_a_line_is_harmless_and_means_the_same(text: str, line: str) -> None:
    written = json_line({"quote": text})
    assert written == f'{{"quote": "{line}"}}\n'.encode()
    assert json.loads(written) == {"quote": text}


# Bad input: a message that names the document, the others read, status 1


def empty(path: Path) -> None:
    path.write_text("")


def binary(path: Path) -> None:
    path.write_bytes(bytes(range(256)) * 40)


def long_line(path: Path) -> None:
    path.write_text("x" * 50_000_000)


def missing(path: Path) -> None:
    """Nothing is written."""


def other_kind(path: Path) -> None:
    path.with_suffix(".docx").write_text("x")


def crashing(path: Path) -> None:
    path.write_text("CRASH \x1b[2J")


def not_english(path: Path) -> None:
    path.write_text("BAD")


def dangling(path: Path) -> None:
    path.symlink_to("nowhere")


@pytest.mark.parametrize("make", [empty, binary, missing, crashing, not_english, dangling, long_line])
def test_bad_input_among_good(tmp_path: Path, make: object) -> None:
    assert callable(make)
    make(tmp_path / "bad.txt")
    for name in ("a.txt", "z.txt"):
        (tmp_path / name).write_text(f"{REPORT} From {name}.")
    for command in (("read",), ("run", "project")):
        ended = harmattan_(*command, "a.txt", "bad.txt", "z.txt")
        assert ended.status == 1
        messages = [line for line in ended.err.splitlines() if "reading 3 documents" not in line]
        assert len(messages) == 1
        assert re.match(r"harmattan: .*bad\.txt.*: \S", messages[0])
        assert "\x1b" not in ended.err
        assert "Traceback" not in ended.err
        if command == ("read",):
            assert len(ended.claims) == 4
        else:
            assert "1 could not be read" in ended.out


def test_an_unreadable_rejections_file(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    ended = harmattan_("read", "a.txt", "--rejections", "no/such/folder.jsonl")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err == "harmattan: no/such/folder.jsonl: No such file or directory\n"


def test_a_fault_of_our_own_is_a_sentence_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise KeyError("x")

    monkeypatch.setattr("harmattan.engine.reading.read", broken)
    ended = harmattan_("read", "a.txt")
    assert ended.status == 1
    assert ended.err.startswith("harmattan: a fault in Harmattan itself: KeyError: 'x'")


# run, show


@pytest.fixture
def project(tmp_path: Path) -> Path:
    for number, text in enumerate(REPORTS):
        (tmp_path / "reports").mkdir(exist_ok=True)
        (tmp_path / "reports" / f"{number}.txt").write_text(text)
    assert harmattan_("run", "sahel", "reports", "--published", "2020-02-04").status == 0
    return tmp_path / "sahel"


def test_run_ends_with_a_summary(tmp_path: Path) -> None:
    for number, text in enumerate(REPORTS):
        (tmp_path / f"{number}.txt").write_text(text)
    ended = harmattan_("run", "sahel", ".")
    assert ended.status == 0
    assert ended.err == "harmattan: reading 5 documents\n"
    for line in (
        "documents 5 5 read now",
        "claims 6",
        "4 events",
        "2 strengths",
        "0 relations",
        "rejections 1",
        "1 nobody takes part",
        r"incidents \d+",
        r"words per second [\d,]+ 47 words in 0\.\d s",
    ):
        assert re.search(
            rf"^{line}$", re.sub(r" +", " ", re.sub(r"(?m)^ +| +$", "", ended.out)), re.MULTILINE
        )
    again = harmattan_("run", "sahel", ".")
    assert again.status == 0
    assert "0 read now, 5 read before" in again.out
    assert "words per second" not in again.out


def test_a_mistake_in_the_settings(project: Path) -> None:
    (project / "harmattan.toml").write_text("title = 'x'\nworkers = 'two'\n")
    for command in (("run", "sahel", "reports"), ("show", "sahel", "aqim"), ("site", "sahel", "public")):
        ended = harmattan_(*command)
        assert (ended.status, ended.out) == (1, "")
        assert re.match(r"harmattan: sahel/harmattan\.toml, line 2: `workers` is not a number", ended.err)


def test_a_store_that_is_none(project: Path) -> None:
    for path in project.glob("harmattan.db*"):
        path.unlink()
    (project / "harmattan.db").write_text("notes")
    for command in (("run", "sahel", "reports"), ("show", "sahel", "aqim"), ("site", "sahel", "public")):
        ended = harmattan_(*command)
        assert ended.status == 1
        assert re.match(r"harmattan: sahel/harmattan\.db: is not a Harmattan store", ended.err)


def ids(project: Path) -> list[str]:
    return re.findall(r"\b[cd][0-9a-f]{16}\b", harmattan_("show", str(project), "aqim").out)


def test_show_marks_the_words_in_their_sentence(project: Path) -> None:
    claim = ids(project)[0]
    ended = harmattan_("show", "sahel", claim)
    assert ended.status == 0
    assert f"{claim}  event · ASSAULT · asserted" in ended.out
    assert "“[AQIM] [killed] [3] [soldiers] in [Gossi] on [2020-02-03].”" in ended.out
    assert re.search(r"actor +AQIM +\[aqim\]", ended.out)
    assert re.search(r"killed +3\b", ended.out)


def test_show_everything_that_is_named(project: Path) -> None:
    seen: set[str] = set()
    waiting = ["aqim", "country:ML"]
    while waiting:
        thing = waiting.pop()
        seen.add(thing)
        ended = harmattan_("show", "sahel", thing)
        assert (ended.status, ended.err) == (0, ""), thing
        named = re.findall(r"\b[cdij][0-9a-f]{16}\b", ended.out)
        waiting += [other for other in dict.fromkeys(named) if other not in seen and other not in waiting]
    assert {thing[0] for thing in seen} >= set("cdj")


def test_show_a_document_with_its_rejections(project: Path) -> None:
    ended = harmattan_("show", "sahel", "country:ML")
    documents = dict.fromkeys(re.findall(r"\bd[0-9a-f]{16}\b", ended.out))
    shown = [harmattan_("show", "sahel", document).out for document in documents]
    assert any("Rejections (1)" in out and "nobody takes part" in out and "[shot]" in out for out in shown)


def test_show_nothing(project: Path) -> None:
    ended = harmattan_("show", "sahel", "c\x1b[31m")
    assert (ended.status, ended.out) == (1, "")
    assert ended.err.startswith("harmattan: c\ufffd[31m: nothing in the store has this id")


# judgements


def opinion(project: Path, verdict: Verdict, name: str, day: int, *sides: str) -> None:
    left, right = (*sorted(sides), None)[:2]
    at = datetime(2024, 1, day, tzinfo=UTC)
    with Store.open(project / "harmattan.db") as store:
        store.add_judgements(
            [Judgement(verdict, str(left), right, Holder.ANALYST, name, at, "read it \x1b[31myself")]
        )


def test_orphans_and_disputes_of_a_project_without_any(project: Path) -> None:
    assert harmattan_("judgements", "orphans", "sahel").out == "No orphaned decisions.\n"
    assert harmattan_("judgements", "disputes", "sahel").out == "No disputes.\n"


def test_orphans_say_what_was_read_then_and_what_stands_in_the_way(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(project / "harmattan.db") as store:
        claim = next(one for one in store.claims() if "Gunmen" in one.document.text)
    opinion(project, Verdict.WRONG, "Ada", 1, claim.id)
    opinion(project, Verdict.SAME, "Ada", 1, claim.id, "c404")
    monkeypatch.setattr(coders.HouseCoder, "__call__", lambda self: OtherCoder()())
    ended = harmattan_("run", "sahel", "reports", "--published", "2020-02-04")
    assert re.search(r"orphans +2 +decisions that fit nothing read today", ended.out)
    listed = harmattan_("judgements", "orphans", "sahel")
    assert (listed.status, listed.err) == (0, "")
    assert re.search(r"does not fit +nothing of the kind is read from these words any more", listed.out)
    assert re.search(r"does not fit +the store knows no such claim", listed.out)
    assert "judgement · wrong" in listed.out and "Ada (analyst)" in listed.out
    assert f"{claim.id}  event · ASSAULT · asserted" in listed.out and "[Gunmen] [killed] [5]" in listed.out
    assert "\x1b" not in listed.out
    for judgement in re.findall(r"\bj[0-9a-f]{16}\b", listed.out):
        assert harmattan_("show", "sahel", judgement).status == 0


def test_disputes(project: Path) -> None:
    one, other = ids(project)[0], ids(project)[2]
    opinion(project, Verdict.SAME, "Ada", 1, one, other)
    opinion(project, Verdict.DIFFERENT, "Ben", 2, one, other)
    listed = harmattan_("judgements", "disputes", "sahel").out
    assert "Contested (1)" in listed and "Refused" not in listed
    assert "judgement · same" in listed and "Ada (analyst)" in listed


def test_no_project() -> None:
    ended = harmattan_("show", "sahel", "aqim")
    assert ended.status == 1
    assert ended.err == (
        "harmattan: sahel: is no Harmattan project (`harmattan run sahel PATH...` makes one)\n"
    )


def test_text_from_a_document_cannot_command_the_terminal(tmp_path: Path) -> None:
    record = {"text": f"{REPORT} \x1b]0;owned\x07 \x9b2J \u202eevil", "title": "[bold]a\x1b[2J[/bold]"}
    (tmp_path / "a.jsonl").write_text(json.dumps(record))
    harmattan_("run", "sahel", "a.jsonl")
    for thing in ("aqim", *ids(tmp_path / "sahel")):
        out = harmattan_("show", "sahel", thing).out
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)
    assert "[bold]a" in out


@pytest.mark.parametrize("text", ["plain", "a\nb\tc", "\x1b[31m", "\u202e\u2066", "\ud800", "é\u0301"])
def test_one_line_keeps_offsets(text: str) -> None:
    safe = one_line(text)
    assert len(safe) == len(text)
    assert "\n" not in safe
    safe.encode()


# gazetteer


WELL = (
    "99999999",
    "In Ezzal",
    "In Ezzal",
    "",
    "15.8",
    "-1.3",
    "P",
    "PPL",
    "ML",
    *("",) * 5,
    "40",
    "",
    "265",
    "",
    "",
)


def test_gazetteer_add(tmp_path: Path) -> None:
    (tmp_path / "ML.txt").write_text("\t".join(WELL) + "\n")
    ended = harmattan_("gazetteer", "add", "ML.txt", "nowhere.txt", "--to", "own.db")
    assert ended.status == 1
    assert re.match(r"ML\.txt: 1 places\nown\.db: [\d,]+ places in all\n$", ended.out)
    assert re.match(r"harmattan: nowhere\.txt: .*\n$", ended.err)
    with closing(open_gazetteer(tmp_path / "own.db")) as own:
        assert [place.id for place in own.lookup("In Ezzal")] == ["geonames:99999999"]
    assert re.fullmatch("g[0-9a-f]{8}", coders.fingerprint(tmp_path / "own.db"))


def test_a_reading_with_more_places_has_a_version_of_its_own() -> None:
    reader = coders.Informed(FakeCoder()().reader, "fake-1+g01234567")
    document = Document("Nothing.")
    assert reader.read(document).reader == reader.version == "fake-1+g01234567"


# Whole processes


def process(*arguments: str, stderr: int = subprocess.PIPE) -> subprocess.Popen[bytes]:
    environment = {**os.environ, "PYTHONPATH": f"{ROOT}{os.pathsep}{os.environ.get('PYTHONPATH', '')}"}
    script = "import sys; from tests.test_cli import main_with_fakes; main_with_fakes()"
    return subprocess.Popen(
        [sys.executable, "-c", script, *arguments],
        stdout=subprocess.PIPE,
        stderr=stderr,
        stdin=subprocess.PIPE,
        env=environment,
    )


def main_with_fakes() -> None:
    """The command line with the fake reader, interruptible also where the tests run in the background of a shell."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    coders.HouseCoder.__call__ = lambda self: FakeCoder()()  # type: ignore[method-assign]
    app(prog_name="harmattan")


def test_help_is_quick() -> None:
    """Half a second of a processor's time: on a clock, others at work on this machine would count too."""
    before = os.times()
    for _ in range(4):
        subprocess.run([sys.executable, "-m", "harmattan", "--help"], check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    used = after.children_user + after.children_system - before.children_user - before.children_system
    assert used / 4 < 0.5


def test_a_terminal_gets_a_bar(tmp_path: Path) -> None:
    for number, text in enumerate((*REPORTS, "CRASH \x1b[2J")):
        (tmp_path / f"{number}.txt").write_text(text)
    terminal, end = pty.openpty()
    child = process("run", "sahel", ".", "--workers", "1", stderr=end)
    os.close(end)
    shown = b""
    with suppress(OSError):  # the terminal is gone when the process is
        while part := os.read(terminal, 10_000):
            shown += part
    os.close(terminal)
    out, _ = child.communicate()
    assert child.returncode == 1
    assert b"6/6" in shown
    assert re.search(rb"harmattan: [^\n]*5\.txt: could not be read", shown)
    assert b"\x1b[2J" not in shown
    assert b"5 read now, 1 could not be read" in out
    assert b"\x1b" not in out


def test_a_closed_pipe_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(
        "".join(json.dumps({"text": f"{REPORT} {n}"}) + "\n" for n in range(2000))
    )
    child = process("read", "a.jsonl")
    assert child.stdout
    assert child.stderr
    child.stdout.readline()
    child.stdout.close()
    assert child.stderr.read() == b""
    assert child.wait() == 141


def test_ctrl_c_ends_cleanly(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(REPORT)
    child = process("read", "a.txt", "-")
    assert child.stdout
    child.stdout.readline()  # it is at work, and waits for the rest of standard input
    time.sleep(0.2)
    child.send_signal(signal.SIGINT)
    _, errors = child.communicate()
    assert child.returncode == 130
    assert errors.startswith(b"harmattan: stopped;")
    assert errors.count(b"\n") == 1


def test_output_does_not_depend_on_the_locale(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.txt").write_text("AQIM killed 3 soldats_é in Gossi.", encoding="utf-8")
    written = []
    for locale in ("C", "C.UTF-8"):
        monkeypatch.setenv("LC_ALL", locale)
        monkeypatch.setenv("PYTHONIOENCODING", "latin-1" if locale == "C" else "utf-8")
        written.append(process("read", "a.txt").communicate()[0])
    assert written[0] == written[1]
    assert "soldats_é".encode() in written[0]
