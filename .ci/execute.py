"""Run notebooks again and write them the one way, with their outputs: `python .ci/execute.py notebooks/*.ipynb`.

Widgets' views are left out, so that the page also reads without a kernel; so is what differs between Python versions.
"""
import json
import os
import sys
from pathlib import Path

import nbformat
from nbclient import NotebookClient

METADATA = {"kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
            "language_info": {"name": "python"}}
WIDGET = "application/vnd.jupyter.widget-view+json"


def execute(path: Path) -> None:
    """Run one notebook in its own folder and write it back."""
    notebook = nbformat.read(path, as_version=4)
    NotebookClient(notebook, timeout=120, kernel_name="python3", store_widget_state=False,
                   resources={"metadata": {"path": str(path.parent)}}).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
        for output in cell.get("outputs", []):
            output.get("data", {}).pop(WIDGET, None)
    notebook.metadata = METADATA
    text = json.dumps(json.loads(nbformat.writes(notebook)), indent=1, ensure_ascii=False)
    path.write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    os.environ["PYTHONPATH"] = os.pathsep.join(
        p for p in (str(Path(__file__).resolve().parent.parent), os.environ.get("PYTHONPATH")) if p)
    for name in sys.argv[1:]:
        execute(Path(name).resolve())
        print(name)
