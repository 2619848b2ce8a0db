# kind: deadlock
# schedule: both philosophers take their left fork
import threading


def main():
    forks = [threading.Lock() for _ in range(2)]
    meals = []

    def dine(i):
        with forks[i]:
            with forks[(i + 1) % 2]:
                meals.append(i)

    threads = [threading.Thread(target=dine, args=(0,)), threading.Thread(target=dine, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(meals) == 2
