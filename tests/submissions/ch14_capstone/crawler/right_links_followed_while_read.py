# right: a link is offered as soon as it is read, so pages may be asked for while a slow generator goes on
from collections import deque
from threading import Condition, Thread


class Frontier:
    def __init__(self, first):
        self.condition = Condition()
        self.waiting = deque([first])
        self.known = {first}
        self.busy = 0

    def __iter__(self):
        return self

    def __next__(self):
        with self.condition:
            self.condition.wait_for(lambda: self.waiting or not self.busy)
            if not self.waiting:
                raise StopIteration
            self.busy += 1
            return self.waiting.popleft()

    def add(self, page):
        with self.condition:
            if page not in self.known:
                self.known.add(page)
                self.waiting.append(page)
                self.condition.notify()

    def done(self):
        with self.condition:
            self.busy -= 1
            if not self.busy and not self.waiting:
                self.condition.notify_all()


def crawl(start, links, workers=4):
    frontier = Frontier(start)
    pages, failures = set(), {}

    def visit():
        for page in frontier:
            try:
                for link in links(page):
                    frontier.add(link)
                pages.add(page)
            except Exception as error:
                failures[page] = error
            finally:
                frontier.done()

    team = [Thread(target=visit) for _ in range(workers)]
    for member in team:
        member.start()
    for member in team:
        member.join()
    return pages, failures
