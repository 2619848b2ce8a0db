"""Small pieces of HTML, and the look that everything of the course's has in a notebook.

Inline styles only, so that a piece reads the same in JupyterLab, in nbgrader's feedback and in an exported page.
Colours are JupyterLab's own variables, so both themes work, each with a fallback for pages that lack them.
"""

import html
import re
from textwrap import dedent

from .wording import STATES, clean

FAINT = "color:var(--jp-ui-font-color2,#555)"
LINE = "1px solid var(--jp-border-color2,#d0d0d0)"
GROUND = "background:var(--jp-layout-color2,#eee)"
MONO = f"font-family:var(--jp-code-font-family,Menlo,Consolas,monospace);font-size:12px;color:inherit;{GROUND}"
CODE = f"{MONO};padding:0 3px;border-radius:2px"
BLOCK = f"{MONO};padding:4px 8px;margin:4px 0;overflow-x:auto"
CELL = (f"text-align:left;vertical-align:top;padding:5px 10px 5px 0;border:0;border-top:{LINE};font-weight:normal;"
        "white-space:normal;background:transparent")
HEAD = f"{CELL};border-top:0;font-weight:600;{FAINT}"
TABLE = "border-collapse:collapse;border:0;margin:6px 0;font-size:13px;table-layout:auto;color:inherit;max-width:60em"
FACE = ("color:var(--jp-ui-font-color1,#1a1a1a);font-family:var(--jp-ui-font-family,system-ui,sans-serif);"
        "font-size:13px;line-height:1.5")
NARROW = "max-width:60em"   # for what is read; a picture or an interleaving may be wider


def tag(name, *children, style="", **attributes):
    """`<name style=… attribute=…>children</name>`. Children are HTML already; attributes are escaped here."""
    given = {**({"style": style} if style else {}), **attributes}
    said = "".join(f' {key.replace("_", "-")}="{html.escape(str(value), quote=True)}"' for key, value in given.items())
    return f"<{name}{said}>{''.join(children)}</{name}>"


def say(words):
    """Words as HTML: escaped, so that they can be nothing but text; what stands between backticks becomes code."""
    return re.sub(r"`([^`\n]+)`", rf'<code style="{CODE}">\1</code>', html.escape(clean(words)))


def paragraphs(words):
    """As `say`, but lines indented by four or more become a block of code, so that a caret points where it should."""
    blocks = re.split(r"((?:^ {4}.*\n?)+)", clean(words), flags=re.MULTILINE)
    return "".join(tag("pre", html.escape(dedent(block).rstrip()), style=BLOCK) if place % 2 else say(block.strip())
                   for place, block in enumerate(blocks))


def badge(state, word=None):
    """A state as symbol, word and colour. Black on each of these colours has a contrast above 5."""
    symbol, usual, colour = STATES[state]
    style = (f"display:inline-block;background:{colour};color:#000;border-radius:3px;padding:0 7px;margin-right:4px;"
             "font-weight:600;white-space:nowrap")
    return tag("span", tag("span", symbol, aria_hidden="true"), f" {word or usual}", style=style)


def bar(share, label):
    """A bar filled to `share` (0 to 1); `label` says it in words."""
    filled = f"height:100%;width:{100 * min(max(share, 0), 1):.0f}%;border-radius:3px;background:#009E73"
    style = f"height:8px;max-width:30em;border:{LINE};border-radius:4px;{GROUND}"
    return tag("div", tag("div", style=filled), role="img", aria_label=label, style=style)


def details(summary, body, opened=False):
    """A part that opens on demand; `summary` is words, `body` HTML."""
    head = tag("summary", say(summary), style="display:list-item;cursor:pointer;font-weight:600")
    state = {"open": ""} if opened else {}
    return tag("details", head, tag("div", body, style="margin:6px 0 0 0"), style="margin:8px 0 0 0", **state)


def table(caption, heads, rows):
    """A table with a caption and column heads; in each row (a list of HTML), the cell at 1 is the row's head."""
    top = tag("tr", *(tag("th", head, scope="col", style=HEAD) for head in heads), style="background:transparent")
    body = "".join(
        tag("tr", *(tag("th", cell, scope="row", style=CELL) if place == 1 else tag("td", cell, style=CELL)
                    for place, cell in enumerate(row)), style="background:transparent")
        for row in rows)
    said = tag("caption", caption, style=f"text-align:left;caption-side:top;padding:4px 0;{FAINT}")
    return tag("table", said, tag("thead", top), tag("tbody", body), style=TABLE)


def message(sentence, state="skipped"):
    """One sentence in the course's dress, for what is not a report: a cell not yet run, an unknown name, a hint."""
    return tag("div", tag("p", badge(state, "note"), say(sentence), style="margin:4px 0"), style=FACE)
