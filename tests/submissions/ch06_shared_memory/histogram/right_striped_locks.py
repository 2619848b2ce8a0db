# right: two locks for all bins, chosen by the bin's number; a finally joins whatever was started
from multiprocessing import Array, Lock, Process


def add(share, tally, even, odd):
    for value in share:
        with odd if value % 2 else even:
            tally[value] += 1


def histogram(values, bins, processes=2):
    values = [*values]
    tally, even, odd = Array("i", bins), Lock(), Lock()
    started = []
    try:
        for value in values:
            if not (value >= 0 and value < bins):
                raise ValueError(f"no bin for {value}")
        for i in range(processes):
            process = Process(target=add, args=(values[i::processes], tally, even, odd))
            process.start()
            started.append(process)
    finally:
        for process in started:
            process.join()
    return list(tally)
