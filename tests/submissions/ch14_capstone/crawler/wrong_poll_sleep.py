# fails: basics: the caller looks at the count of open pages again and again with a sleep between
# kind: livelock
import threading
import time
from concurrent.futures import ThreadPoolExecutor


def crawl(start, links, workers=4):
    lock = threading.Lock()
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
            for link in list(links(page)):
                offer(link)
            pages.add(page)
        except Exception as error:
            failures[page] = error
        with lock:
            pending -= 1

    with ThreadPoolExecutor(workers) as pool:
        offer(start)
        while pending:
            time.sleep(0.01)
    return pages, failures
