# fails: once_each: a page's thread keeps its place in the semaphore while it waits for its links' threads; a chain longer than
# `workers` never ends
# kind: deadlock|hang
from threading import Lock, Semaphore, Thread


def crawl(start, links, workers=4):
    places, lock, seen = Semaphore(workers), Lock(), {start}
    pages, failures = set(), {}

    def visit(page):
        with places:
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
