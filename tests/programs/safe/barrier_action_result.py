# right: the barrier's action runs before anybody is let go
import threading


def main():
    parts = {}
    seen = []

    def add_up():
        parts["sum"] = parts["a"] + parts["b"]

    barrier = threading.Barrier(2, action=add_up)

    def work(name, n):
        parts[name] = n
        barrier.wait()
        seen.append(parts.get("sum"))

    threads = [threading.Thread(target=work, args=("a", 1)), threading.Thread(target=work, args=("b", 2))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [3, 3], seen
