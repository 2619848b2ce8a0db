# kind: wrong_result|race
# schedule: result() gives up while the call is still to come: it runs as well as the second attempt
from concurrent.futures import ThreadPoolExecutor


def main():
    charged = []
    with ThreadPoolExecutor(2) as pool:
        future = pool.submit(charged.append, 10)
        try:
            future.result(timeout=1)
        except TimeoutError:
            pool.submit(charged.append, 10)
    assert len(charged) == 1, "charged twice"
