# right: no lock for the seen pages: setdefault is atomic, whose token comes back has the page
from queue import Queue
from threading import Thread


def crawl(start, links, workers=4):
    owner, good, bad, todo = {}, set(), {}, Queue()

    def put(page):
        token = object()
        if owner.setdefault(page, token) is token:
            todo.put([page])

    def loop():
        while box := todo.get():
            page = box[0]
            try:
                for link in list(links(page)):
                    put(link)
                good.add(page)
            except Exception as e:
                bad[page] = e
            todo.task_done()

    team = [Thread(target=loop) for _ in range(workers)]
    [t.start() for t in team]
    put(start)
    todo.join()
    [todo.put([]) for t in team]
    [t.join() for t in team]
    return good, bad
