# fails: at_once: a worker finds nothing to do and lets the lock go before it counts itself out; two pages come just then and
# nobody is started for them, so they are asked for one after the other
# kind: deadlock|hang|overlap|wrong_result
import threading
from collections import deque
def crawl(start, links, workers=4):
    lock = threading.Lock(); todo, seen, pages, failures = deque(), set(), set(), {}; alive = 0; threads = []
    def add(new):
        nonlocal alive
        for page in new:
            if page not in seen:
                seen.add(page); todo.append(page)
                if alive < workers:
                    alive += 1
                    t = threading.Thread(target=work); threads.append(t); t.start()
    def work():
        nonlocal alive
        while True:
            with lock:
                page = todo.popleft() if todo else None
            if page is None:
                with lock: alive -= 1
                return
            try: found = tuple(links(page))
            except Exception as e:
                with lock: failures[page] = e
            else:
                with lock:
                    pages.add(page); add(found)
    with lock: add([start])
    i = 0
    while True:
        with lock:
            if i == len(threads): break
            t = threads[i]
        t.join(); i += 1
    return pages, failures
