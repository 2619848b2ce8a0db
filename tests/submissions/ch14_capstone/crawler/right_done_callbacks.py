# right: futures' callbacks submit the next pages; an Event says when the count of open pages has come to 0
import threading
from concurrent.futures import ThreadPoolExecutor


class _Crawl:
    def __init__(self, links, pool):
        self.links = links
        self.pool = pool
        self.lock = threading.RLock()
        self.seen = set()
        self.open = 0
        self.finished = threading.Event()
        self.pages = set()
        self.failures = {}

    def read(self, page):
        return [link for link in self.links(page)]

    def want(self, page):
        with self.lock:
            if page in self.seen:
                return
            self.seen.add(page)
            self.open += 1
        future = self.pool.submit(self.read, page)
        future.add_done_callback(lambda f: self.have(page, f))

    def have(self, page, future):
        if future.exception() is None:
            self.pages.add(page)
            for link in future.result():
                self.want(link)
        else:
            self.failures[page] = future.exception()
        with self.lock:
            self.open -= 1
            if self.open == 0:
                self.finished.set()


def crawl(start, links, workers=4):
    with ThreadPoolExecutor(workers) as pool:
        job = _Crawl(links, pool)
        job.want(start)
        job.finished.wait()
    return job.pages, job.failures
