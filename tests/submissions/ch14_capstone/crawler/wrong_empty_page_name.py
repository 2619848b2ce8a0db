# fails: basics: the page "" is falsy and ends a worker like a sentinel; join then waits for ever
# kind: deadlock|hang|wrong_result
import queue
import threading


def crawl(start, links, workers=4):
    todo, lock = queue.Queue(), threading.Lock()
    seen, pages, failures = {start}, set(), {}

    def worker():
        while page := todo.get():
            try:
                found = list(links(page))
                pages.add(page)
            except Exception as error:
                failures[page] = error
                found = []
            with lock:
                for link in found:
                    if link not in seen:
                        seen.add(link)
                        todo.put(link)
            todo.task_done()

    todo.put(start)
    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for t in threads:
        t.start()
    todo.join()
    for _ in threads:
        todo.put(None)
    for t in threads:
        t.join()
    return pages, failures
