# fails: failures: links(page) is a generator that raises while it is read; the worker dies without task_done, join waits for ever
# kind: deadlock|hang|exception|wrong_result
import queue
import threading


def crawl(start, links, workers=4):
    todo, lock = queue.Queue(), threading.Lock()
    seen, pages, failures = {start}, set(), {}

    def worker():
        while (page := todo.get()) is not None:
            try:
                found = links(page)
            except Exception as error:
                failures[page] = error
            else:
                for link in found:
                    with lock:
                        if link not in seen:
                            seen.add(link)
                            todo.put(link)
                pages.add(page)
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
