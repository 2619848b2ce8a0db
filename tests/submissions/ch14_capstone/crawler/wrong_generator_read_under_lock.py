# fails: at_once: the links of a slow generator are read with the lock held; another page that is ready waits for the lock
# kind: deadlock|hang|wrong_result|overlap
import queue
import threading


def crawl(start, links, workers=4):
    todo, lock = queue.Queue(), threading.Lock()
    seen, pages, failures = {start}, set(), {}

    def worker():
        while (page := todo.get()) is not None:
            try:
                found = links(page)
                with lock:
                    for link in found:
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
