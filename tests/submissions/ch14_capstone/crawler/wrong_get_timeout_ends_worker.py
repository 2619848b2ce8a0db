# fails: at_once: get(timeout=5) expires in the idle workers while the start page is slow; they leave, its links run one by one
# kind: deadlock|hang|wrong_result|overlap|livelock
import queue
import threading


def crawl(start, links, workers=4):
    todo, lock = queue.Queue(), threading.Lock()
    seen, pages, failures = {start}, set(), {}

    def worker():
        while True:
            try:
                page = todo.get(timeout=5)
            except queue.Empty:
                return
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

    todo.put(start)
    threads = [threading.Thread(target=worker) for _ in range(workers)]
    for t in threads:
        t.start()
    for t in threads:
        t.join()
    return pages, failures
