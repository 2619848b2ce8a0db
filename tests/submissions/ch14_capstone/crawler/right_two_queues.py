# right: the caller keeps all the books alone; workers only carry pages one way and answers the other
from queue import SimpleQueue
from threading import Thread


class Asker(Thread):
    def __init__(self, links, orders, answers):
        super().__init__(name="asker")
        self.links = links
        self.orders = orders
        self.answers = answers

    def run(self):
        for page in iter(self.orders.get, None):
            try:
                answer = (page, list(self.links(page)), None)
            except Exception as error:
                answer = (page, [], error)
            self.answers.put(answer)


def crawl(start, links, workers=4):
    orders, answers = SimpleQueue(), SimpleQueue()
    team = [Asker(links, orders, answers) for _ in range(workers)]
    for asker in team:
        asker.start()
    state = {start: "ordered"}
    orders.put(start)
    open_orders = 1
    while open_orders:
        page, found, error = answers.get()
        open_orders -= 1
        state[page] = error
        for link in found:
            if link not in state:
                state[link] = "ordered"
                orders.put(link)
                open_orders += 1
    for asker in team:
        orders.put(None)
    for asker in team:
        asker.join()
    return ({p for p, e in state.items() if e is None}, {p: e for p, e in state.items() if e is not None})
