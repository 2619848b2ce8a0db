# fails: basics: the pages are returned as a sorted list, not as a set
# kind: wrong_result|interface
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def crawl(start, links, workers=4):
    pages, failures, seen = [], {}, {start}
    with ThreadPoolExecutor(workers) as pool:
        pending = {pool.submit(lambda: list(links(start))): start}
        while pending:
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                page = pending.pop(future)
                try:
                    found = future.result()
                except Exception as error:
                    failures[page] = error
                    continue
                pages.append(page)
                for link in found:
                    if link not in seen:
                        seen.add(link)
                        pending[pool.submit(lambda p=link: list(links(p)))] = link
    return sorted(pages), failures
