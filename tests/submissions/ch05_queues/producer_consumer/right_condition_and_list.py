# right: a bounded queue made from a Condition and a manager's list
import multiprocessing as mp

def take(cond, box):
    with cond:
        cond.wait_for(lambda: len(box) > 0)
        entry = box.pop(0)
        cond.notify_all()
        return entry

def give(cond, box, capacity, entry):
    with cond:
        cond.wait_for(lambda: len(box) < capacity)
        box.append(entry)
        cond.notify_all()

def consumer(cond, box, out, work):
    while True:
        entry = take(cond, box)
        if entry is None:
            return
        index, item = entry
        try:
            out[index] = (work(item), None)
        except Exception as e:
            out[index] = (None, e)

def run(items, work, consumers=2, capacity=1):
    with mp.Manager() as manager:
        cond, box, out = manager.Condition(), manager.list(), manager.dict()
        ps = [mp.Process(target=consumer, args=(cond, box, out, work)) for _ in range(consumers)]
        for p in ps: p.start()
        for entry in enumerate(items): give(cond, box, capacity, entry)
        for p in ps: give(cond, box, capacity, None)
        for p in ps: p.join()
        done = dict(out)
    for i in sorted(done):
        if done[i][1] is not None: raise done[i][1]
    return [done[i][0] for i in sorted(done)]
