"""course_map(): the course as one picture, drawn as inline SVG, and the same in words and links.

The fourteen chapters are a contract of the course, so they are listed here. Which of them exist is not: a chapter is
open when its notebook is there.

In a notebook that is not trusted yet, JupyterLab strips the drawing and leaves its words: so these stand in reading
order, with white space between them.
"""

import os
from pathlib import Path

from .markup import FACE, FAINT, tag
from .progress import course_root

PARTS = [
    ("Side by side", "#0072B2", [
        ("ch01_threads_and_processes", "Threads and", "processes"), ("ch02_gil", "The GIL", ""),
        ("ch03_processes", "Processes", ""), ("ch04_pools", "Pools", "")]),
    ("Passing data", "#009E73", [
        ("ch05_queues", "Queues", ""), ("ch06_shared_memory", "Shared", "memory"),
        ("ch07_pipes", "Pipes", ""), ("ch08_managers", "Managers", "")]),
    ("Taking turns", "#D55E00", [
        ("ch09_locks", "Locks", ""), ("ch10_semaphores", "Semaphores", ""),
        ("ch11_conditions_and_events", "Conditions", "and events")]),
    ("Putting it together", "#CC79A7", [
        ("ch12_dummy", "Pools of", "threads"), ("ch13_futures", "Futures", ""), ("ch14_capstone", "Capstone", "")]),
]
WIDE, HIGH, GAP, LEFT, ROW = 150, 50, 22, 172, 82     # pixels of the drawing
INK = "var(--jp-ui-font-color1,#1a1a1a)"
LINK = "color:var(--jp-content-link-color,#0060c0)"
FONT = "var(--jp-ui-font-family,system-ui,sans-serif)"


class Map:
    """The picture. `notebooks` is where to look for chapters, `here` the folder that links start from."""

    def __init__(self, notebooks=None, here=None):
        root = course_root()
        here = Path(here or Path.cwd())
        folders = [Path(notebooks)] if notebooks else [here] + ([root / "notebooks"] if root else [])
        self._found = {}
        for _, _, chapters in PARTS:
            for chapter, *_ in chapters:
                for folder in folders:
                    if (folder / f"{chapter}.ipynb").is_file():
                        address = Path(os.path.relpath(folder / f"{chapter}.ipynb", here)).as_posix()
                        self._found.setdefault(chapter, address)

    def _words(self):
        """What the picture says, for those who do not see it."""
        said = []
        for part, _, chapters in PARTS:
            names = ", ".join(f"{_number(chapter)} {_title(title)}{' (open)' if chapter in self._found else ''}"
                              for chapter, *title in chapters)
            said.append(f"{part}: {names}.")
        return f"Map of the course: fourteen chapters in four parts, {len(self._found)} open so far. " + " ".join(said)

    def __repr__(self):
        return self._words()

    def _repr_html_(self):
        width = LEFT + 4 * (WIDE + GAP)
        height = len(PARTS) * ROW
        drawn = "\n".join(_part(number, part, colour, chapters, self._found)
                          for number, (part, colour, chapters) in enumerate(PARTS))
        links = ", ".join(tag("a", f"chapter {_number(chapter)}", href=address, style=LINK)
                          for chapter, address in self._found.items())
        caption = f"Open now: {links}." if links else "No chapter is open yet."
        picture = tag("svg", drawn, role="img", aria_label=self._words(), viewBox=f"0 0 {width} {height}", font_size=14,
                      font_family=FONT, style="width:100%;height:auto;display:block")
        return tag("figure", picture, tag("figcaption", f"Filled: open. Dashed: later. {caption}", style=FAINT),
                   style=f"{FACE};margin:0;max-width:{width}px")


def course_map():
    """The map of the course, with the chapters that exist so far marked as open."""
    return Map()


def _number(chapter):
    return int(chapter[2:4])


def _title(title):
    """The one or two lines of a title as one text."""
    return " ".join(line for line in title if line)


def _part(number, part, colour, chapters, found):
    """One row: the part's name, its line, and a box per chapter."""
    top = number * ROW + 10
    middle = top + HIGH / 2
    end = LEFT + len(chapters) * (WIDE + GAP) - GAP
    drawn = []
    if number:      # the way down from the row above
        drawn.append(_path(f"M{LEFT - 14} {middle - ROW}V{middle}", "var(--jp-border-color1,#bbb)", 3))
    drawn.append(_path(f"M{LEFT - 16} {middle}H{end}", colour, 5))
    drawn.append(tag("text", part, x=0, y=middle + 5, fill=INK, font_weight=600))
    for place, (chapter, *title) in enumerate(chapters):
        lines = [line for line in title if line]
        drawn.append(_box(LEFT + place * (WIDE + GAP), top, colour, _number(chapter), lines, chapter in found))
    return "\n".join(drawn)


def _path(way, colour, width):
    return tag("path", d=way, stroke=colour, stroke_width=width, fill="none")


def _box(left, top, colour, number, title, is_open):
    """One chapter. Open: filled in the part's colour. Later: dashed, on the page's own ground."""
    ground = colour if is_open else "var(--jp-layout-color1,#fff)"
    ink = ("#fff" if colour == "#0072B2" else "#000") if is_open else "var(--jp-ui-font-color2,#555)"
    dash = {} if is_open else {"stroke_dasharray": "5 4"}
    box = tag("rect", x=left, y=top, width=WIDE, height=HIGH, rx=8, fill=ground, stroke=colour, stroke_width=2, **dash)
    middle = top + HIGH / 2
    digits = tag("text", str(number), x=left + 20, y=middle + 6, fill=ink, text_anchor="middle", font_size=17,
                 font_weight=700)
    lines = [tag("text", line, x=left + 40, y=middle + 5 - 9 * (len(title) - 1) + 18 * row, fill=ink,
                 font_weight=700 if is_open else 400) for row, line in enumerate(title)]
    return "\n".join([box, digits, *lines])
