# kind: race
# schedule: the worker whose wait returned 0 adds up after the barrier; the other reads the sum before that
import threading


def main():
    parts = {}
    seen = []
    barrier = threading.Barrier(2)

    def work(name, n):
        parts[name] = n
        if barrier.wait() == 0:
            parts["sum"] = parts["a"] + parts["b"]
        seen.append(parts.get("sum"))

    threads = [threading.Thread(target=work, args=("a", 1)), threading.Thread(target=work, args=("b", 2))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [3, 3], seen
