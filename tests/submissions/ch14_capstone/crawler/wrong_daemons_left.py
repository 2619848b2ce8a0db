# fails: basics: the workers are daemon threads which still wait in get() when crawl returns
# kind: leak
import queue
import threading


def crawl(start, links, workers=4):
    todo, lock = queue.Queue(), threading.Lock()
    seen, pages, failures = {start}, set(), {}

    def worker():
        while True:
            page = todo.get()
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
    for _ in range(workers):
        threading.Thread(target=worker, daemon=True).start()
    todo.join()
    return pages, failures
