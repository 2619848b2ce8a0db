# right: a second meeting after the reading keeps the next round's writing away
import threading


def main():
    cells = [0, 0]
    meeting = threading.Barrier(2)

    def work(me):
        for round in (1, 2):
            cells[me] = round
            meeting.wait()
            assert cells[1 - me] == round, "a value of another round"
            meeting.wait()

    threads = [threading.Thread(target=work, args=(0,)), threading.Thread(target=work, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
