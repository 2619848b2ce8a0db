# right: each station waits for the token, and passes it on when its own value is written
import threading


def main():
    x = [0, 0, 0]
    tokens = [threading.Semaphore(0) for _ in range(3)]

    def station(me):
        tokens[me].acquire()
        x[me] = x[me - 1] + 1
        tokens[(me + 1) % 3].release()

    def first():
        x[0] = 1
        tokens[1].release()

    threads = [threading.Thread(target=first), threading.Thread(target=station, args=(1,)),
               threading.Thread(target=station, args=(2,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert x == [1, 2, 3], x
