# kind: race
# schedule: the second station adds to what it finds before the first one's token is there
import threading


def main():
    x = [0, 0, 0]

    def station(me):
        x[me] = x[me - 1] + 1

    def first():
        x[0] = 1

    threads = [threading.Thread(target=first), threading.Thread(target=station, args=(1,)),
               threading.Thread(target=station, args=(2,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert x == [1, 2, 3], x
