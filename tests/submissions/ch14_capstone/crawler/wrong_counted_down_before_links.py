# fails: at_once: a worker counts its page down before it has offered its links; the idle ones see nothing open and leave, the
# links then run one by one
# kind: deadlock|hang|wrong_result|overlap|race
from collections import deque
from threading import Condition, Thread


def crawl(start, links, workers=4):
    todo, seen = deque([start]), {start}
    pages, failures = set(), {}
    bell = Condition()
    busy = 0

    def work():
        nonlocal busy
        while True:
            with bell:
                while not todo and busy:
                    bell.wait()
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
                bell.notify_all()
            with bell:
                for link in found:
                    if link not in seen:
                        seen.add(link)
                        todo.append(link)
                bell.notify_all()

    threads = [Thread(target=work) for _ in range(workers)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return pages, failures
