# kind: wrong_result|race
# schedule: the second call is done first, so as_completed gives it first
from concurrent.futures import ThreadPoolExecutor, as_completed


def main():
    numbers = [2, 3]
    with ThreadPoolExecutor(2) as pool:
        futures = [pool.submit(pow, n, 2) for n in numbers]
        squares = {n: future.result() for n, future in zip(numbers, as_completed(futures))}
    assert squares == {2: 4, 3: 9}, "a result stands under another call's number"
