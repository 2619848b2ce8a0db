# kind: race
# schedule: the list stands in the class, so that both threads' "own" lists are one
import threading


class Local(threading.local):
    items = []


def main():
    local = Local()
    lengths = []

    def work():
        local.items.append(1)
        lengths.append(len(local.items))

    threads = [threading.Thread(target=work) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert lengths == [1, 1], lengths
