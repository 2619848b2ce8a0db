# kind: race
# schedule: both look at the other's flag before either has raised its own, and both go in
import threading


class Shared:
    inside = 0


def main():
    flags = [False, False]
    shared = Shared()

    def work(me):
        if not flags[1 - me]:
            flags[me] = True
            shared.inside += 1
            assert shared.inside == 1, "both inside"
            shared.inside -= 1
            flags[me] = False

    threads = [threading.Thread(target=work, args=(0,)), threading.Thread(target=work, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
