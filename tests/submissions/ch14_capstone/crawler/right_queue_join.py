# right: Queue.join counts the unfinished pages; sentinels end the workers afterwards
import queue
import threading


def crawl(start, links, workers=4):
    todo = queue.Queue()
    lock = threading.Lock()
    seen, pages, failures = set(), set(), {}

    def offer(page):
        with lock:
            if page in seen:
                return
            seen.add(page)
        todo.put(page)

    def worker():
        while (page := todo.get()) is not None:
            try:
                try:
                    found = list(links(page))
                except Exception as error:
                    failures[page] = error
                else:
                    pages.add(page)
                    for link in found:
                        offer(link)
            finally:
                todo.task_done()

    threads = [threading.Thread(target=worker, daemon=True) for _ in range(workers)]
    for t in threads:
        t.start()
    offer(start)
    todo.join()
    for _ in threads:
        todo.put(None)
    for t in threads:
        t.join()
    return pages, failures
