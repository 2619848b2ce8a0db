# right: a thread for every page, which joins the threads of its own links; a semaphore keeps the calls down
from threading import Lock, Semaphore, Thread


def crawl(start, links, workers=4):
    places = Semaphore(workers)
    lock = Lock()
    seen = {start}
    pages = set()
    failures = dict()

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
