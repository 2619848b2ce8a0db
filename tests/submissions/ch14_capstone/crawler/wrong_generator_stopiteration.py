# fails: failures: links raises StopIteration inside a generator of the module's, which makes it a RuntimeError
# kind: wrong_result
import threading, queue
def crawl(start, links, workers=4):
    q = queue.Queue(); seen = {start}; pages = set(); failures = {}; lock = threading.Lock()
    def read(page):
        yield from links(page)
    def worker():
        for page in iter(q.get, None):
            try:
                for link in read(page):
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
    for t in ts: q.put(None)
    for t in ts: t.join()
    return pages, failures
