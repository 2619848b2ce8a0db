# right: a list of slots for threads, a pipe per process, everything joined before anything is raised
import multiprocessing
import threading


def map_in_threads(function, items):
    items = list(items)
    results = [None] * len(items)
    errors = [None] * len(items)

    def work(index, item):
        try:
            results[index] = function(item)
        except Exception as error:
            errors[index] = error

    threads = [threading.Thread(target=work, args=pair) for pair in enumerate(items)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    for error in errors:
        if error is not None:
            raise error
    return results


def _work(connection, function, item):
    try:
        answer = (True, function(item))
    except Exception as error:
        answer = (False, error)
    connection.send(answer)
    connection.close()


def map_in_processes(function, items):
    processes, connections = [], []
    for item in items:
        ours, theirs = multiprocessing.Pipe(duplex=False)
        process = multiprocessing.Process(target=_work, args=(theirs, function, item))
        process.start()
        theirs.close()
        processes.append(process)
        connections.append(ours)
    answers = [connection.recv() for connection in connections]
    for process, connection in zip(processes, connections):
        process.join()
        connection.close()
    for fine, value in answers:
        if not fine:
            raise value
    return [value for _, value in answers]
