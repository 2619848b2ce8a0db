# right: the lister iterates over a copy of the keys, made in one call
import threading


def main():
    users = {"ann": 1, "bob": 2}
    total = []

    def add_up():
        n = 0
        for name in list(users):
            n += users[name]
        total.append(n)

    def register():
        users["cid"] = 3

    threads = [threading.Thread(target=add_up), threading.Thread(target=register)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert total[0] in (3, 6)
