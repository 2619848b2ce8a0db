"""Explores the interleavings of a program on the simulated machine.

``explore(function)``, ``may_happen(function, inside)`` and ``replay(function, schedule)`` are the public interface;
strategies stand one per file.
"""

from .api import ExploreError, Result, explore, may_happen, replay
from .schedule import ScheduleError

__all__ = ["ExploreError", "Result", "ScheduleError", "explore", "may_happen", "replay"]
