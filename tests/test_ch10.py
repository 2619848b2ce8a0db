"""Chapter 10: its programs get the verdicts that it claims, its helpers work under every start method, it has its parts."""

import inspect
import json
import multiprocessing
import re
import sys
import threading
from pathlib import Path

import nbformat
import pytest

from autograder.explore import explore

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = ROOT / "notebooks"
PATH = NOTEBOOKS / "ch10_semaphores.ipynb"
METHODS = multiprocessing.get_all_start_methods()

sys.path.insert(0, str(NOTEBOOKS))      # as in a kernel started there; spawned children inherit it
import ch10_semaphores as ch  # noqa: E402
import show  # noqa: E402

VERDICTS = {
    "counted_door": "exception", "locked_door": "livelock", "semaphore_door": "proved", "toilet": "deadlock",
    "dining_car": "proved", "hatch": "proved", "busy_hatch": "proved", "locked_hatch": "deadlock", "hasty_hatch": "race",
    "wide_hatch": "race", "chokes": "deadlock", "chokes_inside_with": "proved", "gives_what_it_never_got": "exception",
    "gives_what_it_got": "proved", "couples": "deadlock", "couples_in_turn": "proved",
}
PARTS = ["title", "goals", "before", "smallest", "broken-explored", "idea", "invariant", "fixed-explored", "tempting-door-explored",
         "hatch-explored", "hatch-broken-explored", "hatch-hasty-explored", "real-timeline", "live", "throughput",
         "processes-timeline", "failures", "quiz", "summary", "glossary", "exercises"]


# -- the explored programs -----------------------------------------------------------------------------------------

@pytest.mark.parametrize("name", VERDICTS)
def test_verdict(name):
    result = explore(getattr(ch, name))
    assert (result.kind or result.verdict) == VERDICTS[name]
    assert (result.verdict == "failed") == (VERDICTS[name] != "proved")


def test_every_program_of_the_chapter_is_explored():
    """Whatever takes no argument and is not a picture or a quiz has a claimed verdict."""
    found = {name for name, value in vars(ch).items()
             if inspect.isfunction(value) and not inspect.signature(value).parameters}
    assert found - {"picture_of_the_car", "quiz"} == set(VERDICTS)


# -- what runs for real --------------------------------------------------------------------------------------------

@pytest.mark.parametrize("method", METHODS)
def test_processes(method):
    visits = ch.visit_processes(method, guests=4, seats=2, seconds=0.02)
    assert [name for name, *_ in visits] == [f"process {n}" for n in range(1, 5)]
    assert all(arrived <= entered < left for _, arrived, entered, left in visits)
    assert 1 <= ch.most_inside(visits) <= 2
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize("method", METHODS)
def test_a_process_that_dies_takes_its_permit_along(method):
    assert ch.permits_after_a_crash(method, permits=2) == 1
    assert multiprocessing.active_children() == []


def test_no_process_is_left_when_one_fails():
    with pytest.raises(TypeError):
        ch.visit_processes("spawn", guests=2, seats=1, seconds=threading.Lock())      # cannot be pickled
    assert multiprocessing.active_children() == []


@pytest.mark.parametrize(("guests", "seats"), [(1, 1), (5, 1), (5, 3), (3, 5)])
def test_threads(guests, seats):
    before = threading.active_count()
    visits = ch.visit_threads(guests, seats, seconds=0.005)
    assert len(visits) == guests and ch.most_inside(visits) <= seats
    assert threading.active_count() == before


def test_most_inside():
    """Who leaves at the very moment when another enters was not inside with it."""
    assert ch.most_inside([("a", 0, 0, 1), ("b", 0, 1, 2)]) == 1
    assert ch.most_inside([("a", 0, 0, 3), ("b", 0, 1, 2), ("c", 0, 1.5, 4)]) == 3


@pytest.mark.parametrize("kind", [threading.Semaphore, multiprocessing.Semaphore])
def test_free_permits_changes_nothing(kind):
    semaphore = kind(3)
    assert [ch.free_permits(semaphore) for _ in range(2)] == [3, 3]


def test_complaints_counts_runs_with_an_exception_anywhere(capfd):
    usual = threading.excepthook

    def in_a_thread():
        ch.together({"a": lambda: 1 / 0, "b": lambda: 1 / 0})

    assert ch.complaints(in_a_thread, 3) == 3
    assert ch.complaints(lambda: 1 / 0, 2) == 2
    assert ch.complaints(lambda: None, 2) == 0
    assert threading.excepthook is usual and capfd.readouterr().err == ""


# -- what is shown -------------------------------------------------------------------------------------------------

def test_live_redraws_and_stands_still_without_sliders():
    drawn = []

    def draw(seats):
        drawn.append(seats)
        return show.Shown(f"<p>{seats}</p>", f"{seats} seats")

    shown = show.live(draw, seats=(1, 5, 2))
    bundle = shown._repr_mimebundle_()
    assert bundle["text/plain"] == "2 seats" and "<p>2</p>" in bundle["text/html"]
    assert "application/vnd.jupyter.widget-view+json" in bundle
    sliders, picture = shown.widget.children
    sliders.children[0].value = 4
    assert drawn == [2, 4] and "<p>4</p>" in picture.value


def test_quiz_explains_every_answer_with_and_without_widgets():
    shown = ch.quiz()
    for (_, answers), box in zip(ch.QUIZ, shown.widget.children, strict=True):
        assert sum(right for _, right, _ in answers) == 1
        _, choices, said = box.children
        assert said.value == ""                     # nothing is given away
        for place, (_, right, explanation) in enumerate(answers):
            choices.value = place
            assert ("Right." in said.value) == right
            assert show.say(explanation) in said.value and show.say(explanation) in shown.html


def test_figures_have_an_alternative_text_without_measured_numbers():
    visits = ch.visit_threads(3, 1, seconds=0.002)
    one, two = (show.timeline(visits, 1, "three guests", "caption") for _ in range(2))
    assert one.html.count("<img") == one.html.count('alt="three guests"') == 1
    assert one.text == two.text


# -- the notebook --------------------------------------------------------------------------------------------------

@pytest.fixture(scope="module")
def notebook():
    return nbformat.read(PATH, as_version=4)


@pytest.fixture(scope="module")
def code(notebook):
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def outputs(cells, kind):
    return ["".join(output.data[kind]) for cell in cells for output in cell.outputs if kind in output.get("data", {})]


def test_written_the_one_way(notebook):
    text = PATH.read_text(encoding="utf-8")
    nbformat.validate(notebook)
    assert text == json.dumps(json.loads(text), indent=1, ensure_ascii=False) + "\n"
    assert notebook.metadata == {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
                                 "language_info": {"name": "python"}}


def test_parts_in_order(notebook):
    ids = [cell.id for cell in notebook.cells]
    assert len(set(ids)) == len(ids) and all(re.fullmatch(r"[a-z]+(-[a-z0-9]+)*", each) for each in ids)
    assert [each for each in ids if each in PARTS] == PARTS


def test_cells_are_short(code):
    for cell in code:
        assert len(cell.source.splitlines()) <= 12, cell.id
        assert all(len(line) <= 110 for line in cell.source.splitlines()), cell.id


def test_one_sentence_per_line(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            prose = re.sub(r"`[^`]*`|^\d+\. |\*\*.*?\*\*", "", cell.source, flags=re.MULTILINE)
            for line in prose.splitlines():
                if not line.startswith(("- ", "#", "|")):
                    assert not re.search(r"[a-z)][.!?] [A-Z]", line), line


def test_pictures_have_alternative_texts(code):
    images = [image for page in outputs(code, "text/html") for image in re.findall(r"<img[^>]*>", page)]
    assert len(images) >= 5 and not outputs(code, "image/png")
    for image in images:
        assert len(re.search(r'alt="([^"]*)"', image)[1]) > 30


def test_at_most_one_in_twenty_cells_skips_comparison(code):
    ignored = [cell for cell in code if "nbval-ignore-output" in cell.metadata.get("tags", [])]
    assert len(ignored) <= len(code) / 20
    assert all(cell.metadata.get("reason") for cell in ignored)


def test_claims_are_judged_by_name(notebook):
    text = "\n".join(cell.source for cell in notebook.cells)
    tags = {tag for cell in notebook.cells for tag in cell.metadata.get("tags", [])}
    for claim in ("S1", "S3", "S4", "T8"):
        assert f"claim:{claim}" in tags and f"**{claim}**" in text


def test_the_apis_of_the_article_are_used(code):
    source = "\n".join(cell.source for cell in code)
    for api in ("multiprocessing.Semaphore(", "multiprocessing.BoundedSemaphore(", "manager.Semaphore(",
                "manager.BoundedSemaphore("):
        assert api in source


def test_outputs_name_no_machine_and_need_no_kernel(notebook, code):
    text = PATH.read_text(encoding="utf-8")
    assert "widget-view" not in text
    text = re.sub(r"base64,[A-Za-z0-9+/=]*", "", text)
    assert not re.search(r" at 0x[0-9a-f]", text)
    assert not re.search(r"/(root|home|work|tmp|Users|usr)/|[A-Z]:\\\\", text)
    for cell in code:
        assert cell.execution_count and not any(output.output_type in ("error", "stream") for output in cell.outputs), cell.id


def test_links_lead_somewhere(notebook):
    for cell in notebook.cells:
        if cell.cell_type == "markdown":
            for target in re.findall(r"\]\(([^)]+)\)", cell.source):
                assert (NOTEBOOKS / target).resolve().is_file(), target


def test_measured_numbers_and_pictures_are_blotted_out():
    patterns = re.findall(r"^regex: (.*)$\n^replace: (.*)$", (NOTEBOOKS / "nbval_sanitize.cfg").read_text(encoding="utf-8"),
                          flags=re.MULTILINE)      # as nbval reads it
    cells = [show.table("Numbers.", ["name", "value"], [["a", show.measured(number, 1)]]).html for number in (1.25, 4321.5)]
    pictures = [f'<img src="data:image/png;base64,{data}" alt="a">' for data in ("aGk=", "b/+")]
    for one, two in (cells, pictures):
        assert one != two
        for regex, replacement in patterns:
            one, two = re.sub(regex, replacement, one), re.sub(regex, replacement, two)
        assert one == two
