# fails: basics: shutdown() has begun when the start page's callback submits its links: RuntimeError, the pages are lost
# kind: wrong_result|exception
import threading
from concurrent.futures import ThreadPoolExecutor
def crawl(start, links, workers=4):
    lock = threading.RLock(); seen, pages, failures = {start}, set(), {}
    executor = ThreadPoolExecutor(max_workers=workers)
    def finish(page, future):
        try: found = future.result()
        except Exception as e:
            failures[page] = e
            return
        pages.add(page)
        with lock:
            for link in found:
                if link not in seen:
                    seen.add(link); submit(link)
    def submit(page):
        executor.submit(lambda: list(links(page))).add_done_callback(lambda fut: finish(page, fut))
    submit(start)
    executor.shutdown(wait=True)
    return pages, failures
