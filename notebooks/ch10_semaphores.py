"""Chapter 10, semaphores: a dining car with too few seats.

The first part is for the explorer: small programs that start threads, wait for them, and fail if a promise is broken.
What is wrong on purpose says so.  The second part runs for real, on threads and on processes, and returns what it saw.
The third part draws.
"""
import multiprocessing
import threading
import time

# -- 1. For the explorer: doors -------------------------------------------------------------------------------------


class CountedDoor:
    """Wrong on purpose: a plain number, asked first and changed afterwards."""

    def __init__(self, seats):
        self.free = seats

    def acquire(self):
        while self.free == 0:
            time.sleep(0.01)
        self.free -= 1

    def release(self):
        self.free += 1


class LockedDoor:
    """Wrong on purpose: the same number behind a lock, which the waiting guest keeps."""

    def __init__(self, seats):
        self.free = seats
        self.lock = threading.Lock()

    def acquire(self):
        with self.lock:
            while self.free == 0:
                time.sleep(0.01)
            self.free -= 1

    def release(self):
        with self.lock:
            self.free += 1


def together(jobs):
    """Start one thread for each name and function of `jobs`, and wait until all have ended."""
    threads = tuple(threading.Thread(target=job, name=name) for name, job in jobs.items())
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def dinner(door, guests, chairs):
    """Guests pass the door, take a chair, put it back and leave. `pop` fails if no chair is left."""
    free = ["chair"] * chairs

    def guest():
        door.acquire()
        chair = free.pop()
        free.append(chair)
        door.release()

    together({f"guest {number}": guest for number in range(1, guests + 1)})
    assert len(free) == chairs, f"{chairs} chairs at first, {len(free)} at the end"


def counted_door():
    dinner(CountedDoor(1), guests=2, chairs=1)


def locked_door():
    dinner(LockedDoor(1), guests=2, chairs=1)


def semaphore_door():
    dinner(threading.Semaphore(2), guests=3, chairs=2)


def meet_inside(door):
    """Two guests pass the door, and each waits inside for the other: both must be in at once."""
    both_are_in = threading.Barrier(2)

    def guest():
        with door:
            both_are_in.wait()

    together({"guest 1": guest, "guest 2": guest})


def toilet():
    meet_inside(threading.Lock())


def dining_car():
    meet_inside(threading.Semaphore(2))


# -- 1. For the explorer: a hatch with room for one plate ------------------------------------------------------------


class Hatch:
    """Right: hands plates from cooks to waiters, one at a time."""

    def __init__(self, permits=1):
        self.places = threading.Semaphore(permits)      # counts free places
        self.plates = threading.Semaphore(0)            # counts plates that are ready
        self.plate = None

    def put(self, plate):
        self.places.acquire()
        self.plate = plate
        self.plates.release()

    def get(self):
        self.plates.acquire()
        plate = self.plate
        self.places.release()
        return plate


class LockedHatch:
    """Wrong on purpose: takes a lock first, and then waits for a semaphore."""

    def __init__(self):
        self.places = threading.Semaphore(1)
        self.plates = threading.Semaphore(0)
        self.mutex = threading.Lock()
        self.plate = None

    def put(self, plate):
        with self.mutex:
            self.places.acquire()
            self.plate = plate
            self.plates.release()

    def get(self):
        with self.mutex:
            self.plates.acquire()
            plate = self.plate
            self.places.release()
            return plate


class HastyHatch(Hatch):
    """Wrong on purpose: calls the waiter before the plate is there."""

    def put(self, plate):
        self.places.acquire()
        self.plates.release()
        self.plate = plate


def meal(hatch):
    """One cook, one waiter, two plates: they arrive, in order."""
    served = []

    def cook():
        hatch.put("soup")
        hatch.put("rice")

    def waiter():
        served.append(hatch.get())
        served.append(hatch.get())

    together({"cook": cook, "waiter": waiter})
    assert served == ["soup", "rice"], f"the guests got {served}"


def hatch():
    meal(Hatch())


def locked_hatch():
    meal(LockedHatch())


def hasty_hatch():
    meal(HastyHatch())


def wide_hatch():
    """Wrong on purpose: two permits for one place."""
    meal(Hatch(permits=2))


def busy_hatch():
    """Two cooks and two waiters at the right hatch: every plate arrives once."""
    one = Hatch()
    served = []
    together({"cook 1": lambda: one.put("soup"), "cook 2": lambda: one.put("rice"),
              "waiter 1": lambda: served.append(one.get()), "waiter 2": lambda: served.append(one.get())})
    assert sorted(served) == ["rice", "soup"], f"the guests got {served}"


# -- 1. For the explorer: how it fails in practice -------------------------------------------------------------------


def chokes():
    """Wrong on purpose: an exception comes between acquire and release."""
    seats = threading.Semaphore(1)

    def guest():
        try:
            seats.acquire()
            raise RuntimeError("the soup is too hot")
            seats.release()
        except RuntimeError:
            pass

    together({"guest 1": guest, "guest 2": guest})


def chokes_inside_with():
    """Right: `with` gives the permit back, whatever happens."""
    seats = threading.Semaphore(1)

    def guest():
        try:
            with seats:
                raise RuntimeError("the soup is too hot")
        except RuntimeError:
            pass

    together({"guest 1": guest, "guest 2": guest})


def with_an_impatient_guest(impatient):
    """Two guests share one chair; a third, impatient, does what `impatient(seats)` does."""
    seats = threading.Semaphore(1)
    free = ["chair"]

    def guest():
        with seats:
            free.append(free.pop())

    together({"guest 1": guest, "guest 2": guest, "impatient": lambda: impatient(seats)})


def gives_what_it_never_got():
    """Wrong on purpose: a guest who gave up waiting still gives a permit back."""
    def impatient(seats):
        try:
            seats.acquire(timeout=1)
        finally:
            seats.release()

    with_an_impatient_guest(impatient)


def gives_what_it_got():
    """Right: looks at the answer, and gives back what it got."""
    def impatient(seats):
        if seats.acquire(timeout=1):
            seats.release()

    with_an_impatient_guest(impatient)


def couples():
    """Wrong on purpose: each couple takes one seat of two, and then wants the other."""
    seats = threading.Semaphore(2)

    def couple():
        seats.acquire()
        seats.acquire()
        seats.release(2)

    together({"couple 1": couple, "couple 2": couple})


def couples_in_turn():
    """Right: one couple at a time collects its seats. Who gives seats back needs no `turn`."""
    seats = threading.Semaphore(2)
    turn = threading.Lock()

    def couple():
        with turn:
            seats.acquire()
            seats.acquire()
        seats.release(2)

    together({"couple 1": couple, "couple 2": couple})


# -- 2. For real ---------------------------------------------------------------------------------------------------


def free_permits(semaphore):
    """How many permits are free: takes them all without waiting, and gives them back. For use when nobody else is there."""
    taken = 0
    while semaphore.acquire(False):
        taken += 1
    for _ in range(taken):
        semaphore.release()
    return taken


def error_of(call, *args):
    """The name of the exception that `call(*args)` raises, or "no error"."""
    try:
        call(*args)
    except Exception as error:
        return type(error).__name__
    return "no error"


def complaints(program, times):
    """In how many of so many real runs an exception ends `program` or one of its threads."""
    errors, usual = set(), threading.excepthook
    threading.excepthook = lambda error: errors.add(number)     # else it would be printed
    try:
        for number in range(times):
            try:
                program()
            except Exception:
                errors.add(number)
    finally:
        threading.excepthook = usual
    return len(errors)


def visit(name, seats, seconds):
    """Wait for a seat and keep it for so many seconds. Returns who, and three times of one clock."""
    arrived = time.perf_counter()
    with seats:
        entered = time.perf_counter()
        time.sleep(seconds)
        left = time.perf_counter()
    return name, arrived, entered, left


def visit_threads(guests, seats, seconds=0.03):
    """All the guests, a thread each, arrive at once. Returns their visits, in the order of their names."""
    permits, start, visits = threading.Semaphore(seats), threading.Barrier(guests), {}

    def guest(number):
        start.wait()
        visits[number] = visit(f"guest {number}", permits, seconds)

    together({f"guest {n}": lambda n=n: guest(n) for n in range(1, guests + 1)})
    return [visits[number] for number in sorted(visits)]


def process_guest(name, permits, start, seconds, answer):
    """What each process runs. It prints nothing; its visit goes back through a pipe."""
    start.wait(60)
    answer.send(visit(name, permits, seconds))
    answer.close()


def visit_processes(method, guests, seats, seconds=0.05):
    """As `visit_threads`, with processes begun by this start method. All have ended when it returns or raises."""
    context = multiprocessing.get_context(method)
    permits, start, visits, begun = context.Semaphore(seats), context.Barrier(guests), [], []
    try:
        for number in range(1, guests + 1):
            receiver, sender = context.Pipe(duplex=False)
            process = context.Process(target=process_guest, args=(f"process {number}", permits, start, seconds, sender))
            process.start()
            sender.close()      # ours; the child has its own, so a child that dies ends recv() with EOFError
            begun.append((process, receiver))
        for process, receiver in begun:
            visits.append(receiver.recv())
            process.join()
    finally:
        for process, receiver in begun:
            process.kill()
            process.join()
            process.close()
            receiver.close()
    return visits


def most_inside(visits):
    """The greatest number of guests that were inside at the same moment."""
    events = sorted([(entered, 1) for _, _, entered, _ in visits] + [(left, -1) for _, _, _, left in visits])
    inside = most = 0
    for _, change in events:
        inside += change
        most = max(most, inside)
    return most


def dies_inside(permits):
    """What the process of `permits_after_a_crash` runs: takes a permit, and is gone at once."""
    from os import _exit
    permits.acquire()
    _exit(1)


def permits_after_a_crash(method, permits):
    """How many of so many permits are left when a process ended while it held one."""
    context = multiprocessing.get_context(method)
    semaphore = context.Semaphore(permits)
    process = context.Process(target=dies_inside, args=(semaphore,))
    process.start()
    process.join()
    assert process.exitcode == 1, f"the process ended with {process.exitcode} before it could take a permit"
    process.close()
    return free_permits(semaphore)


def throughput(permits, jobs=12, wait=0.02, repeats=3):
    """Waits finished per second, the best of some runs: `jobs` threads, each waiting `wait` seconds with a permit."""
    def seconds(visits):
        return max(left for *_, left in visits) - min(arrived for _, arrived, _, _ in visits)
    return jobs / min(seconds(visit_threads(jobs, permits, wait)) for _ in range(repeats))


def nanoseconds(thing, rounds=2000, repeats=5):
    """The time of one acquire and release when nobody else is there: the best of some runs, in nanoseconds."""
    best = float("inf")
    for _ in range(repeats):
        began = time.perf_counter_ns()
        for _ in range(rounds):
            thing.acquire()
            thing.release()
        best = min(best, time.perf_counter_ns() - began)
    return best / rounds


# -- 3. Pictures and the quiz ----------------------------------------------------------------------------------------


def picture_of_the_car():
    """The dining car as a drawing: two seats taken, two guests waiting, the counter at 0."""
    import show
    figure, (axes,) = show.canvas(7.4, 1.9)
    axes.set(xlim=(0, 10.4), ylim=(0, 2.4), aspect="equal")
    axes.axis("off")
    box = {"boxstyle": "round,pad=0.3", "facecolor": "white", "edgecolor": show.RED}
    from matplotlib.patches import Circle, FancyBboxPatch, Rectangle
    axes.add_patch(FancyBboxPatch((0.3, 0.5), 5.6, 1.6, boxstyle="round,pad=0.1", facecolor="#eef5fa", edgecolor=show.BLUE))
    for x in (1.2, 4.8):
        axes.add_patch(Circle((x, 0.3), 0.22, color=show.GREY))
    for x, name in ((1.4, "guest 1"), (3.2, "guest 2")):
        axes.add_patch(Rectangle((x - 0.55, 0.75), 1.1, 0.18, color=show.GREY))
        axes.add_patch(Circle((x, 1.25), 0.28, color=show.BLUE))
        axes.text(x, 1.78, name, ha="center", fontsize=9)
    axes.text(5.0, 1.3, "free\nseats: 0", ha="center", va="center", fontsize=9, bbox=box)
    for x, name in ((7.3, "guest 3"), (9.1, "guest 4")):
        axes.add_patch(Circle((x, 0.9), 0.28, color=show.ORANGE))
        axes.text(x, 1.42, f"{name}\nwaits", ha="center", fontsize=9)
    return show.picture(figure, "A dining car with two seats. Guest 1 and guest 2 sit inside. A sign at the door says: free "
                        "seats, 0. Guest 3 and guest 4 wait outside.", "Two seats, two guests inside, and a sign that counts.")


def try_it(guests, seats):
    """What the sliders show: a real run, drawn."""
    import show
    return show.timeline(visit_threads(guests, seats), seats, f"Timeline of {guests} guests arriving together, with a limit of "
                         f"{seats} inside at once.", f"{guests} guests, {seats} permits, recorded just now.")


QUIZ = [
    ("A `Semaphore(3)` has let two threads in, and both are still inside. What happens to the next two that call `acquire()`?", [
        ("Both go in.", False, "One permit of three is left, so only one of them can have it."),
        ("One goes in, the other waits.", True, "The counter is at 1. The first takes it to 0; the second finds 0 and waits."),
        ("Both wait.", False, "A semaphore is no lock: it lets in as many as it has permits, and one is left."),
    ]),
    ("Thread A has acquired a `Semaphore(1)`. Thread B, which has not, calls `release()`. What happens?", [
        ("`RuntimeError`, as for a lock that B does not hold.", False, "A semaphore has no owner. It does not know who took the permit."),
        ("B waits until A has released.", False, "`release` never waits."),
        ("The counter goes from 0 to 1, and a third thread can enter beside A.", True,
         "That is useful for signals (the cook releases what the waiter acquired), and a trap where a semaphore is used as a lock."),
    ]),
    ("Why must `put` not take the mutex first and then wait for a free place?", [
        ("It waits with the mutex in its hand, and `get`, which could make room, needs that mutex.", True,
         "Nobody can ever go on: a deadlock. Wait first, lock afterwards, and hold the lock only to move the item."),
        ("It is slower.", False, "It may be, but that is not the point: it can stop for ever."),
        ("A lock must not be used together with a semaphore.", False, "It may, and often must, but in the other order: wait first, lock afterwards."),
    ]),
    ("The explorer has proved the dinner of three guests and two chairs. What do you know?", [
        ("No order of the steps of these three guests breaks the promise.", True,
         "Every order that makes a difference was tried. For this scenario there is nothing left to try."),
        ("The program is right for any number of guests.", False,
         "Only this scenario was explored. Small scenarios find most mistakes, but a proof speaks of what was explored."),
        ("It worked in many runs, so it will very likely work again.", False, "That is testing by luck. Here all orders were tried, each once."),
    ]),
    ("A worker process is killed while it holds a permit of a `multiprocessing.Semaphore`. What becomes of the permit?", [
        ("The operating system gives it back.", False, "It closes the process's files, but it does not know who took a permit."),
        ("It is lost: the counter stays one too low for ever.", True,
         "You saw it above. Let the parent hold the permits, or use `ProcessPoolExecutor`, which notices that a worker has died."),
        ("The next `acquire` raises an exception.", False, "A semaphore notices nothing. The next `acquire` waits, perhaps for ever."),
    ]),
]


def quiz():
    """Five questions."""
    import show
    return show.quiz(QUIZ)
