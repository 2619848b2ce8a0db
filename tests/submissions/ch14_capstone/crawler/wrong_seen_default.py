# fails: basics: the set of seen pages is a default argument: a second crawl of the same pages finds them all seen
# kind: wrong_result
import queue
import threading


def crawl(start, links, workers=4, seen=set()):
    todo, lock = queue.Queue(), threading.Lock()
    pages, failures = set(), {}

    def worker():
        while (page := todo.get()) is not None:
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

    seen.add(start)
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
