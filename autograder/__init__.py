"""A grader for concurrent Python that proves a solution right or shows the interleaving that breaks it."""

__version__ = "0.1.0"
