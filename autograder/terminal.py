"""Shows reports, found interleavings and grades in a terminal, with rich.

Every state is a word and a symbol, never only a colour.  rich leaves colours out where NO_COLOR is set or the output is
no terminal; where the output cannot carry a symbol, an ASCII one stands for it.  The words are the notebook's own.
"""
import contextlib
import string
import sys

from rich.console import Console
from rich.table import Table
from rich.text import Text

from autograder.notebook.wording import GRADER_FAULT, STATES, again, clean, headline, of_points, points, shown

ASCII = {"✔": "+", "✘": "x", "○": "o", "⚠": "!"}
HARMLESS = set(string.ascii_letters + string.digits + "._-/:,+=")  # in a word of any shell
VERDICTS = {  # verdict -> (state whose symbol and colour it has, the words)
    "proved": ("passed", "proved"), "not_found": ("passed", "not found"), "passed": ("passed", "this schedule passes"),
    "failed": ("failed", "failed"),
}
STATUSES = {"graded": ("passed", "graded"), "missing": ("skipped", "not handed in"),
            "needs_attention": ("grader_error", "look at it"), "set_aside": ("grader_error", "set aside")}


def console_for(file=None) -> Console:
    """Return the console for a stream (stdout if None): no markup, so that a learner's square brackets stay as they are."""
    return Console(file=file or sys.stdout, markup=False, highlight=False, emoji=False)


def state(console: Console, which: str, words: str = "") -> Text:
    """Return "✔ passed" for a key of STATES, coloured; with `words` instead of the state's own."""
    symbol, word, colour = STATES[which]
    if not (console.encoding or "").lower().startswith("utf"):
        symbol = ASCII.get(symbol, "*")
    return Text(f"{symbol} {words or word}", style=f"bold {colour}")


@contextlib.contextmanager
def busy(doing: str):
    """Show on stderr that work goes on; give a function that takes what is being done (a text, or {"begin": name of a check}).

    Where stderr is no terminal nothing is written.
    """
    console = Console(stderr=True, markup=False, highlight=False)
    if not console.is_terminal:
        yield lambda *_: None
        return
    with console.status(Text(doing + " …")) as status:
        def say(what="", *_):
            if isinstance(what, dict):
                what = what.get("begin")
                if not what:
                    return
            status.update(Text(f"{doing}: {clean(what)}" if what else f"{doing} …"))
        yield say


# --- a report of `course check` ---------------------------------------------------------------------------------------

def show_report(report: dict, console: Console | None = None) -> None:
    """Print the report: the score, then each check with what happened, what was promised and what to look at next."""
    console = console or console_for()
    title = Text(report["exercise"], style="bold")
    title.append(f": {of_points(report['score'], report['max_score'])}")
    inset(console, title, first=0)
    inset(console, Text(headline(report)), first=0)
    for check in report["checks"]:
        console.print()
        show_check(console, check, report["exercise"])
    sandbox = report.get("sandbox") or {}
    if sandbox.get("weak") and sandbox.get("note"):
        console.print()
        console.print(Text(f"Note: {sandbox['note']}"))


def show_check(console: Console, check: dict, exercise: str) -> None:
    """Print one check of a report."""
    line = state(console, check["outcome"])
    line.append(f"  {clean(check['label'])}", style="not bold default")
    if check["max_points"]:
        line.append(f"  ({of_points(check['points'], check['max_points'])})", style="not bold default")
    inset(console, line, first=0)
    if check["outcome"] == "skipped":
        inset(console, Text(clean(check["message"])))
        return
    inset(console, Text(shown(check)))
    if check["outcome"] == "passed":
        return
    terms = [("What happened", check["message"]), ("What was promised", check.get("promise")),
             ("What to look at next", check.get("look"))]
    if check["outcome"] == "grader_error":
        terms.append(("Whose fault", GRADER_FAULT))
    for term, words in terms:
        if words:
            inset(console, Text.assemble((f"{term}: ", "bold"), clean(words)))
    show_trace(console, check.get("trace"))
    if again(exercise, check):
        inset(console, Text(f"To see it again: {again(exercise, check)}"))


def inset(console: Console, text: Text, first: int = 4) -> None:
    """Print below what came before, four columns in (the first line `first`), and without spaces at the ends of lines."""
    lines = text.wrap(console, max(console.width - 4, 16))
    for number, line in enumerate(lines):
        line.rstrip()
        console.print(Text(" " * (4 if number else first)) + line, soft_wrap=True)


def show_trace(console: Console, trace: dict | None) -> None:
    """Print an interleaving, one column for each task; nothing if there is none."""
    if trace:
        from autograder.explore.report import to_text
        console.print()
        console.print(Text(to_text(trace, width=console.width)), soft_wrap=True)


def show_reports(reports: list, console: Console | None = None) -> None:
    """Print a line for each report, and below the table the first failed check of each that lost points."""
    console = console or console_for()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for name, right in (("Exercise", False), ("Score", True), ("of", True), ("Seconds", True), ("", False)):
        table.add_column(name, justify="right" if right else "left")
    lost = []
    for report in reports:
        bad = next((check for check in report["checks"] if check["outcome"] in ("failed", "grader_error")), None)
        lost += [(report, bad)] if bad else []
        table.add_row(Text(report["exercise"]), points(report["score"]), points(report["max_score"]), f"{report['seconds']:.1f}",
                      state(console, bad["outcome"] if bad else "passed"))
    console.print(table)
    for report, check in lost:
        console.print()
        console.print(Text(report["exercise"], style="bold"))
        show_check(console, check, report["exercise"])
    console.print()
    console.print(Text(f"{len(reports) - len(lost)} of {len(reports)} solutions get full marks, in "
                       f"{sum(report['seconds'] for report in reports):.0f} seconds."))


# --- a result of `course explore` and `course replay` -----------------------------------------------------------------

def show_result(result: dict, file: str, function: str, replayed: bool = False, console: Console | None = None) -> None:
    """Print the verdict, the interleaving if one fails, and the line that replays it."""
    console = console or console_for()
    which, words = VERDICTS.get(result["verdict"], ("grader_error", "cannot be explored"))
    line = state(console, which, words)
    line.append(f"  {clean(result['message'])}".rstrip(), style="not bold default")
    inset(console, line, first=0)
    if not replayed and result["verdict"] in VERDICTS:
        inset(console, Text(f"{result['schedules']:,} schedule{'' if result['schedules'] == 1 else 's'}, "
                            f"{result['steps']:,} steps, {result['seconds']:.2f} seconds"))
    show_trace(console, result.get("trace"))
    if result.get("schedule") and not replayed:
        option = "" if function == "main" else f" --function {function}"
        console.print()
        console.print(Text(f"To see it again: course replay {quoted(file)} {quoted(result['schedule'])}{option}"), soft_wrap=True)


def quoted(word: str) -> str:
    """Return the word as any shell takes it for one."""
    return word if word and not set(word) - HARMLESS else f'"{word}"'


# --- the summary of `course grade` ------------------------------------------------------------------------------------

def show_grades(summary: dict, console: Console | None = None) -> None:
    """Print a line for each student, with what a person must know below the table."""
    console = console or console_for()
    table = Table(title=summary["assignment"], title_justify="left", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    table.add_column("Student")
    table.add_column("Score", justify="right")
    table.add_column("of", justify="right")
    table.add_column("Status")
    for student in summary["students"]:
        score = "–" if student["score"] is None else points(student["score"])
        which, words = STATUSES.get(student["status"], ("grader_error", student["status"]))
        table.add_row(Text(student["student"]), score, points(student["max_score"]), state(console, which, words))
    console.print(table)
    for student in summary["students"]:
        for note in student["notes"] if student["status"] != "missing" else ():
            console.print(Text.assemble((f"{student['student']}: ", "bold"), clean(note)))
    graded = sum(student["status"] == "graded" for student in summary["students"])
    console.print(Text(f"{graded} of {len(summary['students'])} graded in {summary['seconds']:.1f} seconds."))
