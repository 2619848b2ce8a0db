"""Small preprocessors for what people see: the mark of a generated notebook, and feedback without hidden tests."""

from nbgrader import utils
from nbgrader.preprocessors import ClearHiddenTests, NbGraderPreprocessor
from traitlets import List

GENERATED = "course"  # the entry in the notebook's metadata


class MarkGenerated(NbGraderPreprocessor):
    """Says in the metadata of a released notebook that it is generated, and from what.

    The last of `GenerateAssignment.preprocessors`, so that whoever generates writes it: `course release`, `nbgrader
    generate_assignment` or formgrader.
    """

    def preprocess(self, nb, resources):
        """Returns the notebook with the mark, which holds nothing that differs between two runs."""
        where = resources["nbgrader"]
        source = f"solutions/{where['assignment']}/{where['notebook']}.ipynb"
        nb.metadata[GENERATED] = {"generated": f"by `course release` from {source}; edit that one"}
        return nb, resources


class HideHiddenTests(ClearHiddenTests):
    """Takes the hidden tests out of feedback (nbgrader prints them: its issue 1363).

    Unlike nbgrader's own, it looks at locked test cells only: a learner whose solution mentions the delimiters must
    still get feedback.
    """

    # nbgrader sets it on every preprocessor of its exporter, and warns of one that does not know it
    display_data_priority = List(["text/html", "text/plain"]).tag(config=True)

    def preprocess_cell(self, cell, resources, cell_index):
        """Removes the region between the delimiters of one test cell."""
        if utils.is_grade(cell) and utils.is_locked(cell):
            self._remove_hidden_test_region(cell)
        return cell, resources
