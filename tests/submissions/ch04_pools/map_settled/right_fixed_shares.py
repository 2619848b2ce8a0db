# right: a hand-made pool: every worker gets its share beforehand and answers once, with a list
from multiprocessing import Pipe, Process


def _share(sender, function, items):
    pairs = []
    for item in items:
        try:
            pairs.append(("ok", function(item)))
        except Exception as error:
            pairs.append(("error", error))
    sender.send(pairs)


def map_settled(function, items, processes=2):
    items = list(items)
    crew = []
    for number in range(processes):
        receiver, sender = Pipe(False)
        worker = Process(target=_share, args=(sender, function, items[number::processes]))
        worker.start()
        crew.append((worker, receiver))
    settled = [None] * len(items)
    for number, (worker, receiver) in enumerate(crew):
        settled[number::processes] = receiver.recv()
        worker.join()
    return settled
