# fails: basics: the start page is asked for in the caller's thread, not in one of the module's own
# kind: wrong_result
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def crawl(start, links, workers=4):
    pages, failures, seen = set(), {}, {start}
    try:
        found = list(links(start))
    except Exception as error:
        return set(), {start: error}
    pages.add(start)
    with ThreadPoolExecutor(workers) as pool:
        pending = {}
        while True:
            for link in found:
                if link not in seen:
                    seen.add(link)
                    pending[pool.submit(lambda p=link: list(links(p)))] = link
            found = []
            if not pending:
                return pages, failures
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                page = pending.pop(future)
                if future.exception():
                    failures[page] = future.exception()
                else:
                    pages.add(page)
                    found += future.result()
