# right: a pool of threads with callback and error_callback, which one thread calls one after the other
import threading
from multiprocessing.dummy import Pool

def crawl(start, links, workers=4):
    pool = Pool(workers)
    seen, pages, failures = {start}, set(), {}
    left = 1
    over = threading.Event()

    def submit(page):
        pool.apply_async(lambda: list(links(page)), callback=lambda found: ok(page, found),
                         error_callback=lambda e: bad(page, e))

    def ok(page, found):
        nonlocal left
        pages.add(page)
        for link in found:
            if link not in seen:
                seen.add(link)
                left += 1
                submit(link)
        left -= 1
        if left == 0:
            over.set()

    def bad(page, error):
        nonlocal left
        failures[page] = error
        left -= 1
        if left == 0:
            over.set()

    submit(start)
    over.wait()
    pool.close()
    pool.join()
    return pages, failures
