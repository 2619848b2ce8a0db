# fails: basics: a page gives the same new link twice: it is counted twice and taken once, so the count never comes to 0
# kind: deadlock|lost_wakeup|hang
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
            try: found, err = list(links(page)), None
            except Exception as e: found, err = [], e
            with cond:
                if err is None: pages.add(page)
                else: failures[page] = err
                new = [l for l in found if l not in seen]
                seen.update(new); todo.extend(set(new)); open_ += len(new) - 1
                cond.notify_all()
    ts = [threading.Thread(target=work) for _ in range(workers)]
    for t in ts: t.start()
    for t in ts: t.join()
    return pages, failures
