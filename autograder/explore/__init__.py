"""Explores the interleavings of a program on the simulated machine.

``explore(function)`` and ``replay(function, schedule)`` are the public interface; strategies stand one per file.
"""

from .api import ExploreError, Result, explore, replay
from .schedule import ScheduleError

__all__ = ["ExploreError", "Result", "ScheduleError", "explore", "replay"]
