"""The line that says how far a running check is. It goes away when the report comes.

Its display is empty at the first and at the last, so a saved notebook holds no trace of it and two runs of the
same cell leave the same outputs.
"""

import sys
import time

from .markup import FACE, FAINT, say, tag

EVERY = 0.1     # seconds between two updates: enough to look alive, few enough not to flood the page


def in_kernel():
    """Whether this runs in a notebook kernel, which shows HTML."""
    ipython = sys.modules.get("IPython")
    shell = ipython.get_ipython() if ipython else None
    return getattr(shell, "kernel", None) is not None


class Status:
    """A context manager; `update` is what the sandbox calls while the checks run."""

    def __init__(self, exercise):
        self._name = exercise.name
        self._total = len({check.name for check in exercise.checks} | {"loads"})
        self._handle = None
        self._last = 0.0

    def __enter__(self):
        if in_kernel():
            from IPython.display import display
            self._handle = display(_bundle(""), raw=True, display_id=True)
            self._show(f"Checking {self._name} …")
        return self

    def __exit__(self, *exc):
        if self._handle is not None:
            self._handle.update(_bundle(""), raw=True)

    def update(self, event):
        """Shows an event, a dict such as `{"checks": 3, "name": "basics", "schedules": 1200}`."""
        if self._handle is None or time.monotonic() - self._last < EVERY:
            return
        self._last = time.monotonic()
        parts = [f"Checking {self._name}: {event.get('checks', 0)} of {self._total} checks done"]
        if event.get("label") or event.get("name"):
            parts.append(f"now: {event.get('label') or event['name']}")
        if event.get("schedules"):
            parts.append(f"{event['schedules']:,} schedules explored")
        self._show("; ".join(parts) + " …")

    def _show(self, words):
        self._handle.update(_bundle(words), raw=True)


def _bundle(words):
    line = tag("div", say(words), role="status", style=f"{FACE};{FAINT}") if words else ""
    return {"text/html": line, "text/plain": words}
