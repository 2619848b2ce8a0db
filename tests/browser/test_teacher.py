"""A teacher's round in the browser: two submissions, graded; formgrader and feedback show scores and our report."""
import json
import re

import pytest

from autograder.checks import registry

NAME = "ch10_semaphores"


@pytest.fixture(scope="module")
def graded(course, run_course, right, wrong):
    """The course's copy after `course release` and `course grade`: ada's buffer is right, alan's is wrong."""
    code, said = run_course("release", NAME)
    assert code == 0, said
    for student, answer in (("ada", right), ("alan", wrong)):
        notebook = json.loads((course / "exercises" / NAME / "bounded_buffer.ipynb").read_text("utf-8"))
        for cell in notebook["cells"]:
            if cell["metadata"].get("nbgrader", {}).get("solution"):
                cell["source"] = answer.cell
        place = course / "grading" / "submitted" / student / NAME / "bounded_buffer.ipynb"
        place.parent.mkdir(parents=True)
        place.write_text(json.dumps(notebook), "utf-8")
    code, said = run_course("grade", NAME, "--json")
    students = json.loads(said[said.index("{"):])["students"]
    assert [student["score"] for student in students] == [10, float(wrong.score)], said
    return course / "grading"


@pytest.fixture(scope="module")
def server(graded, serve):
    return serve("--teacher")


def test_formgrader_and_feedback(lab, picture, graded, wrong):
    lab.open("Concurrent Python")
    lab.menu("Nbgrader", "Formgrader")
    formgrader = lab.page.frame_locator(".lm-DockPanel-widget:not(.lm-mod-hidden) iframe")
    assignment = formgrader.get_by_role("row").filter(has_text=NAME)
    lab.expect(assignment).to_be_visible()
    picture("formgrader")
    assignment.locator(".generate-feedback a").click()
    lab.expect(formgrader.locator(".modal-content")).to_contain_text("Success")
    picture("formgrader-feedback-made")
    formgrader.locator(".modal-footer button").click()

    assignment.get_by_role("link", name="2", exact=True).click()
    most = f"{sum(registry.find(each).max_score for each in registry.exercises() if each.startswith(NAME)):g}"
    for student, score in (("ada", f"10 / {most}"), ("alan", f"{wrong.score} / {most}")):
        lab.expect(formgrader.get_by_role("row").filter(has_text=student)).to_contain_text(score)
    picture("formgrader-submissions")

    formgrader.get_by_role("link", name="Manual Grading").click()
    formgrader.get_by_role("link", name=NAME).click()
    formgrader.get_by_role("link", name="bounded_buffer").click()
    not_full = formgrader.get_by_role("row").filter(has_not_text="10 / 10")
    not_full.get_by_role("link", name=re.compile("Submission")).click()
    shows_our_report(lab, formgrader, wrong)
    picture("formgrader-report")
    lab.expect(formgrader.locator("input.score").first).to_be_visible()

    lab.page.goto((graded / "feedback" / "alan" / NAME / "bounded_buffer.html").as_uri())
    picture("feedback")
    shows_our_report(lab, lab.page, wrong)
    picture("feedback-report")


def shows_our_report(lab, page, wrong):
    """The report on the wrong buffer, with its interleaving, is on the page; it is brought into view."""
    lab.expect(page.get_by_text(wrong.message).first).to_be_visible()
    schedule = page.get_by_role("table", name="The schedule that fails").first
    lab.expect(schedule).to_contain_text("waits for")
    schedule.scroll_into_view_if_needed()
