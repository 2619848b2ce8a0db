"""Imports within autograder/ point one way only: to the layers on the left of CONTRIBUTING.md's line."""
import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "autograder"
LAYERS = [  # a layer imports from itself and from those above it here; two parts side by side know nothing of each other
    {"machine"},
    {"instrument"},
    {"standins"},
    {"explore"},
    {"checks"},
    {"sandbox"},
    {"notebook"},
    {"grading"},
    {"sources", "copies"},
    {"skeletons", "new", "solutions"},
    {"terminal"},
    {"commands", "lab", "testing"},
    {"doctor"},
    {"cli"},
    {"__main__"},
]
LAYER = {part: number for number, parts in enumerate(LAYERS) for part in parts}
ALONE = {"__init__", "bootstrap"}  # import nothing of ours; bootstrap also only the standard library (test_bootstrap.py)


def modules():
    return sorted(path for path in PACKAGE.rglob("*.py") if "__pycache__" not in path.parts)


def part_of(path: Path) -> str:
    """Return the part of autograder/ a file belongs to: the first folder, or the file's own stem."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imported_parts(path: Path):
    """Yield (part, line) for each import of ours in the file, those inside functions and of literal names included."""
    package = ["autograder", *path.relative_to(PACKAGE).parts[:-1]]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        names = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            base = package[:len(package) - node.level + 1] if node.level else []
            base = base + (node.module.split(".") if node.module else [])
            names = [".".join([*base, alias.name]) for alias in node.names]
        elif isinstance(node, ast.Call) and getattr(node.func, "attr", getattr(node.func, "id", "")) in ("import_module", "__import__"):
            names = [arg.value for arg in node.args[:1] if isinstance(arg, ast.Constant) and isinstance(arg.value, str)]
        for name in names:
            parts = name.split(".")
            if parts[0] == "autograder" and len(parts) > 1 and parts[1] != "__version__":
                yield parts[1], node.lineno


@pytest.mark.parametrize("path", modules(), ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports_point_left(path):
    part = part_of(path)
    for imported, line in imported_parts(path):
        where = f"autograder/{path.relative_to(PACKAGE)}, line {line}: imports autograder.{imported}"
        if imported == part:
            continue
        assert part not in ALONE, where
        assert imported in LAYER, f"{where}, which tests/test_layers.py does not know"
        assert LAYER[imported] < LAYER[part], where


def test_every_part_has_a_layer():
    for path in modules():
        assert part_of(path) in LAYER.keys() | ALONE, f"autograder/{path.relative_to(PACKAGE)} has no layer in {__file__}"


def test_the_reader_of_imports(tmp_path):
    """The test above is worth what `imported_parts` sees."""
    path = PACKAGE / "checks" / "imaginary.py"

    class Imaginary(type(path)):
        def read_text(self, *_):
            return ("import autograder.machine.core\nfrom autograder import explore\nfrom autograder.standins import x\n"
                    "from . import spec\nfrom ..sandbox import run\ndef f():\n    from .. import grading\n"
                    "    import_module('autograder.notebook.report')\n")
    assert list(imported_parts(Imaginary(path))) == [
        ("machine", 1), ("explore", 2), ("standins", 3), ("checks", 4), ("sandbox", 5), ("grading", 7), ("notebook", 8)]
