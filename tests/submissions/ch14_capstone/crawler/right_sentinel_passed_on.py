# right: whoever finishes the last open page puts one None in, and every worker that gets it puts it back
import threading
from dataclasses import dataclass, field
from queue import LifoQueue
from typing import Callable, Iterable


@dataclass
class Job:
    links: Callable[[str], Iterable[str]]
    todo: LifoQueue = field(default_factory=LifoQueue)
    guard: threading.Lock = field(default_factory=threading.Lock)
    seen: set[str] = field(default_factory=set)
    unfinished: int = 0
    pages: set[str] = field(default_factory=set)
    failures: dict[str, Exception] = field(default_factory=dict)

    def add(self, found: Iterable[str]) -> None:
        with self.guard:
            new = [page for page in dict.fromkeys(found) if page not in self.seen]
            self.seen.update(new)
            self.unfinished += len(new)
        for page in new:
            self.todo.put(page)

    def finish(self) -> None:
        with self.guard:
            self.unfinished -= 1
            last = self.unfinished == 0
        if last:
            self.todo.put(None)

    def run(self) -> None:
        while True:
            page = self.todo.get()
            if page is None:
                self.todo.put(None)
                return
            try:
                found = set(self.links(page))
            except Exception as error:
                self.failures[page] = error
            else:
                self.pages.add(page)
                self.add(found)
            self.finish()


def crawl(start: str, links: Callable[[str], Iterable[str]], workers: int = 4) -> tuple[set[str], dict[str, Exception]]:
    job = Job(links)
    job.add([start])
    threads = [threading.Thread(target=job.run) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return job.pages, job.failures
