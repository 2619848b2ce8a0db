# fails: basics: the last worker sets the event and is still on its way out when crawl has returned
# kind: leak
import queue
import threading


def crawl(start, links, workers=4):
    todo, lock = queue.Queue(), threading.Lock()
    seen, pages, failures = {start}, set(), {}
    finished = threading.Event()
    left = workers

    def worker():
        nonlocal left
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
        with lock:
            left -= 1
            if left == 0:
                finished.set()

    todo.put(start)
    for _ in range(workers):
        threading.Thread(target=worker).start()
    todo.join()
    for _ in range(workers):
        todo.put(None)
    finished.wait()
    return pages, failures
