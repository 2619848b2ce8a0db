# right: itertools.count hands out each number in one indivisible call
import itertools
import threading


class Ticket:
    numbers = itertools.count(1)

    def __init__(self):
        self.number = next(Ticket.numbers)


def main():
    Ticket.numbers = itertools.count(1)
    tickets = []
    threads = [threading.Thread(target=lambda: tickets.append(Ticket())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ticket.number for ticket in tickets) == [1, 2], "two tickets have one number"
