# right: the queue may hold a page several times; that it is asked for once is decided under the lock when it is taken
import threading
from queue import PriorityQueue
from itertools import count


def crawl(start, links, workers=4):
    todo, ticket, lock = PriorityQueue(), count(), threading.Lock()
    taken, pages, failures = set(), set(), {}

    def worker():
        while True:
            _, _, page = todo.get()
            if page is None:
                break
            with lock:
                mine = page not in taken
                taken.add(page)
            if mine:
                try:
                    found = list(links(page))
                    pages.add(page)
                except Exception as error:
                    failures[page] = error
                    found = ()
                for link in found:
                    todo.put((0, next(ticket), link))
            todo.task_done()

    todo.put((0, next(ticket), start))
    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for thread in threads:
        thread.start()
    todo.join()
    for _ in range(workers):
        todo.put((1, next(ticket), None))
    for thread in threads:
        thread.join()
    return pages, failures
