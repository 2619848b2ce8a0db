"""Global variables and variables that functions share."""

from __future__ import annotations

import sys

from ..machine import EXCLUSIVE, READ, core
from .accesses import Access


def read(key):
    machine = core._active
    if machine is not None:
        _variableaccess(machine, key, READ, "reads")


def write(value, key):
    machine = core._active
    if machine is not None:
        _variableaccess(machine, key, EXCLUSIVE, "writes")
    return value


def _variableaccess(machine, key, mode, how):
    if machine.atomic:
        return
    if machine.current.space.number:
        key += machine.current.space.suffix         # each process has variables of its own
    frame = sys._getframe(2)
    site = (frame.f_code, frame.f_lasti)
    if machine.sites is None or not machine.is_private(key, site):
        machine.perform(Access(((key, mode),), site, how, _variable(key), None))


def _variable(key):
    return key.partition("#")[0].removeprefix("global ").split("@")[0].rpartition(".")[2]
