# fails: pool: every item has a process of its own, all at once: more than `processes` calls run at the same time
# kind: overlap|wrong_result
from multiprocessing import Pipe, Process


def _settle(sender, function, item):
    try:
        pair = ("ok", function(item))
    except Exception as error:
        pair = ("error", error)
    sender.send(pair)


def map_settled(function, items, processes=2):
    crew = []
    for item in items:
        receiver, sender = Pipe(False)
        worker = Process(target=_settle, args=(sender, function, item))
        worker.start()
        crew.append((worker, receiver))
    pairs = [receiver.recv() for _, receiver in crew]
    for worker, _ in crew:
        worker.join()
    return pairs
