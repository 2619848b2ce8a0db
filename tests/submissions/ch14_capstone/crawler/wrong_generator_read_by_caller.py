# fails: at_once: the workers only make the generator; its body runs in the caller, one page after the other
# kind: deadlock|hang|wrong_result|overlap
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait


def crawl(start, links, workers=4):
    pages, failures, seen = set(), {}, {start}
    with ThreadPoolExecutor(workers) as pool:
        pending = {pool.submit(links, start): start}
        while pending:
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                page = pending.pop(future)
                try:
                    found = list(future.result())
                except Exception as error:
                    failures[page] = error
                    continue
                pages.add(page)
                for link in found:
                    if link not in seen:
                        seen.add(link)
                        pending[pool.submit(links, link)] = link
    return pages, failures
