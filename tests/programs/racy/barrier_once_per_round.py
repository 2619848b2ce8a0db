# kind: race
# schedule: the fast worker passes the barrier, reads, begins the next round and writes there what the slow one has not read yet
import threading


def main():
    cells = [0, 0]
    meeting = threading.Barrier(2)

    def work(me):
        for round in (1, 2):
            cells[me] = round
            meeting.wait()
            assert cells[1 - me] == round, "a value of another round"

    threads = [threading.Thread(target=work, args=(0,)), threading.Thread(target=work, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
