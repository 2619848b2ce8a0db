# fails: failures: the call raises LookupError; so does the done-callback, which the executor swallows; the count never comes to 0
# kind: deadlock|lost_wakeup|hang
import threading
from concurrent.futures import ThreadPoolExecutor
def crawl(start, links, workers=4):
    cond = threading.Condition(threading.RLock()); seen, pages, failures = {start}, set(), {}; outstanding = 1
    executor = ThreadPoolExecutor(max_workers=workers)
    def finish(page, future):
        nonlocal outstanding
        with cond:
            if future.exception() is not None and not isinstance(future.exception(), LookupError):
                failures[page] = future.exception()
            else:
                for link in future.result():
                    if link not in seen:
                        seen.add(link); outstanding += 1; submit(link)
                pages.add(page)
            outstanding -= 1
            cond.notify()
    def submit(page):
        executor.submit(lambda: list(links(page))).add_done_callback(lambda fut: finish(page, fut))
    submit(start)
    with cond: cond.wait_for(lambda: outstanding == 0)
    executor.shutdown()
    return pages, failures
