"""Runs pip in a virtual environment and counts the packages as they come.  Standard library only."""
import os
import queue
import re
import shutil
import subprocess
import sys
import threading
import time

from .causes import Stop, explain

# One such line for each package of the lock: from an index, from a file, there already, or not for this system.
ARRIVES = re.compile(r"(?:Collecting |Requirement already satisfied: |Ignoring |Processing (?:.*[/\\])?)([A-Za-z0-9][\w.]*)")


def install(python, folder, words, total, log):
    """Run `pip install WORDS`, showing how far it is.

    Args: the environment's interpreter; its folder; pip's words; how many packages are to come (0: show nothing); the file
    that keeps pip's whole output.
    Raises: Stop, with the cause as read from that output.
    """
    moment = time.time()
    pip = subprocess.Popen(
        [python, "-I", "-m", "pip", "install", "--no-deps", "--no-input", "--progress-bar", "off", "--retries", "3",
         "--disable-pip-version-check", "--no-warn-script-location", *words],
        env=clean_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
        encoding="utf-8", errors="replace")
    lines = queue.SimpleQueue()  # read by a thread, so that this one can look at the disk while pip says nothing
    threading.Thread(target=pass_on, args=(pip.stdout, lines), daemon=True).start()
    output, fetched, to_install = [], 0, 0
    progress = Progress(total)
    while True:
        try:
            line = lines.get(timeout=0.3)
        except queue.Empty:
            if to_install:
                progress.show("installing", min(finished_since(moment, folder), to_install), to_install)
            continue
        if line is None:
            break
        output.append(line)
        package = ARRIVES.match(line)
        if package:
            fetched += 1
            progress.show("fetching", fetched, total, package.group(1))
        elif line.startswith("Installing collected packages:"):
            to_install = line.count(",") + 1
        elif "Retrying (Retry(" in line:
            progress.say("the package index does not answer; trying again")
    failed = pip.wait() != 0
    if to_install and not failed:
        progress.show("installing", to_install, to_install)
    progress.end()
    try:
        with open(log, "a", encoding="utf-8") as file:
            file.writelines(output)
    except OSError:  # the disk is full, say: the sentence below tells
        pass
    if failed:
        raise Stop(explain("".join(output), "installing the packages", log))


def pass_on(stream, lines):
    """Put each line of the stream into the queue, then None."""
    for line in stream:
        lines.put(line)
    lines.put(None)


def clean_environment():
    """Return the variables for pip: the user's own index, proxy and certificates stay, what would lead it astray goes."""
    astray = "PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_LOG", "PIP_NO_BINARY", "PIP_QUIET", "PIP_VERBOSE"
    environment = {key: value for key, value in os.environ.items() if key not in astray}
    return {**environment, "PIP_USER": "0", "NO_COLOR": "1", "PYTHONUNBUFFERED": "1", "PYTHONUTF8": "1"}


def finished_since(moment, folder):
    """Return how many packages pip has finished in that environment since `moment` (seconds, as of time.time())."""
    count = 0
    for path, folders, _ in os.walk(os.path.join(folder, "Lib" if os.name == "nt" else "lib")):
        if os.path.basename(path) == "site-packages":
            for name in folders:
                try:  # pip writes INSTALLER last but for RECORD
                    count += name.endswith(".dist-info") and os.path.getmtime(
                        os.path.join(path, name, "INSTALLER")) >= moment - 1
                except OSError:
                    pass  # not yet
            folders.clear()
    return count


class Progress:
    """One line that changes, on a terminal; into a pipe or a file, a line for every twentieth package."""

    def __init__(self, total):
        self.silent = not total
        self.live = sys.stderr.isatty()
        self.last = ""

    def show(self, doing, count, total, name=""):
        if self.live or count % 20 == 0 or count == total:
            self.say(f"{doing} package {count} of {total}" + (f": {name}" if name and self.live else ""))

    def say(self, text):
        if self.silent or text == self.last:
            return
        self.last = text
        if self.live:
            width = shutil.get_terminal_size().columns - 1
            sys.stderr.write("\r" + text[:width].ljust(min(width, 72)))
        else:
            sys.stderr.write(text + "\n")
        sys.stderr.flush()

    def end(self):
        """Leave the line that changes."""
        if self.live and self.last:
            sys.stderr.write("\n")
