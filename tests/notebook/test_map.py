"""The map: fourteen chapters, those that exist marked and linked, and the same in words."""

import re

from autograder.notebook.map import Map
from tests.notebook.test_report import Page


def test_words_and_picture_agree(tmp_path):
    (tmp_path / "ch10_semaphores.ipynb").touch()
    drawing = Map(tmp_path, tmp_path)
    page = Page(drawing._repr_html_())
    words = repr(drawing)
    assert "10 Semaphores (open)" in words and words.count("(open)") == 1 and "14 Capstone" in words
    assert ("aria-label", words) in page.attributes and ("href", "ch10_semaphores.ipynb") in page.attributes
    assert page.tags.count("rect") == 14 and {"svg", "figcaption"} <= set(page.tags)


def test_without_the_drawing_its_words_can_be_read(tmp_path):
    """JupyterLab strips the SVG tags of a notebook that is not trusted."""
    stripped = " ".join(re.sub("<[^>]*>", "", Map(tmp_path, tmp_path)._repr_html_()).split())
    assert "Side by side 1 Threads and processes 2 The GIL 3 Processes" in stripped
    assert "No chapter is open yet" in stripped


def test_a_link_goes_to_where_the_chapter_is(tmp_path):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "notebooks" / "ch02_gil.ipynb").touch()
    assert 'href="../notebooks/ch02_gil.ipynb"' in Map(tmp_path / "notebooks", tmp_path / "work")._repr_html_()
