# right: a frontier that is an iterator: next() blocks until a page waits or nobody is busy
import threading
class Frontier:
    def __init__(self, start):
        self._c = threading.Condition(threading.RLock())
        self._new, self._seen, self._busy = [], set(), 0
        self.add(start)
    def add(self, page):
        with self._c:
            if page not in self._seen:
                self._seen.add(page)
                self._new.append(page)
                self._c.notify()
    def __iter__(self):
        return self
    def __next__(self):
        with self._c:
            while not self._new:
                if self._busy == 0:
                    self._c.notify_all()
                    raise StopIteration
                self._c.wait()
            self._busy += 1
            return self._new.pop()
    def done(self):
        with self._c:
            self._busy -= 1
            if not self._busy and not self._new:
                self._c.notify_all()

def crawl(start, links, workers=4):
    frontier = Frontier(start)
    pages, failures = set(), {}
    def work():
        for page in frontier:
            try:
                for link in links(page):
                    frontier.add(link)
                pages.add(page)
            except Exception as e:
                failures[page] = e
            finally:
                frontier.done()
    ts = [threading.Thread(target=work) for _ in range(workers)]
    for t in ts: t.start()
    for t in ts: t.join()
    return pages, failures
