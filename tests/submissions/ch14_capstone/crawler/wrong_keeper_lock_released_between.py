# fails: once_each: two workers find c new, each in one block with the lock, and add it in another
# kind: race|wrong_result
import threading
from collections import deque
def crawl(start, links, workers=4):
    cond = threading.Condition(); todo = deque([start]); seen = {start}; open_ = 1; pages = set(); failures = {}
    def work():
        nonlocal open_
        while True:
            with cond:
                cond.wait_for(lambda: todo or not open_)
                if not todo: return
                page = todo.popleft()
            try:
                found, err = list(links(page)), None
            except Exception as e: found, err = [], e
            with cond:
                new = [l for l in found if l not in seen]
                if err is None: pages.add(page)
                else: failures[page] = err
            with cond:
                seen.update(new); todo.extend(dict.fromkeys(new)); open_ += len(set(new)) - 1
                cond.notify_all()
    ts = [threading.Thread(target=work) for _ in range(workers)]
    for t in ts: t.start()
    for t in ts: t.join()
    return pages, failures
