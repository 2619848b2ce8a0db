"""What chapters show things with: source code, tables, pictures, quizzes and live pictures.

Everything here shows itself as HTML and, where there is none, as plain text, which is the same on every run.  A picture
has an alternative text.  What was measured stands in `measured(...)`; `nbval_sanitize.cfg` blots it out before outputs
are compared.
"""
import base64
import html
import inspect
import io

from autograder.notebook.markup import CELL, FACE, FAINT, HEAD, TABLE, details, say, tag

BLUE, ORANGE, GREEN, RED, GREY = "#0072B2", "#E69F00", "#009E73", "#D55E00", "#767676"     # Okabe and Ito 2008


class Shown:
    """A piece of HTML with its plain text; `a + b` is one below the other."""

    def __init__(self, html, text, widget=None):
        self.html, self.text, self.widget = html, text, widget

    def __add__(self, other):
        return Shown(self.html + other.html, f"{self.text}\n{other.text}")

    def __repr__(self):
        return self.text

    def _repr_mimebundle_(self, include=None, exclude=None):
        live = self.widget._repr_mimebundle_() if self.widget is not None else {}
        return {**live, "text/plain": self.text, "text/html": self.page}

    @property
    def page(self):
        """The HTML in the course's dress."""
        return f'<div style="{FACE}">{self.html}</div>'


def source(*things):
    """The source of functions and classes, coloured, with the line numbers that a schedule's table names."""
    from pygments import highlight
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import PythonLexer
    texts, lines = [], []
    for thing in things:
        code, first = inspect.getsourcelines(thing)
        texts.append("".join(code).rstrip())
        coloured = highlight(texts[-1], PythonLexer(), HtmlFormatter(noclasses=True, nowrap=True)).rstrip()
        lines += [tag("span", f"{number:>4}  ", style=f"color:{GREY};user-select:none") + line
                  for number, line in enumerate(coloured.split("\n"), first)] + [""]
    style = ("font-family:var(--jp-code-font-family,Menlo,Consolas,monospace);font-size:13px;line-height:1.4;margin:4px 0;"
             "padding:6px 4px;overflow-x:auto;background:#f8f8f8;color:#1a1a1a;border-left:3px solid #c8c8c8")
    return Shown(tag("pre", "\n".join(lines[:-1]), style=style), "\n\n".join(texts))


def headlines(*results):
    """The verdicts of some explorations, a line each, without the tables."""
    marks = {"proved": "✓", "not_found": "○", "failed": "✗"}
    return Shown("".join(tag("p", f"<strong>{marks.get(each.verdict, '?')}</strong> ", html.escape(each.headline()),
                             style="margin:4px 0") for each in results),
                 "\n".join(each.headline() for each in results))


def measured(number, digits=0):
    """A measured number, as HTML: it differs from run to run, and nbval does not compare it."""
    return f'<span class="measured">{number:,.{digits}f}</span>'


def table(caption, heads, rows):
    """A table. The first cell of each row is its head; cells are HTML."""
    top = tag("tr", *(tag("th", head, scope="col", style=HEAD) for head in heads))
    body = "".join(tag("tr", tag("th", row[0], scope="row", style=CELL), *(tag("td", cell, style=CELL) for cell in row[1:]))
                   for row in rows)
    said = tag("caption", say(caption), style=f"text-align:left;caption-side:top;padding:4px 0;white-space:nowrap;{FAINT}")
    return Shown(tag("table", said, tag("thead", top), tag("tbody", body), style=TABLE),
                 f"Table: {caption} Columns: {', '.join(heads)}.")


def picture(figure, alt, caption):
    """A matplotlib figure as an image. `alt` says what it shows to those who do not see it, without measured numbers."""
    file = io.BytesIO()
    figure.savefig(file, format="png", dpi=110, facecolor="white", metadata={"Software": None})
    address = "data:image/png;base64," + base64.b64encode(file.getvalue()).decode()
    image = tag("img", src=address, alt=alt, style="max-width:100%;height:auto")
    return Shown(tag("figure", image, tag("figcaption", say(caption), style=FAINT), style="margin:6px 0"),
                 f"Picture: {alt}")


def canvas(width=7.4, height=3.2, rows=1, ratios=None):
    """A new figure (inches) and its axes, one below the other, with one x axis."""
    from matplotlib.figure import Figure
    figure = Figure(figsize=(width, height), layout="constrained")
    axes = figure.subplots(rows, 1, sharex=True, squeeze=False, height_ratios=ratios)[:, 0]
    for each in axes:
        each.spines[["top", "right"]].set_visible(False)
    return figure, axes


def timeline(visits, seats, alt, caption):
    """A Gantt chart of visits, (name, arrived, entered, left) in seconds, below the number inside; and a table of the same."""
    figure, (above, below) = canvas(height=1.6 + 0.28 * len(visits), rows=2, ratios=[1, 2.2])
    zero = min(arrived for _, arrived, _, _ in visits)
    for row, (_, *times) in enumerate(visits):
        arrived, entered, left = (1000 * (time - zero) for time in times)
        below.barh(row, entered - arrived, left=arrived, height=0.62, color="#e4e4e4", edgecolor=GREY, hatch="///", lw=0.5,
                   label="waits" if row == 0 else None)
        below.barh(row, left - entered, left=entered, height=0.62, color=BLUE, label="inside" if row == 0 else None)
    below.set_yticks(range(len(visits)), [name for name, *_ in visits])
    below.invert_yaxis()
    below.set_xlabel("milliseconds since the first arrival")
    handles, labels = below.get_legend_handles_labels()
    figure.legend(handles, labels, loc="outside upper left", ncols=2, frameon=False)
    events = sorted([(entered, 1) for *_, entered, _ in visits] + [(left, -1) for *_, left in visits])
    counts = [sum(change for _, change in events[:i + 1]) for i in range(len(events))]
    above.step([0] + [1000 * (moment - zero) for moment, _ in events], [0] + counts, where="post", color=BLUE)
    above.axhline(seats, color=RED, linestyle="--", lw=1)
    above.text(1, seats, f"permits: {seats}", transform=above.get_yaxis_transform(), ha="right", va="bottom", color=RED)
    above.set_ylim(0, 1.35 * seats)
    above.set_yticks(range(0, seats + 1, 1 + seats // 5))
    above.set_ylabel("inside")
    rows = [[name, *(measured(1000 * t, 1) for t in (entered - arrived, entered - zero, left - zero))]
            for name, arrived, entered, left in visits]
    return picture(figure, alt, caption) + table("The same in milliseconds.", ["who", "waited", "went in at", "left at"], rows)


def curve(points, limit, labels, alt, caption):
    """Measured points {x: y} and, dashed, the limit that y cannot exceed; and a table of the same.

    limit: a function of x.  labels: of the x axis and of the y axis.
    """
    figure, (axes,) = canvas()
    axes.plot(list(points), [limit(x) for x in points], "--", color=RED, label="limit")
    axes.plot(list(points), list(points.values()), "o-", color=BLUE, label="measured")
    axes.set_xticks(list(points))
    axes.set(xlabel=labels[0], ylabel=labels[1], ylim=(0, None))
    axes.legend(frameon=False)
    rows = [[str(x), measured(y), f"{limit(x):,.0f}"] for x, y in points.items()]
    return picture(figure, alt, caption) + table(f"The same numbers, in {labels[1]}.", [labels[0], "measured", "limit"], rows)


def bars(numbers, label, alt, caption):
    """A bar for each of the measured numbers {name: number}, and a table of the same. `label` names the axis."""
    figure, (axes,) = canvas(height=0.8 + 0.34 * len(numbers))
    axes.barh(list(numbers), list(numbers.values()), color=BLUE, height=0.6)
    axes.invert_yaxis()
    axes.set_xlabel(label)
    rows = [[name, measured(number)] for name, number in numbers.items()]
    return picture(figure, alt, caption) + table("The same numbers.", ["", label], rows)


def live(draw, **sliders):
    """What `draw` shows, and sliders that have it drawn again: name=(lowest, highest, value). Without a kernel: the values."""
    first = draw(**{name: value for name, (_, _, value) in sliders.items()})
    try:
        import ipywidgets
    except ImportError:
        return first
    boxes = {name: ipywidgets.IntSlider(value, low, high, description=name, tooltip=name, continuous_update=False)
             for name, (low, high, value) in sliders.items()}
    shown = ipywidgets.HTML(first.page)

    def redraw(_):
        shown.value = draw(**{name: box.value for name, box in boxes.items()}).page

    for box in boxes.values():
        box.observe(redraw, "value")
    return Shown(first.html, first.text, ipywidgets.VBox([ipywidgets.HBox(list(boxes.values())), shown]))


def quiz(questions):
    """Questions, each (words, [(answer, is it right?, explanation), …]). Without widgets, the explanations open on demand."""
    static, text = [], []
    for number, (words, answers) in enumerate(questions, 1):
        head = f"{number}. {words}"
        choices = tag("ul", *(tag("li", say(answer)) for answer, _, _ in answers), style="margin:4px 0")
        told = tag("ul", *(tag("li", _verdict(*each)) for each in answers), style="margin:4px 0")
        static.append(tag("div", tag("p", tag("strong", say(head)), style="margin:12px 0 4px"), choices,
                          details("Show the answers", told)))
        text.append("\n".join([head] + [f"   - {answer}" for answer, _, _ in answers]))
    try:
        import ipywidgets
    except ImportError:
        return Shown("".join(static), "\n".join(text))
    return Shown("".join(static), "\n".join(text),
                 ipywidgets.VBox([_question(ipywidgets, *each) for each in enumerate(questions, 1)]))


def _verdict(answer, right, explanation):
    mark = tag("strong", "✓ Right." if right else "✗ Not this one.")
    return f"{mark} <em>{say(answer)}</em> {say(explanation)}"


def _question(ipywidgets, number, question):
    words, answers = question
    said = ipywidgets.HTML()
    choices = ipywidgets.RadioButtons(options=[(answer.replace("`", ""), place) for place, (answer, _, _) in enumerate(answers)],
                                      value=None, layout={"width": "max-content"})
    choices.observe(lambda change: said.set_trait("value", f'<div style="{FACE}">{_verdict(*answers[change.new])}</div>'), "value")
    head = ipywidgets.HTML(f'<div style="{FACE}"><strong>{number}. {say(words)}</strong></div>')
    return ipywidgets.VBox([head, choices, said], layout={"margin": "0 0 12px 0"})
