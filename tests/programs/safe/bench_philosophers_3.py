# right: a footman lets two of the three sit down, so that one always gets both forks
import threading


def main():
    forks = [threading.Semaphore(1) for _ in range(3)]
    footman = threading.Semaphore(2)
    meals = []

    def dine(i):
        left, right = forks[i], forks[(i + 1) % 3]
        footman.acquire()
        left.acquire()
        right.acquire()
        meals.append(i)
        right.release()
        left.release()
        footman.release()

    threads = [threading.Thread(target=dine, args=(0,)), threading.Thread(target=dine, args=(1,)),
               threading.Thread(target=dine, args=(2,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(meals) == [0, 1, 2]
