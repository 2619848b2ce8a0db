"""A learner's first hour in the browser: the start page, the chapter, an exercise done wrong and then right."""
import pytest

START = "notebooks/start.ipynb"
CHAPTER = "notebooks/ch10_semaphores.ipynb"
EXERCISE = "exercises/ch10_semaphores/bounded_buffer.ipynb"
WHOLE = 'check("ch10_semaphores/bounded_buffer")'  # the cell with the whole report


@pytest.fixture(scope="module")
def server(serve):
    return serve()


@pytest.fixture(scope="module")
def work(course):
    return course / "work"


def complaints(cells):
    """What the outputs of saved cells have on stderr or as errors."""
    return [(cell["id"], output) for cell in cells for output in cell.get("outputs", ())
            if output["output_type"] == "error" or output.get("name") == "stderr"]


def test_start_page_chapter_and_widget(lab, picture, work):
    lab.open("Concurrent Python")
    lab.expect(lab.panel.get_by_role("img", name="Map of the course")).to_be_visible()
    picture("start")
    assert not complaints(lab.run_all(work / START))
    lab.expect(lab.cell("broken or")).to_contain_text("Everything the course needs works here.")
    lab.panel.get_by_role("link", name="Chapter 10: Semaphores").click()
    lab.shows("Chapter 10: Semaphores")
    picture("chapter")
    assert not complaints(lab.run_all(work / CHAPTER))
    race, deadlock = lab.cell("explore(ch.counted_door)"), lab.cell("explore(ch.locked_hatch)")
    for task in ("main", "guest 1", "guest 2"):
        lab.expect(race.get_by_role("columnheader", name=task, exact=True)).to_be_visible()
    lab.expect(deadlock.get_by_role("cell", name="waits for mutex, held by cook")).to_be_visible()
    picture("chapter-race", race)
    picture("chapter-deadlock", deadlock)

    live = lab.cell("show.live(")
    slider, rows, image = live.get_by_role("slider").first, live.locator("tbody tr"), live.locator("img")
    guests, before = int(float(slider.get_attribute("aria-valuenow"))), image.get_attribute("src")
    lab.expect(rows).to_have_count(guests)
    slider.press("ArrowRight")
    lab.expect(rows).to_have_count(guests + 1)
    lab.expect(image).not_to_have_attribute("src", before)
    picture("chapter-widget", live)

    quiz = lab.cell("ch.quiz()")
    quiz.get_by_role("radio").first.check()
    lab.expect(quiz).to_contain_text("Not this one.")
    picture("chapter-quiz", quiz)


def test_an_exercise_wrong_then_right(lab, picture, work, wrong, right):
    lab.open("Concurrent Python", START)
    lab.run_all(work / START)
    bars = lab.panel.get_by_role("row").filter(has_text="bounded_buffer")
    lab.expect(bars).to_contain_text("not begun")
    lab.panel.get_by_role("link", name="a bounded buffer", exact=True).click()
    lab.shows("A bounded buffer from semaphores")
    picture("exercise")
    assert 'check("ch10_semaphores/bounded_buffer", "order")' in lab.validate(), "a stub passed nbgrader's Validate"

    answer, check, report = lab.cell("%%exercise"), lab.cell(f'"{wrong.first}")'), lab.cell(WHOLE)
    lab.write(answer, wrong.cell)
    cells = lab.run_all(work / EXERCISE)
    assert not complaints(cells)
    assert wrong.cell in ["".join(cell["source"]) for cell in cells]
    for each in (check, report):
        lab.expect(each).to_contain_text(wrong.message)
        lab.expect(each.get_by_role("table", name="The schedule that fails").first).to_contain_text("waits for")
    lab.expect(report).to_contain_text(f"bounded_buffer: {wrong.score} of 10 points")
    picture("wrong-check", check)
    picture("wrong-report", report)

    lab.write(answer, right.cell)
    assert not complaints(lab.run_all(work / EXERCISE))
    lab.expect(check).not_to_contain_text("failed")
    lab.expect(report).to_contain_text("bounded_buffer: 10 of 10 points")
    picture("right-report", report)
    assert "Success! Your notebook passes all the tests." in lab.validate()

    lab.page.get_by_role("tab", name="start.ipynb").click()
    lab.shows("Concurrent Python")
    lab.run(lab.cell("progress()").last)
    lab.expect(bars).to_contain_text("best 10 of 10")
    picture("progress", lab.cell("progress()").last)


def test_dark(lab, picture, work, wrong):
    lab.open("A bounded buffer from semaphores", EXERCISE)
    lab.menu("Settings", "Theme", "JupyterLab Dark")
    lab.expect(lab.page.locator("body")).to_have_attribute("data-jp-theme-light", "false")
    lab.write(lab.cell("%%exercise"), wrong.cell)
    lab.run_all(work / EXERCISE)
    picture("dark-report", lab.cell(WHOLE))
    lab.open("Chapter 10: Semaphores", CHAPTER)
    picture("dark-deadlock", lab.cell("explore(ch.locked_hatch)"))
    lab.open("Concurrent Python", START)
    picture("dark-start")
