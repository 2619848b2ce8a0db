# right: a ThreadPoolExecutor, the caller waits for the first completed of a growing set of futures
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def crawl(start, links, workers=4):
    pages, failures = set(), {}
    seen = {start}
    with ThreadPoolExecutor(max_workers=workers) as pool:
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
    return pages, failures
