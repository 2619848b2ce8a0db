"""A failing run as people see it: one column per task, one row per operation, the diagnosis in a sentence.

``trace_of`` turns a recorded run into plain data (see CONTRIBUTING, *Seams*); ``to_text`` and ``to_html`` show such data.
"""

from __future__ import annotations

import html
import textwrap
import unicodedata
from pathlib import Path

from ..machine import Livelock
from .record import ADDRESS, exception_place

MAX_ROWS = 200
MAX_OUTPUT = 40         # lines of what the program printed


def trace_of(finding):
    """The trace of a failed Finding as plain data, or None."""
    machine, recording = finding.machine, finding.recording
    if machine is None:
        return None
    shared = _shared_keys(machine)
    spinning = finding.kind == "livelock"
    rows, last = [], None
    for event in machine.events:
        operation = event.operation
        if operation.plain and not (spinning and event.task is machine.failure[0]) \
                and not any(key in shared for key, _ in operation.touches):
            continue
        if operation.kind in ("end", "settle") or operation.silent:
            continue
        text, value = recording.values.get(event.index) or (operation.describe(), "")
        rows.append(_row(event.task.id, last, text, value, recording.frames.get(event.index), recording))
        last = event.task.id
    for number, (waits, frame, pending) in sorted(recording.blocked.items()):
        task = machine.tasks[number]
        if task.daemon or pending.kind == "settle" or pending.ready is None or pending.ready():
            continue
        rows.append({**_row(number, last, "waits", "", frame, recording), "waits": waits})
        last = number
    failing, error = machine.failure or (None, None)
    if failing is not None and not isinstance(error, Livelock):
        rows.append(_row(failing.id, last, "FAILS", _sentence_of(error), exception_place(error, recording.files), recording))
    left_out = max(0, len(rows) - (16 if spinning else MAX_ROWS))
    if left_out:
        keep = 6 if spinning else MAX_ROWS // 2
        left_out = len(rows) - 2 * keep
        rows = rows[:keep] + rows[-keep:]
    return {"tasks": [_name(t) for t in machine.tasks], "rows": rows, "left_out": left_out, "diagnosis": finding.message,
            "output": [{"task": task, "text": text} for task, text in machine.output]}


def _name(task):
    """What the report calls a task: a thread of a child process by the process's name too."""
    space = task.space
    return task.name if not space.number or task is space.main or task.name.startswith(space.name) else f"{space.name}: {task.name}"


def _row(task, last, text, value, place, recording):
    """place: (file, line, …) or None.  last: the task of the row before."""
    line, code = (place[1], recording.line(place[0], place[1])) if place else (0, "")
    row = {"task": task, "text": text, "value": value, "line": line, "code": code, "waits": "",
           "switch": last is not None and last != task}
    return {**row, "file": Path(place[0]).name} if place and len(recording.files) > 1 else row


def _sentence_of(error):
    text = ADDRESS.sub("", str(error))
    name = type(error).__name__
    return name + (f": {text}" if text else "") if name != "Failure" else text


def _shared_keys(machine):
    """Keys of ordinary data that more than one task touched."""
    first, shared = {}, set()
    for event in machine.events:
        if event.operation.plain:
            for key, _ in event.operation.touches:
                if first.setdefault(key, event.task.id) != event.task.id:
                    shared.add(key)
    return shared


def place_of(row):
    """Where a row's line of code stands, in words: ``12`` or ``helper.py:12``."""
    return f"{row['file']}:{row['line']}" if row.get("file") else str(row["line"])


# -- text ----------------------------------------------------------------------------------------------------------

def to_text(trace, width=100):
    """The trace as lines of at most ``width`` columns."""
    names = [clean(n) for n in trace["tasks"]]
    used = sorted({row["task"] for row in trace["rows"]})
    column = max(16, (width - 5) // max(1, len(used)) - 3)
    if column * len(used) > width * 2:
        return _list_text(trace, names, width)
    head = "     " + " | ".join(fit(names[t], column) for t in used)
    lines = [head.rstrip(), "     " + "-+-".join("-" * column for _ in used)]
    for number, row in enumerate(trace["rows"], 1):
        cell = textwrap.wrap(_row_text(row), column) or [""]
        code = row["code"] and f"{place_of(row)}: {row['code']}"
        if code:
            cell.append(fit("  " + clean(code), column).rstrip())
        for i, part in enumerate(cell):
            cells = [fit(part if t == row["task"] else "", column) for t in used]
            lines.append((f"{number:3}  " if i == 0 else "     ") + " | ".join(cells).rstrip())
    if trace.get("left_out"):
        lines.append(f"     ({trace['left_out']} steps in the middle are left out)")
    return "\n".join(lines + _printed(trace, width))


def _printed(trace, width):
    """What the tasks printed, as lines."""
    lines = [f"{clean(trace['tasks'][o['task']])} printed: {clean(line)}" for o in trace.get("output", ())
             for line in o["text"].splitlines() if line.strip()]
    return [""] + [line if len(line) <= width else line[:width - 1] + "…" for line in lines[:MAX_OUTPUT]] if lines else []


def _list_text(trace, names, width):
    lines = []
    for number, row in enumerate(trace["rows"], 1):
        text = f"{number:3}  {names[row['task']]}: {_row_text(row)}"
        if row["code"]:
            text += f"   [{place_of(row)}: {clean(row['code'])}]"
        lines.append(text[:width])
    return "\n".join(lines)


def _row_text(row):
    text = clean(row["text"])
    if row["waits"]:
        text = "WAITS " + clean(row["waits"])
    if row["value"]:
        text += f"{':' if text == 'FAILS' else ' ->'} {clean(row['value'])}"
    return text


def clean(text):
    """Text that cannot move the cursor, change colours or break a table."""
    return "".join(c if unicodedata.category(c)[0] != "C" else "\N{REPLACEMENT CHARACTER}" for c in str(text))


def fit(text, width):
    return text[:width - 1] + "…" if len(text) > width else text.ljust(width)


# -- HTML ----------------------------------------------------------------------------------------------------------

PALETTE = ("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#666666")  # Okabe and Ito 2008

STYLE = {
    "table": "border-collapse:collapse;font-size:0.92em;margin:0.4em 0;color:inherit;background:transparent",
    "cell": "padding:0.25em 0.6em;text-align:left;vertical-align:top;border-bottom:1px solid rgba(128,128,128,0.3)",
    # JupyterLab tints every other row and all code, nbgrader's pages the caption: undone, here and in the rows.
    "caption": "text-align:left;font-weight:bold;padding:0.3em 0;color:inherit",
    "code": "display:block;opacity:0.75;font-family:var(--jp-code-font-family,monospace);font-size:0.9em;color:inherit;"
            "white-space:pre-wrap;background:transparent;padding:0",
}
# The sign for *paused* is drawn, two bars: many fonts lack the character.
PAUSED = ('<span aria-hidden="true" style="display:inline-block;box-sizing:content-box;width:0.2em;height:0.7em;'
          'margin-right:0.4em;border-style:solid;border-width:0 0.2em"></span>')


def to_html(trace, caption="The schedule that fails, step by step"):
    """The trace as a table that needs no script.  Everything in it is escaped."""
    used = sorted({row["task"] for row in trace["rows"]})
    out = [f'<table style="{STYLE["table"]}"><caption style="{STYLE["caption"]}">'
           f"{html.escape(caption)}</caption><thead><tr>"
           f'<th scope="col" style="{STYLE["cell"]}">Step</th>']
    for task in used:  # as wide as a few short words, which would else stand one below the other
        out.append(f'<th scope="col" style="{STYLE["cell"]};min-width:8em;border-bottom:3px solid {PALETTE[task % 8]}">'
                   f'{html.escape(clean(trace["tasks"][task]))}</th>')
    out.append("</tr></thead><tbody>")
    for number, row in enumerate(trace["rows"], 1):
        top = ";border-top:2px dashed rgba(128,128,128,0.6)" if row["switch"] else ""
        out.append(f'<tr style="background:transparent{top}">'
                   f'<th scope="row" style="{STYLE["cell"]};font-weight:normal;opacity:0.7">{number}'
                   + ('<span style="position:absolute;left:-9999px">, context switch</span>' if row["switch"] else "")
                   + "</th>")
        if row["text"] == "FAILS":  # a sentence, across all lanes
            out.append(_cell(row, row["task"], f' colspan="{len(used)}"', f"{trace['tasks'][row['task']]} fails: "))
        else:
            out += [_cell(row, task) for task in used]
        out.append("</tr>")
    out.append("</tbody></table>")
    if trace.get("left_out"):
        out.append(f"<p>{trace['left_out']} steps in the middle are left out.</p>")
    printed = _printed(trace, 200)[1:]
    if printed:
        lines = "\n".join(map(html.escape, printed))
        out.append(f'<details><summary>What the program printed</summary><pre style="{STYLE["code"]}">{lines}</pre></details>')
    return "".join(out)


def _cell(row, task, span="", fails=""):
    if row["task"] != task:
        return f'<td style="{STYLE["cell"]}"></td>'
    colour = PALETTE[task % 8]
    text = html.escape(clean(row["text"]))
    if row["waits"]:
        text = f'<strong>{PAUSED}waits {html.escape(clean(row["waits"]))}</strong>'
    if fails:
        text = f'<strong>&#10007; {html.escape(clean(fails + row["value"]))}</strong>'
    elif row["value"]:
        text += f' <span>&rarr; {html.escape(clean(row["value"]))}</span>'
    code = ""
    if row["code"]:
        code = f'<code style="{STYLE["code"]}">{html.escape(place_of(row))}:&nbsp;{html.escape(clean(row["code"]))}</code>'
    return f'<td{span} style="{STYLE["cell"]};border-left:4px solid {colour}">{text}{code}</td>'
