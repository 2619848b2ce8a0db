"""The simulated machine.  See ``core`` for what it is and ``operation`` for what tasks do on it."""

from .core import (Deadlock, InternalError, Livelock, Machine, NeedsProbing, Restart, Stopped, TooManyTasks, active, frame_of,
                   machine)
from .operation import CLOCK, EXCLUSIVE, READ, Operation, ReadClock, Settle, Shifting, Sleep
from .space import Exit, Kill, Space
from .task import Task
from .trace import Event

__all__ = ["CLOCK", "EXCLUSIVE", "READ", "Deadlock", "Event", "Exit", "InternalError", "Kill", "Livelock", "Machine", "NeedsProbing",
           "Operation", "ReadClock", "Restart", "Settle", "Shifting", "Sleep", "Space", "Stopped", "Task", "TooManyTasks", "active", "frame_of", "machine"]
