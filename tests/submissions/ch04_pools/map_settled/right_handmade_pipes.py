# right: a hand-made pool with a pipe per worker; whoever has answered gets the next item, and a last message ends a worker
from multiprocessing import Pipe, Process
from multiprocessing.connection import wait


def _serve(connection, function):
    while True:
        message = connection.recv()
        if message == "stop":
            return
        (item,) = message
        try:
            pair = ("ok", function(item))
        except Exception as error:
            pair = ("error", error)
        connection.send(pair)


def map_settled(function, items, processes=2):
    pairs, busy, crew = {}, {}, []
    for _ in range(processes):
        ours, theirs = Pipe()
        worker = Process(target=_serve, args=(theirs, function))
        worker.start()
        theirs.close()
        crew.append((worker, ours))
    idle = [ours for _, ours in crew]
    queue = iter(enumerate(items))
    while True:
        while idle:
            task = next(queue, None)
            if task is None:
                break
            connection = idle.pop()
            busy[connection] = task[0]
            connection.send([task[1]])
        if not busy:
            break
        for connection in wait(list(busy)):
            pairs[busy.pop(connection)] = connection.recv()
            idle.append(connection)
    for worker, ours in crew:
        ours.send("stop")
        worker.join()
        ours.close()
    return [pairs[number] for number in range(len(pairs))]
