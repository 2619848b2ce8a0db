# right: Peterson's algorithm: first the flag, then the turn
# verdict: not_found
import threading


class Shared:
    turn = 0
    inside = 0


def main():
    flags = [False, False]
    shared = Shared()

    def work(me):
        other = 1 - me
        flags[me] = True
        shared.turn = other
        while flags[other] and shared.turn == other:
            pass
        shared.inside += 1
        assert shared.inside == 1, "both inside"
        shared.inside -= 1
        flags[me] = False

    threads = [threading.Thread(target=work, args=(0,)), threading.Thread(target=work, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
