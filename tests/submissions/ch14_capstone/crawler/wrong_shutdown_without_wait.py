# fails: basics: shutdown(wait=False) returns while the pool's idle threads have not ended yet
# kind: leak
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def crawl(start, links, workers=4):
    pages, failures = set(), {}
    seen = {start}
    pool = ThreadPoolExecutor(max_workers=workers)

    def ask(page):
        return pool.submit(lambda: tuple(links(page)))

    pending = {ask(start): start}
    while pending:
        done, _ = wait(pending, return_when=FIRST_COMPLETED)
        for future in done:
            page = pending.pop(future)
            error = future.exception()
            if error is not None:
                failures[page] = error
                continue
            pages.add(page)
            for link in future.result():
                if link not in seen:
                    seen.add(link)
                    pending[ask(link)] = link
    pool.shutdown(wait=False)
    return pages, failures
