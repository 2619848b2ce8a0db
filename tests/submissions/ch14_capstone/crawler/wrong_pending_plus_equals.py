# fails: once_each: two workers run pending += 1 at once and one is lost; the count comes to 0 too early (or the end never)
# kind: race|wrong_result|deadlock|hang
import threading
from concurrent.futures import ThreadPoolExecutor


def crawl(start, links, workers=4):
    lock, finished = threading.Lock(), threading.Event()
    seen, pages, failures = set(), set(), {}
    pending = 0

    def offer(page):
        nonlocal pending
        with lock:
            if page in seen:
                return
            seen.add(page)
        pending += 1
        pool.submit(visit, page)

    def visit(page):
        nonlocal pending
        try:
            found = list(links(page))
            pages.add(page)
        except Exception as error:
            failures[page] = error
            found = []
        try:
            for link in found:
                offer(link)
        finally:
            pending -= 1
            if pending == 0:
                finished.set()

    with ThreadPoolExecutor(workers) as pool:
        offer(start)
        finished.wait()
    return pages, failures
