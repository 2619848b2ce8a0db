# fails: at_once: a page is slow, join(30) expires; crawl returns without it while its thread is still running
# kind: leak|wrong_result|deadlock|hang
import threading
from collections import deque


def crawl(start, links, workers=4):
    todo, seen = deque([start]), {start}
    pages, failures = set(), {}
    bell = threading.Condition()
    busy = 0

    def work():
        nonlocal busy
        while True:
            with bell:
                bell.wait_for(lambda: todo or not busy)
                if not todo:
                    bell.notify_all()
                    return
                page = todo.popleft()
                busy += 1
            found = []
            try:
                found = list(links(page))
                pages.add(page)
            except Exception as error:
                failures[page] = error
            with bell:
                busy -= 1
                for link in found:
                    if link not in seen:
                        seen.add(link)
                        todo.append(link)
                bell.notify_all()

    threads = [threading.Thread(target=work, daemon=True) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return pages, failures
