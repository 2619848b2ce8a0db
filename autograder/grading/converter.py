"""nbgrader's Autograde for one submission: in this process, and one notebook's failure does not stop the next."""

import os

from nbgrader.converters import Autograde
from nbgrader.utils import remove
from sqlalchemy.exc import OperationalError

from autograder.grading.course import Course


class CourseAutograde(Autograde):
    """Grades the notebooks `names` in `folder`, a student's submission.

    Afterwards `graded` has what the checks found (see `preprocessor.RunChecks`) and `failures` a sentence for each
    notebook that could not be graded through no fault of the learner's, both by notebook.
    """

    def __init__(self, course: Course, folder, names: list, run_checks=None):
        super().__init__(coursedir=course.directory, parent=course.app)
        self.force = True
        self.folder, self.names, self.run_checks = folder, names, run_checks
        self.graded, self.failures = {}, {}

    def init_notebooks(self):
        """nbgrader's own looks for them with patterns, which a student called "ann [1]" does not fit."""
        self.assignments = {str(self.folder): [str(self.folder / f"{name}.ipynb") for name in self.names]}

    def convert_single_notebook(self, filename):
        """nbgrader's own, but whatever goes wrong is kept, and no half-graded notebook is left."""
        name = os.path.splitext(os.path.basename(filename))[0]
        try:
            super().convert_single_notebook(filename)
        except OperationalError:  # the gradebook: nothing more can be graded
            raise
        except Exception as error:
            self.failures[name] = f"Grading failed: {type(error).__name__}: {error}"
            half_done = os.path.join(self.writer.build_directory, f"{name}.ipynb")
            if os.path.exists(half_done):
                remove(half_done)


def make(course: Course, assignment: str, student: str, names: list, whole: bool, run_checks=None) -> CourseAutograde:
    """A converter for some notebooks of one submission; `whole` if these are all there are, else for one of them."""
    directory, folder = course.directory, course.folder("submitted", student, assignment)
    directory.assignment_id, directory.student_id = assignment, student
    directory.notebook_id = "*" if whole else names[0]  # nbgrader clears the old results of the whole, or of that one
    directory.ignore = [*course.ignore, *_links(folder)]
    return CourseAutograde(course, folder, names, run_checks)


def _links(folder) -> list:
    """The names of links among a learner's files: followed when nbgrader copies them, they could lead to others' work
    and from there into somebody's feedback."""
    import glob

    return [glob.escape(name) for parent, folders, files in os.walk(folder) for name in folders + files
            if os.path.islink(os.path.join(parent, name))]
