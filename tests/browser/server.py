"""The lab as the README opens it: `python course.py lab`, a process, what it says, and its end."""
import contextlib
import os
import re
import socket
import subprocess
import sys
import threading
import urllib.request

PATIENCE = 60  # seconds: what a busy machine may need for what usually takes one


class Server:
    """`python course.py lab --no-browser --port …` and what it says, up to its address with the token in it."""

    def __init__(self, course, variables, *words):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        root = ["--allow-root"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        self.process = subprocess.Popen(
            [sys.executable, "course.py", "lab", "--no-browser", "--port", str(port), *words, *root], cwd=course,
            env=variables, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
            encoding="utf-8", errors="replace")
        self.said, address = [], None
        deadline = threading.Timer(2 * PATIENCE, self.process.kill)
        deadline.start()
        for line in self.process.stderr:
            self.said.append(line)
            if address := re.search(r"(http://(?:127\.0\.0\.1|localhost):\d+)(/\S*?)\?token=(\w+)", line):
                break
        assert address, "the server did not start:\n" + "".join(self.said)
        self.base, self.path, self.token = address.groups()
        threading.Thread(target=self._listen, daemon=True).start()  # a full pipe would stop the server
        while not self._answers():
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(0.05)
                raise AssertionError("the server ended:\n" + "".join(self.said))
        deadline.cancel()

    def _listen(self):
        for line in self.process.stderr:
            self.said.append(line)

    def _answers(self):
        try:
            return self.get("/api")
        except OSError:  # nobody listens yet
            return None

    def get(self, path, **options):
        request = urllib.request.Request(self.base + path, headers={"Authorization": f"token {self.token}"}, **options)
        with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
            return answer.read().decode()

    def address(self, path=None):
        """The address, with its token, as the server printed it, or of another path."""
        return f"{self.base}{self.path if path is None else path}?token={self.token}"

    def stop(self):
        """End it and its kernels by its own shutdown call, as File, Shut Down does; kill what then is left."""
        import psutil
        everything = psutil.Process(self.process.pid).children(recursive=True)
        with contextlib.suppress(OSError):
            self.get("/api/shutdown", method="POST", data=b"")
        try:
            self.process.wait(PATIENCE)
        finally:
            if self.process.poll() is None:
                self.process.kill()
                self.process.wait()
            _, left = psutil.wait_procs(everything, timeout=10)
            for process in left:
                with contextlib.suppress(psutil.Error):
                    process.kill()
        assert not left, f"left behind: {left}"
