# right: a barrier stands between writing and reading
import threading


def main():
    parts, totals = [0, 0], [0, 0]
    written = threading.Barrier(2)

    def work(me):
        parts[me] = me + 1
        written.wait()
        totals[me] = parts[0] + parts[1]

    threads = [threading.Thread(target=work, args=(0,)), threading.Thread(target=work, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert totals == [3, 3], totals
