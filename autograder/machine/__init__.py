"""The simulated machine.  See ``core`` for what it is and ``operation`` for what tasks do on it."""

from .core import Machine, active, frame_of, machine
from .errors import Deadlock, InternalError, Livelock, NeedsProbing, Restart, Stopped, TooManyTasks
from .operation import CLOCK, EXCLUSIVE, READ, Operation, ReadClock, Settle, Shifting, Sleep
from .past import look_back
from .space import Exit, Kill, Space
from .task import Task
from .trace import Event

__all__ = ["CLOCK", "EXCLUSIVE", "READ", "Deadlock", "Event", "Exit", "InternalError", "Kill", "Livelock", "Machine", "NeedsProbing",
           "Operation", "ReadClock", "Restart", "Settle", "Shifting", "Sleep", "Space", "Stopped", "Task", "TooManyTasks", "active",
           "frame_of", "look_back", "machine"]
