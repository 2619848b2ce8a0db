# fails: basics: a page is called STOP, the word that ends a worker
# kind: deadlock|hang|wrong_result
import threading, queue
def crawl(start, links, workers=4):
    q = queue.Queue(); seen = {start}; pages = set(); failures = {}; lock = threading.Lock()
    def worker():
        while (page := q.get()) != "STOP":
            try:
                for link in links(page):
                    with lock:
                        if link not in seen:
                            seen.add(link)
                            q.put(link)
                pages.add(page)
            except Exception as e:
                failures[page] = e
            q.task_done()
    q.put(start)
    ts = [threading.Thread(target=worker) for _ in range(workers)]
    for t in ts: t.start()
    q.join()
    for t in ts: q.put("STOP")
    for t in ts: t.join()
    return pages, failures
