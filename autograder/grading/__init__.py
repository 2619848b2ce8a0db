"""Grading a class: nbgrader's gradebook and exchange, with our checks in place of a kernel.

| module | what it does |
|---|---|
| `release` | exercises/ from solutions/, and the gradebook's idea of them |
| `rebuild` | a submission reduced to what it may contribute: the sources of its solution cells |
| `exporter` | makes nbgrader read submissions through `rebuild` |
| `preprocessor` | runs the checks where nbgrader would run a kernel, and flags what a person must look at |
| `marks` | small preprocessors for what people see |
| `course` | opens a course folder as nbgrader does |
| `gradebook` | questions to nbgrader's database |
| `converter` | nbgrader's Autograde for one submission |
| `result` | what is said about one student |
| `grade` | the batch grader |

nbformat validates with jsonschema, which spends one second on building a grammar from the package `rfc3987_syntax`, for
a format that no notebook schema uses. jsonschema treats the package as optional, so it is hidden meanwhile.
"""

import sys

if "jsonschema" not in sys.modules and "rfc3987_syntax" not in sys.modules:
    sys.modules["rfc3987_syntax"] = None  # "import" of it now raises ImportError
    try:
        import jsonschema  # noqa: F401
    finally:
        del sys.modules["rfc3987_syntax"]
