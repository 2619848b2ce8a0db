# right: the callback of each future submits the new pages; the caller waits on a condition for the count
import threading
from concurrent.futures import ThreadPoolExecutor

def crawl(start, links, workers=4):
    cond = threading.Condition()
    seen, pages, failures = {start}, set(), {}
    outstanding = 1
    executor = ThreadPoolExecutor(max_workers=workers)

    def finish(page, future):
        nonlocal outstanding
        with cond:
            try:
                new = [l for l in dict.fromkeys(future.result()) if l not in seen]
                pages.add(page)
            except Exception as e:
                failures[page] = e
                new = []
            seen.update(new)
            outstanding += len(new)
        for link in new:
            submit(link)
        with cond:
            outstanding -= 1
            cond.notify()

    def submit(page):
        f = executor.submit(lambda: list(links(page)))
        f.add_done_callback(lambda fut: finish(page, fut))

    submit(start)
    with cond:
        cond.wait_for(lambda: outstanding == 0)
    executor.shutdown()
    return pages, failures
