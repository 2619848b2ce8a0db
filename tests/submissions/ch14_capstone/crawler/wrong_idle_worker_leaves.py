# fails: at_once: the other workers find the stack empty while the start page is being asked, and leave; its two links then
# run one after the other
# kind: deadlock|hang|wrong_result|overlap
import threading


def crawl(start, links, workers=4):
    lock = threading.Lock()
    stack, seen = [start], {start}
    pages, failures = set(), {}

    def work():
        while True:
            with lock:
                if not stack:
                    return
                page = stack.pop()
            try:
                found = list(links(page))
            except Exception as error:
                failures[page] = error
                continue
            pages.add(page)
            with lock:
                for link in found:
                    if link not in seen:
                        seen.add(link)
                        stack.append(link)

    team = [threading.Thread(target=work) for _ in range(workers)]
    for t in team:
        t.start()
    for t in team:
        t.join()
    return pages, failures
