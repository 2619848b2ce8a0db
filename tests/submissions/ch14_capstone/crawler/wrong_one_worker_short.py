# fails: at_once: one of the `workers` threads only keeps the books, so never more than workers - 1 calls run (1 for workers=1)
# kind: deadlock|hang|wrong_result|overlap
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def crawl(start, links, workers=4):
    pages, failures = set(), {}
    with ThreadPoolExecutor(max(workers, 2)) as pool:
        def keep_books():
            seen = {start}
            pending = {pool.submit(lambda: list(links(start))): start}
            while pending:
                done, _ = wait(pending, return_when=FIRST_COMPLETED)
                for future in done:
                    page = pending.pop(future)
                    if future.exception():
                        failures[page] = future.exception()
                        continue
                    pages.add(page)
                    for link in future.result():
                        if link not in seen:
                            seen.add(link)
                            pending[pool.submit(lambda p=link: list(links(p)))] = link
        pool.submit(keep_books).result()
    return pages, failures
