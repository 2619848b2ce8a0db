"""What a notebook needs: `from autograder.notebook import check`.

In IPython this import also registers the cell magic `%%exercise`; `%load_ext autograder.notebook` does the same.

    check("ch10_semaphores/bounded_buffer")               run every check, show the whole report
    check("ch10_semaphores/bounded_buffer", "basics")     show one check; its value is that check's points
    hint("ch10_semaphores/bounded_buffer", level=1)       one of three hints
    progress()                                            the best scores so far
    course_map()                                          a picture of the course
"""

from .checking import check
from .hints import hint
from .magic import load_ipython_extension, register_if_in_ipython
from .map import course_map
from .progress import progress
from .score import Score

__all__ = ["Score", "check", "course_map", "hint", "load_ipython_extension", "progress"]

register_if_in_ipython()
