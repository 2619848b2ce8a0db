# fails: at_once: a leads to b (slow) and c, c leads to d: d is begun only when b has ended, though a worker is free
# kind: deadlock|hang|wrong_result|overlap
from concurrent.futures import ThreadPoolExecutor


def crawl(start, links, workers=4):
    pages, failures = set(), {}
    seen, level = {start}, [start]
    with ThreadPoolExecutor(workers) as pool:
        while level:
            futures = [(page, pool.submit(lambda p=page: list(links(p)))) for page in level]
            level = []
            for page, future in futures:
                error = future.exception()
                if error:
                    failures[page] = error
                    continue
                pages.add(page)
                for link in future.result():
                    if link not in seen:
                        seen.add(link)
                        level.append(link)
    return pages, failures
