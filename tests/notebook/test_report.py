"""The report: every state in words, and nothing but text out of a learner's program."""

import re
from html.parser import HTMLParser

import pytest

from autograder.notebook import markup, report, wording
from tests.notebook import samples

HINTS = ("Look at the wait.", "Use a `Semaphore`.", "    free.acquire()")


class Page(HTMLParser):
    """The tags, attributes and text of a piece of HTML; checks that tags are closed in order."""

    EMPTY = {"br", "hr", "img", "input", "meta", "col"}

    def __init__(self, source):
        super().__init__()
        self.tags, self.attributes, self.words, self._open = [], [], [], []
        self.feed(source)
        self.close()
        assert not self._open, f"not closed: {self._open}"

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes
        if tag not in self.EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag):
        assert self._open.pop() == tag

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self):
        return " ".join("".join(self.words).split())


def page(sample, names=None):
    return Page(report.html(sample, names, hints=HINTS))


@pytest.mark.parametrize("name", samples.ALL)
def test_html_is_well_formed_and_needs_no_script_or_file(name):
    found = page(samples.ALL[name])
    assert not {"script", "link", "iframe", "img", "style", "object", "form"} & set(found.tags)
    assert not [key for key, _ in found.attributes if key.startswith("on") or key in ("src", "href")]


@pytest.mark.parametrize("name", samples.ALL)
def test_every_state_is_a_word_and_a_symbol(name):
    sample = samples.ALL[name]
    for text in (page(sample).text, report.text(sample)):
        for check in sample["checks"]:
            symbol, word, _ = wording.STATES[check["outcome"]]
            assert symbol in text and word in text


def test_attacks_are_shown_as_text():
    found = page(samples.HOSTILE)
    assert "<script>alert(1)</script>" in found.text and r"\x1b[31mred" in found.text
    assert not {"b", "img", "script"} & set(found.tags)
    for text in (found.text, report.text(samples.HOSTILE)):
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff]", text.replace("\n", ""))
        text.encode("utf-8")


def test_attributes_are_escaped():
    found = Page(markup.bar(0.5, '"><script>x</script>') + markup.tag("a", "x", href="\"' onclick=x"))
    assert "script" not in found.tags and ("aria-label", '"><script>x</script>') in found.attributes


def test_words_tell_what_was_proved_from_what_was_not():
    text = page(samples.PASSED).text
    assert "proved: all 42 interleavings explored" in text
    assert "no failure found in 2,000 schedules (not a proof)" in text
    assert "ran on real threads" in text


def test_a_failure_says_what_happened_what_was_promised_and_where_to_look():
    found = page(samples.FAILED)
    for heading in ("What happened", "What was promised", "What to look at next"):
        assert heading in found.text and f"{heading}:" in report.text(samples.FAILED)
    assert "a.start()" in found.text and "0.0.1*3.2*3.0*4.1*4.2*3" in found.text
    assert ("scope", "col") in found.attributes and ("scope", "row") in found.attributes and "caption" in found.tags


def test_hints_only_while_points_are_missing_and_closed():
    assert "Hint 1 of 3" in page(samples.FAILED).text and "Hint" not in page(samples.PASSED).text
    assert "Hint" not in page(samples.GRADER).text


def test_some_checks_only():
    text = page(samples.FAILED, ["capacity"]).text
    assert "held 3 items" in text and "raised IndexError" not in text
    assert "held 3 items" in report.text(samples.FAILED, ["capacity"])


def test_a_check_that_did_not_run_comes_with_the_reason():
    text = page(samples.SYNTAX, ["fifo"]).text
    assert "was never closed" in text and "Mend line 7" in text


def test_a_fault_of_ours_is_never_shown_as_a_zero():
    for text in (page(samples.GRADER).text, report.text(samples.GRADER)):
        assert "not scored" in text and "not of your program" in text and "0 of 2" not in text


@pytest.mark.parametrize("names", [None, ["fifo"]])
def test_the_untouched_stub_gets_a_friendly_word(names):
    for text in (page(samples.STUB, names).text, " ".join(report.text(samples.STUB, names).split())):
        assert "where your code belongs" in text and "What was promised" not in text


def test_very_long_messages_are_cut():
    sample = samples.report(samples.check("a", "a", 0.0, 1.0, "failed", "failed", message="x" * 10**6))
    assert len(report.html(sample, hints=())) < 20_000


def test_colours_have_contrast():
    """Black text on each state's colour: at least 4.5 (WCAG AA)."""
    for _, _, colour in wording.STATES.values():
        parts = [int(colour[place:place + 2], 16) / 255 for place in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        assert (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05) / 0.05 > 4.5
