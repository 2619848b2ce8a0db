"""Says in one sentence, with the remedy, why setting up failed: read from what pip, venv or the system said.

Standard library only.
"""
import re
import sys

MEGABYTES_NEEDED = 900  # on disk, for a whole `.venv`; test_packaging.py holds it against the real one


class Stop(Exception):
    """Setting up cannot go on; the text is the sentence to show."""


CAUSES = [  # the first whose pattern is found is the one to tell: a full disk before the network, whose errors it can cause
    (r"No space left|Errno 28\b|Errno 122\b|quota exceeded|WinError 112|not enough space",
     f"the disk is full; make room (it takes about {MEGABYTES_NEEDED} MB) and run this again"),
    (r"Long Path|WinError 206|File name too long|Errno 36\b",
     "the path of this folder is too long; move the course to a shorter one, such as C:\\course, and run this again"),
    (r"WinError 32\b|used by another process",
     "a program is still using the course's files; close JupyterLab and its notebooks, then run this again"),
    (r"Read-only file system|Errno 30\b|Permission denied|Errno 13\b|WinError 5\b|Access is denied",
     "this folder may not be written to; copy the course to a folder of your own and run it there"),
    (r"CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerification",
     "the package index shows a certificate that this machine does not trust; behind a school's or company's proxy set "
     "PIP_CERT to the proxy's certificate file, then run this again"),
    (r"DO NOT MATCH THE HASHES",
     "a package that came is not the one the course was tested with; try again after `python -m pip cache purge`, and if it "
     "stays so, something between you and the package index changes files"),
    (r"getaddrinfo failed|[Nn]ame resolution|nodename nor servname|Name or service not known|NewConnectionError|"
     r"ConnectTimeout|Connection (?:refused|reset|aborted|broken)|Network is unreachable|No route to host|[Rr]ead timed out|"
     r"ProxyError|Max retries exceeded|Retrying \(Retry\(|IncompleteRead|Could not fetch URL",
     "the package index cannot be reached; check the network (or set HTTPS_PROXY) and run this again, which keeps what has "
     "been fetched"),
    (r"No matching distribution found for (?P<name>[\w.-]+)",
     "the package index has no ready-made {name} for this system and Python %d.%d; Python 3.11 to 3.14 on Linux, macOS or "
     "Windows has them all" % sys.version_info[:2]),
    (r"ensurepip is not available|No module named '?ensurepip",
     "this Python lacks the module ensurepip; on Debian and Ubuntu `sudo apt install python3-venv` adds it"),
]


def explain(output, doing, log):
    """Return one sentence: what failed, and what to do.

    Args: what the program that failed wrote; what was going on ("installing the packages"); the file with the whole
    output, or "".
    """
    for pattern, remedy in CAUSES:
        found = re.search(pattern, output)
        if found:
            return f"Setting up stopped while {doing}: {remedy.format(**found.groupdict())}."
    said = [line.strip() for line in output.splitlines() if line.strip()]
    last = next((line for line in reversed(said) if "ERROR" in line.upper()), said[-1] if said else "no reason was given")
    where = f" (the whole output is in {log})" if log else ""
    return f"Setting up stopped while {doing}: {last.rstrip('.')}{where}; running this again starts it over."
