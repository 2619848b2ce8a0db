# fails: errors: after the first failure the calls not begun are cancelled, and their entries are CancelledErrors
# kind: wrong_result|exception
from concurrent.futures import CancelledError, ProcessPoolExecutor


def map_settled(function, items, processes=2):
    settled = []
    with ProcessPoolExecutor(processes) as executor:
        futures = [executor.submit(function, item) for item in items]
        for future in futures:
            try:
                settled.append(("ok", future.result()))
            except (Exception, CancelledError) as error:
                settled.append(("error", error))
                for other in futures:
                    other.cancel()
    return settled
