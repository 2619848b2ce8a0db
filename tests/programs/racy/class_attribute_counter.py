# kind: race
# schedule: two instances read the class's counter before either writes it, so both get number 1
import threading


class Ticket:
    issued = 0

    def __init__(self):
        Ticket.issued += 1
        self.number = Ticket.issued


def main():
    tickets = []
    threads = [threading.Thread(target=lambda: tickets.append(Ticket())) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(ticket.number for ticket in tickets) == [1, 2], "two tickets have one number"
