# fails: once_each: a link is skipped only when it is already answered: two pages that lead to c both have it asked for
# kind: wrong_result|race
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def crawl(start, links, workers=4):
    pages, failures = set(), {}
    with ThreadPoolExecutor(workers) as pool:
        pending = {pool.submit(lambda: list(links(start))): start}
        while pending:
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                page = pending.pop(future)
                try:
                    found = future.result()
                    pages.add(page)
                except Exception as error:
                    failures[page] = error
                    continue
                for link in dict.fromkeys(found):
                    if link not in pages and link not in failures:
                        pending[pool.submit(lambda p=link: list(links(p)))] = link
    return pages, failures
