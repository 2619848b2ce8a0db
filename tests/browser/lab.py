"""JupyterLab in a browser's page, in a person's words."""
import json
import re


class Lab:
    """JupyterLab in a page, worked as a person does: by its menus, links, buttons and keys."""

    def __init__(self, page, server):
        from playwright.sync_api import expect
        self.page, self.server, self.expect = page, server, expect
        self.panel = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden)")  # the notebook in front

    def open(self, title, path=None):
        """Go to the address that the server printed, or to the file at that path, and wait for the heading."""
        self.page.goto(self.server.address(path and f"/lab/tree/{path}"))
        self.shows(title)

    def shows(self, title):
        """Wait until the notebook with that heading is in front, and has a kernel."""
        self.expect(self.panel.get_by_role("heading", name=title, level=1)).to_be_visible()
        self.expect(self.panel.get_by_title("Switch kernel")).to_contain_text("Python 3")

    def menu(self, *words):
        """Choose an entry of a menu: the menu's name in the bar, then the entries' words."""
        self.page.get_by_role("menuitem", name=words[0], exact=True).click()
        for word in words[1:]:
            self.page.locator(".lm-Menu .lm-Menu-itemLabel").get_by_text(word, exact=True).click()

    def cell(self, text):
        """The code cell whose source has that text in it."""
        source = self.page.locator(".jp-InputArea-editor", has_text=text)
        return self.panel.locator(".jp-CodeCell", has=source)

    def run_all(self, file):
        """Clear all outputs, run all cells, save; return the cells of the file that the notebook is saved in.

        Cleared, so that nothing is taken for new that was there before.
        """
        cells = json.loads(file.read_text("utf-8"))["cells"]  # JupyterLab draws them one after the other
        count = sum(cell["cell_type"] == "code" for cell in cells)
        self.expect(self.panel.locator(".jp-CodeCell")).to_have_count(count)
        self.menu("Edit", "Clear Outputs of All Cells")
        prompts = self.panel.locator(".jp-CodeCell .jp-InputPrompt")
        self.expect(prompts.filter(has_text=re.compile(r"\d"))).to_have_count(0)
        self.menu("Run", "Run All Cells")
        self.expect(prompts.filter(has_text=re.compile(r"^\[[ *]\]:$"))).to_have_count(0)
        self.save()
        cells = json.loads(file.read_text("utf-8"))["cells"]
        assert all(cell["execution_count"] for cell in cells if cell["cell_type"] == "code")
        return cells

    def save(self):
        self.menu("File", "Save Notebook")
        self.expect(self.page.locator(".lm-TabBar-tab.lm-mod-current.jp-mod-dirty")).to_have_count(0)

    def write(self, cell, source):
        """Replace what is in the cell."""
        cell.locator(".cm-content").click()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.insert_text(source)

    def run(self, cell):
        """Run that cell with Shift+Enter."""
        cell.locator(".cm-content").click()
        self.page.keyboard.press("Shift+Enter")

    def validate(self):
        """Press nbgrader's button; return what its dialog says, and close it."""
        self.panel.get_by_role("button", name="Validate").click()
        dialog = self.page.get_by_role("dialog")
        self.expect(dialog).to_contain_text("Validation Results")
        said = dialog.inner_text()
        dialog.get_by_role("button", name="Ok").click()
        self.expect(dialog).to_have_count(0)
        return said
