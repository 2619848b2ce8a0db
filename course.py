"""The front door of the course.  `python course.py lab` sets everything up and opens JupyterLab.

    python course.py lab        set up if need be, then open the course in the browser
    python course.py test       run the whole test suite
    python course.py doctor     say what of this machine works
    python course.py --help     every other word of the `course` command

This file needs nothing but Python 3.11 or newer.  It makes the folder `.venv` beside itself, installs there what
`requirements.lock` names (checked against its hashes), and hands every word to the `course` command in it.
A second run finds its stamp, `.venv/course.json`, and starts at once.  A virtual or conda environment that is active
and already has the packages is used as it is.  Whatever goes wrong is said in one sentence, with the remedy; exit code 2.
"""
import sys

OLDEST = (3, 11)  # This file must parse on Python 2.7 too: no annotations, no f-strings.


def newer_python():
    """Return the name of a new enough Python that starts on this machine, or ""."""
    import os
    import subprocess
    with open(os.devnull, "w") as nowhere:
        for minor in (14, 13, 12, 11):
            name = "python3.%d" % minor
            try:
                if subprocess.call([name, "-c", ""], stdout=nowhere, stderr=nowhere) == 0:
                    return name
            except (OSError, ValueError):
                pass
    return ""


def say_too_old():
    """Say in one sentence that this Python is too old, and what to do; exit code 2."""
    newer = newer_python()
    remedy = ("run it with %s, which is on this machine" % newer if newer
              else "install a newer one (python.org has them) and run this again with it")
    sys.stderr.write("The course needs Python 3.11 or newer and this is Python %d.%d: %s.\n"
                     % (sys.version_info[0], sys.version_info[1], remedy))
    sys.exit(2)


if sys.version_info < OLDEST:
    say_too_old()

import os  # noqa: E402

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from autograder import bootstrap  # noqa: E402

if __name__ == "__main__":
    sys.exit(bootstrap.run(sys.argv[1:], usage=__doc__))
