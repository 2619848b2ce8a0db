# fails: at_once: links(page) is called with the lock held: never two calls at once
# kind: deadlock|hang|wrong_result|overlap
import queue
import threading


def crawl(start, links, workers=4):
    todo, lock = queue.Queue(), threading.Lock()
    seen, pages, failures = {start}, set(), {}

    def worker():
        while (page := todo.get()) is not None:
            with lock:
                try:
                    for link in list(links(page)):
                        if link not in seen:
                            seen.add(link)
                            todo.put(link)
                    pages.add(page)
                except Exception as error:
                    failures[page] = error
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
