"""nbgrader's configuration of this course: where things are, and how a submission is graded without a kernel.

`nbgrader …` on the command line, JupyterLab's formgrader and Validate button, and `course grade` all read this one
file, so that they give the same scores (tests/grading/test_round.py compares two gradebooks row by row).
It imports nothing of ours: the classes below are named as strings, and nbgrader imports them when it needs them.
"""

import contextlib
import os
import shutil
import sys
import sysconfig

c = get_config()  # noqa: F821  (given by traitlets)
ROOT = os.path.dirname(os.path.abspath(__file__))
GRADING = os.path.join(ROOT, "grading")

# `autograder` stands beside this file; nbgrader's own processes must find it too.
if os.path.isdir(os.path.join(ROOT, "autograder")) and ROOT not in sys.path:
    sys.path.insert(0, ROOT)

# nbgrader calls the program `alembic` when it makes a gradebook: it must be found without an activated environment.
if shutil.which("alembic") is None:
    places = [os.path.dirname(sys.executable), sysconfig.get_path("scripts")]
    os.environ["PATH"] = os.pathsep.join([*places, os.environ.get("PATH", "")])

# --- where things are ---------------------------------------------------------------------------------------------
c.CourseDirectory.course_id = "concurrent_python"
c.CourseDirectory.root = ROOT
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"
c.CourseDirectory.submitted_directory = os.path.join("grading", "submitted")
c.CourseDirectory.autograded_directory = os.path.join("grading", "autograded")
c.CourseDirectory.feedback_directory = os.path.join("grading", "feedback")
c.CourseDirectory.db_url = "sqlite:///" + os.path.join(GRADING, "gradebook.db")
with contextlib.suppress(OSError):  # SQLite makes the file, not its folder
    os.makedirs(GRADING, exist_ok=True)

# A module left beside a notebook must reach neither students nor, worse, the place of a student's own file.
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", "*.py"]

# --- release ------------------------------------------------------------------------------------------------------
c.GenerateAssignment.preprocessors = [
    "nbgrader.preprocessors.IncludeHeaderFooter",
    "nbgrader.preprocessors.InstantiateTests",
    "nbgrader.preprocessors.LockCells",
    "nbgrader.preprocessors.ClearSolutions",
    "nbgrader.preprocessors.ClearOutput",
    "nbgrader.preprocessors.CheckCellMetadata",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.SaveCells",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ComputeChecksums",
    "nbgrader.preprocessors.CheckCellMetadata",
    "autograder.grading.marks.MarkGenerated",
]

# --- grading: only the learner's solution cells are taken, and no kernel runs ---------------------------------------
c.Autograde.exporter_class = "autograder.grading.exporter.SubmissionExporter"
c.Autograde.autograde_preprocessors = [
    "autograder.grading.preprocessor.RunChecks",  # instead of nbgrader's Execute
    "nbgrader.preprocessors.IgnorePattern",
    "nbconvert.preprocessors.ClearMetadataPreprocessor",
    "nbgrader.preprocessors.LimitOutput",
    "nbgrader.preprocessors.SaveAutoGrades",
    "autograder.grading.preprocessor.FlagForReview",
    "nbgrader.preprocessors.AssignLatePenalties",
    "nbgrader.preprocessors.CheckCellMetadata",
]

# --- feedback -----------------------------------------------------------------------------------------------------
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "autograder.grading.marks.HideHiddenTests",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]

# --- where a kernel does run: the Validate button -------------------------------------------------------------------
c.Execute.timeout = 120  # seconds; the sandbox's own limits are well below
