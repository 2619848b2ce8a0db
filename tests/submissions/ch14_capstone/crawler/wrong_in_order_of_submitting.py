# fails: at_once: the caller waits for the oldest future first: b slow, c done and leading to d; d is not begun while b runs
# kind: deadlock|hang|wrong_result|overlap
from collections import deque
from concurrent.futures import ThreadPoolExecutor


def crawl(start, links, workers=4):
    pages, failures, seen = set(), {}, {start}
    with ThreadPoolExecutor(workers) as pool:
        def submit(page):
            return page, pool.submit(lambda: list(links(page)))

        pending = deque([submit(start)])
        while pending:
            page, future = pending.popleft()
            try:
                found = future.result()
            except Exception as error:
                failures[page] = error
                continue
            pages.add(page)
            for link in found:
                if link not in seen:
                    seen.add(link)
                    pending.append(submit(link))
    return pages, failures
