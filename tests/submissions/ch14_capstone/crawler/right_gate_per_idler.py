# right: hand-over: an idle worker lies down at a lock of its own and is handed its next page, or None, through a box
import threading


def crawl(start, links, workers=4):
    lock = threading.Lock()
    seen, backlog, idle = {start}, [start], []
    pages, failures = set(), {}
    working = workers

    def next_page():
        nonlocal working
        with lock:
            if backlog:
                return backlog.pop(0)
            working -= 1
            if working == 0:
                for box, gate in idle:
                    gate.release()
                idle.clear()
                return None
            box, gate = [], threading.Lock()
            gate.acquire()
            idle.append((box, gate))
        gate.acquire()
        return box[0] if box else None

    def hand_out(found):
        nonlocal working
        with lock:
            for link in found:
                if link in seen:
                    continue
                seen.add(link)
                if idle:
                    box, gate = idle.pop()
                    box.append(link)
                    working += 1
                    gate.release()
                else:
                    backlog.append(link)

    def run():
        while (page := next_page()) is not None:
            try:
                found = list(links(page))
            except Exception as error:
                failures[page] = error
            else:
                pages.add(page)
                hand_out(found)

    team = [threading.Thread(target=run) for _ in range(workers)]
    for t in team:
        t.start()
    for t in team:
        t.join()
    return pages, failures
