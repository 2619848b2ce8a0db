# fails: at_once: every page gets a thread at once and nothing keeps the calls down: more than `workers` run
# kind: overlap|wrong_result
from threading import Lock, Thread


def crawl(start, links, workers=4):
    lock, seen = Lock(), {start}
    pages, failures = set(), {}

    def visit(page):
        try:
            found = list(links(page))
        except Exception as error:
            failures[page] = error
            return
        pages.add(page)
        with lock:
            fresh = set(found) - seen
            seen.update(fresh)
        children = [Thread(target=visit, args=(link,)) for link in fresh]
        for child in children:
            child.start()
        for child in children:
            child.join()

    root = Thread(target=visit, args=(start,))
    root.start()
    root.join()
    return pages, failures
