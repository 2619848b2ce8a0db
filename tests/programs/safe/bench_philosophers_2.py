# right: the last philosopher is left-handed, so that both take fork 0 first
import threading


def main():
    forks = [threading.Lock() for _ in range(2)]
    meals = []

    def dine(i):
        low, high = sorted((i, (i + 1) % 2))
        with forks[low]:
            with forks[high]:
                meals.append(i)

    threads = [threading.Thread(target=dine, args=(0,)), threading.Thread(target=dine, args=(1,))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(meals) == 2
