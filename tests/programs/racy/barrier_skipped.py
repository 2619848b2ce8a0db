# kind: race
# schedule: the first worker reads its neighbour's part before the neighbour has written it
import threading


def main():
    parts, totals = [0, 0], [0, 0]

    def work(me):
        parts[me] = me + 1
        totals[me] = parts[0] + parts[1]

    threads = [threading.Thread(target=work, args=(0,)), threading.Thread(target=work, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert totals == [3, 3], totals
