# fails: processes_basics: three calls that wait for each other: the pool has two processes, the third call is never begun
# kind: deadlock|overlap|wrong_result|hang
from multiprocessing import Pool
from threading import Thread


def map_in_threads(function, items):
    outcomes = {}

    def work(index, item):
        try:
            outcomes[index] = True, function(item)
        except Exception as error:
            outcomes[index] = False, error

    threads = [Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for index in range(len(threads)):
        if not outcomes[index][0]:
            raise outcomes[index][1]
    return [outcomes[index][1] for index in range(len(threads))]


def map_in_processes(function, items):
    pool = Pool(2)
    answers = [pool.apply_async(function, (item,)) for item in items]
    pool.close()
    pool.join()
    return [answer.get() for answer in answers]
