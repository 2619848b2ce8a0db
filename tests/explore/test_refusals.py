"""What cannot be explored is said in one sentence that names it and what to do."""

from pathlib import Path

import pytest

from autograder.explore import ExploreError, explore

REFUSED = {
    "import socket\ndef main():\n    socket.socket()": "socket.socket",
    "import subprocess\ndef main():\n    subprocess.run(['ls'])": "subprocess.run",
    "import asyncio\ndef main():\n    asyncio.run(None)": "asyncio.run",
    "import os\ndef main():\n    os.fork()": "os.fork cannot be played on the simulated machine: start processes with multiprocessing",
    "import os\ndef main():\n    os.system('ls')": "os.system",
    "from os import popen\ndef main(): pass": "os.popen",
    "import _thread\ndef main():\n    _thread.start_new_thread(print, ())": "_thread.start_new_thread",
    "def main():\n    input()": "input()",
    "from . import x\ndef main(): pass": "import name",
    "import threading\ndef main():\n    threading.settrace(print)": "threading.settrace",
}
ERRORS = {
    "def other(): pass": "has no function main()",
    "main = 3": "has no function main()",
    "def main(x): pass": "missing a required argument: 'x'",
    "async def main(): pass": "coroutine",
    "def main():\n    yield 1": "generator",
    "import not_to_be_found\ndef main(): pass": "needs not_to_be_found, which is not installed",
    "def main(:": "does not parse: line 1",
    "def main():\n\x00": "does not parse",
}
ENDLESS = {
    "def main():\n    while True: pass": "livelock",
    "while True: pass\ndef main(): pass": "livelock",
    "import time\ndef main():\n    while True: time.sleep(1)": "livelock",
    "import threading\ndef main():\n    threading.Thread(target=main).start()": "leak",
    "def main():\n    main()": "exception",
}


def explored(tmp_path, source):
    file = tmp_path / "program.py"
    file.write_text(source, encoding="utf-8")
    return explore((file, "main"))


@pytest.mark.parametrize("source", REFUSED)
def test_refused_by_name(tmp_path, source):
    result = explored(tmp_path, source)
    assert (result.verdict, result.kind) == ("failed", "forbidden")
    assert REFUSED[source] in result.message and result.message.count("(line ") == 1


@pytest.mark.parametrize("source", ERRORS)
def test_cannot_be_explored(tmp_path, source):
    with pytest.raises(ExploreError) as caught:
        explored(tmp_path, source)
    assert ERRORS[source] in str(caught.value)


@pytest.mark.parametrize("source", ENDLESS)
def test_never_ends(tmp_path, source):
    result = explored(tmp_path, source)
    assert (result.verdict, result.kind) == ("failed", ENDLESS[source])


def test_the_readme_example_fails_as_it_says(tmp_path):
    readme = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
    result = explored(tmp_path, readme.split("```python\n")[1].split("```")[0])
    assert (result.verdict, result.kind) == ("failed", "race") and "one apple, sold twice" in result.message
