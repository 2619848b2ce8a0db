"""What a job can see, reach and use up, and what is left of it afterwards."""

import os
import socket
import subprocess
import sys
import tempfile

import psutil
import pytest

from autograder import sandbox
from autograder.sandbox import parent

REPOSITORY = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
PAYLOADS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "payloads_walls.py")
LONG = sandbox.Limits(wall=60)
pytestmark = pytest.mark.skipif(os.name != "posix", reason="forks, signals and /proc")
linux = pytest.mark.skipif(sys.platform != "linux", reason="/proc")


def test_a_job_sees_none_of_our_environment(any_kind, start, monkeypatch):
    monkeypatch.setenv("API_TOKEN", "secret")
    monkeypatch.setenv("PYTHONPATH", "/secret")
    found = start(any_kind, "look", LONG).result
    assert "secret" not in str(found["environ"])
    assert found["environ"]["PYTHONHASHSEED"] == "0" and found["environ"]["TMPDIR"] == found["cwd"] == found["home"]
    assert found["argv"] == [""] and found["stdin"] == "" and found["threads"] == 1


def test_hashes_are_the_same_in_every_run(any_kind, start):
    assert len({start(any_kind, "look", LONG).result["hash"] for _ in range(2)}) == 1


@linux
def test_a_job_holds_no_descriptor_but_its_own(any_kind, start):
    # Three streams, the results pipe, and the folder being listed.
    assert len(start(any_kind, "look", LONG).result["descriptors"]) == 5


def test_files_outside_cannot_be_read(boxed, start, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the key")
    paths = [str(secret), os.path.expanduser("~/.bashrc"), "/etc/passwd", os.path.join(REPOSITORY, "CONTRIBUTING.md")]
    found = start(boxed, "read_file", LONG, paths=paths).result
    assert found == dict.fromkeys(paths, "FileNotFoundError")


def test_a_file_is_read_where_the_caller_says_so(any_kind, start, tmp_path):
    program = tmp_path / "program.py"
    program.write_text("x = 1\n")
    (tmp_path / "beside").write_text("not for you")
    outcome = sandbox.run({"paths": [str(program), str(tmp_path / "beside")]}, LONG, read=[program], sandbox=any_kind,
                          entry=f"{PAYLOADS}:read_file")
    program_seen, beside_seen = outcome.result.values()
    assert program_seen == "x = 1\n"
    assert beside_seen == ("FileNotFoundError" if any_kind == "bubblewrap" else "not for you")


def test_nothing_can_be_written_but_the_private_folders(boxed, start):
    package = os.path.dirname(os.path.abspath(sandbox.__file__))
    interpreter = os.path.join(sys.prefix, "lib")
    paths = ["/", "/usr", "/dev", "/etc", "/root", "/home", package, interpreter, "/tmp", "/dev/shm"]
    assert start(boxed, "write_anywhere", LONG, paths=paths).result["able"] == ["/tmp", "/dev/shm"]
    assert not os.path.exists("/tmp/made-by-a-learner") and not os.path.exists("/dev/shm/made-by-a-learner")


def test_no_network(boxed, start):
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
        assert start(boxed, "connect", LONG, port=port).result["error"] != 0
        assert start("rlimits", "connect", LONG, port=port).result["error"] == 0  # what its note says


def test_no_other_process_is_seen(boxed, start):
    found = start(boxed, "list_folders", LONG, paths=["/proc"]).result["/proc"]
    assert sorted(name for name in found if name.isdigit()) == ["1", "2"]


def test_a_file_over_the_limit(limited, start):
    limits = LONG.replace(file=1 << 20)
    assert start(limited, "write_file", limits, chunks=20).result == {"error": "OSError", "size": 1 << 20}
    assert start(limited, "write_file", limits, chunks=16).result == {"error": "", "size": 1 << 20}


def test_private_folders_have_a_size(boxed, start):
    assert start(boxed, "fill_storage", LONG.replace(storage=1 << 20), files=20).result == {"full": True}


def test_too_many_open_files(limited, start):
    assert start(limited, "open_many", LONG, count=300).result == {"error": "OSError"}


@pytest.mark.parametrize("method", ["spawn", "forkserver", "fork"])
def test_multiprocessing_works_inside(any_kind, start, method):
    outcome = start(any_kind, "spawn_pool", LONG, method=method)
    assert outcome.result == {"squares": [0, 1, 4, 9, 16], "counter": 1}, outcome


def test_a_fork_bomb_is_ended(limited, start, new_children):
    outcome = start(limited, "fork_many", LONG.replace(processes=20), count=200)
    assert (outcome.status, outcome.limit) == ("died", "processes")
    assert "more than 20 processes" in outcome.message
    assert not new_children()


def test_a_tree_of_forks_is_ended(limited, start, new_children):
    outcome = start(limited, "fork_tree", LONG.replace(processes=40))
    assert outcome.limit == "processes"
    assert not new_children()


@pytest.mark.parametrize("end, bare", [("hang", True), ("exit", False), ("", True)])
def test_a_daemon_is_gone(limited, start, mark, processes_with, end, bare):
    """The payload returns or hangs only when its daemon runs, so there is something to be gone."""
    outcome = start(limited, "leave_daemon", sandbox.Limits(wall=2), mark=mark, bare=bare, **{end: True} if end else {})
    assert outcome.status == {"hang": "timeout", "exit": "died", "": "ok"}[end]
    assert not processes_with(mark)


@linux
def test_a_daemon_is_gone_that_no_supervisor_looked_for(start, mark, processes_with):
    """Without one (Windows, or macOS in part), what a process carries in its environment is how it is found."""
    assert start("plain", "leave_daemon", LONG, mark=mark, bare=False).status == "ok"
    assert not processes_with(mark)


@pytest.mark.parametrize("wait", [False, True])
def test_killing_the_supervisor_leaves_nothing(limited, start, mark, processes_with, wait):
    outcome = start(limited, "kill_supervisor", sandbox.Limits(wall=2), mark=mark, wait=wait)
    if limited == "bubblewrap":
        assert outcome.status == ("timeout" if wait else "ok")
    else:
        assert outcome.status in ("ok", "died")  # ok: the result was there first
    assert not processes_with(mark)


@linux
def test_an_escaped_process_does_not_hold_us_up(start, mark, processes_with, monkeypatch):
    """What "weak" means: supervisor killed, environment emptied, our pipes kept open. `run` returns all the same."""
    monkeypatch.setattr(parent, "_GRACE", 0.2)
    start("rlimits", "kill_supervisor", LONG, mark=mark, wait=True, bare=True)
    (escaped,) = processes_with(mark)
    escaped.kill()
    psutil.wait_procs([escaped], timeout=10)


def test_the_death_of_the_parent_leaves_nothing(limited, mark, processes_with, tmp_path):
    job = {"mark": mark, "bare": True, "hang": True}
    code = ("from autograder import sandbox\n"
            f"sandbox.run({job!r}, on_progress=lambda _: print('up', flush=True),"
            f" entry={PAYLOADS + ':leave_daemon'!r}, sandbox={limited!r})")
    with subprocess.Popen([sys.executable, "-c", code], cwd=REPOSITORY, stdout=subprocess.PIPE,
                          env={**os.environ, "TMPDIR": str(tmp_path)}) as program:
        assert program.stdout.readline() == b"up\n"
        tree = processes_with(mark) + psutil.Process(program.pid).children(recursive=True)
        assert len(tree) >= 3
        program.kill()
    psutil.wait_procs(tree, timeout=10)
    assert not processes_with(mark)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_left_in_this_process(any_kind, start, new_children):
    """No descriptor, no child (a zombie is one), no temporary folder."""
    start(any_kind, "echo", LONG)  # what is opened once
    before = psutil.Process().num_fds()
    for payload, limits in (("echo", LONG), ("spin", sandbox.Limits(wall=0.5)), ("print_for_ever", LONG)):
        start(any_kind, payload, limits)
    assert psutil.Process().num_fds() <= before
    assert not new_children()


def test_the_temporary_folder_is_removed_whatever_is_in_it(any_kind, start, tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "t"))
    (tmp_path / "t").mkdir()
    outside = tmp_path / "outside"
    outside.mkdir(mode=0o700)
    (outside / "kept").write_text("")
    outcome = start(any_kind, "make_mess", LONG, outside=str(outside))
    assert outcome.status == "ok"
    assert (any_kind == "bubblewrap") == (not outcome.result["cwd"].startswith(str(tmp_path)))
    assert os.listdir(tmp_path / "t") == []
    assert os.listdir(outside) == ["kept"] and outside.stat().st_mode & 0o777 == 0o700
