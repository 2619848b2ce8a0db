# fails: once_each: the start page is never marked as seen: a link back to it has it asked for a second time
# kind: wrong_result
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def crawl(start, links, workers=4):
    pages, failures, seen = set(), {}, set()
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
                pages.add(page)
                for link in found:
                    if link not in seen:
                        seen.add(link)
                        pending[pool.submit(lambda p=link: list(links(p)))] = link
    return pages, failures
