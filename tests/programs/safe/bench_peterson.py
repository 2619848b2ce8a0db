# right: who wants in raises its flag before it looks at the other's; when both do, nobody goes in
import threading


class Shared:
    inside = 0


def main():
    flags = [False, False]
    shared = Shared()

    def work(me):
        flags[me] = True
        if not flags[1 - me]:
            shared.inside += 1
            assert shared.inside == 1, "both inside"
            shared.inside -= 1
        flags[me] = False

    threads = [threading.Thread(target=work, args=(0,)), threading.Thread(target=work, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
