"""Operations: the only things a task does that another task can see.

Between two operations a task runs alone.  The scheduler chooses, at each operation, whose turn it is.

An operation says what it *touches*, as pairs ``(key, mode)``.  Two operations of different tasks are **dependent**
(their order matters) when they touch the same key and their modes conflict.  Mode ``EXCLUSIVE`` conflicts with every
mode; any other mode conflicts with all but itself (``READ`` with ``READ`` commutes).

An operation that can block has a method ``ready``; it is *enabled* while that returns true.  An operation that gives up
after some time has a ``deadline`` (virtual seconds) and decides when it runs whether it got what it waited for.

What must come before an operation in *every* schedule (a wake-up before the waking, the end of a thread before its
join) is not a dependency but an edge: ``after`` is the set of those events, and everything before them, as a bit mask
over event numbers.
"""

EXCLUSIVE = 0
READ = 1


class Operation:
    """One step of a task.  Subclasses say what it touches, when it is enabled, and what it does.

    ``apply(machine)`` makes the effect and returns the operation's value; it may raise what the real call raises.
    """

    __slots__ = ("touches", "after")
    kind = "step"
    ready = None            # None: always enabled
    deadline = None         # virtual seconds at which a timed wait gives up; None: never
    takes = None            # what it takes away when it is carried out, in a word: whoever waits for the same could have had it before
    silent = False          # True: no reader of a trace needs to see it
    plain = False           # True: an access to ordinary data, which is no synchronisation

    def __init__(self, touches=(), after=0):
        self.touches = touches
        self.after = after

    def apply(self, machine):
        return None

    def killed(self):
        """The task that waited here has been killed, with its process."""

    def describe(self):
        """What a reader of the trace sees, e.g. ``acquires self.mutex``."""
        return self.kind

    def waits_for(self):
        """What a blocked task waits for, in words; for operations that can block."""
        return self.describe()


class Shifting(Operation):
    """An operation that touches more or less as things stand: ``more()`` is what it touches now beside ``touches``.

    That is sound because only what conflicts with it anyway changes what it touches.  The scheduler asks ``ready`` just before it
    carries an operation out, and before it compares it with others.
    """

    __slots__ = ("always",)

    def __init__(self, touches):
        super().__init__(touches)
        self.always = None

    def more(self):
        return ()

    def enabled(self):
        return True

    def ready(self):
        if self.always is None:
            self.always = self.touches
        self.touches = self.always + self.more()
        return self.enabled()


class Settle(Operation):
    """Enabled only when no other task is: all others are blocked or have ended.  Time stands still meanwhile."""

    __slots__ = ()
    kind = "settle"

    def ready(self):
        return False        # the machine looks for it when nothing else is enabled

    def apply(self, machine):
        return None

    def describe(self):
        return "waits until nothing else can move"


class Sleep(Operation):
    """``time.sleep``.  Fair clock: until the deadline.  Adversarial clock: sleeping orders nothing."""

    __slots__ = ("seconds", "deadline", "fair", "machine")
    kind = "sleep"

    def __init__(self, seconds, machine):
        self.seconds = seconds
        self.fair = machine.fair
        self.machine = machine
        self.deadline = machine.now + seconds
        super().__init__(() if self.fair else ((CLOCK, "advance"),))

    def ready(self):
        return not self.fair or self.deadline <= self.machine.now

    def apply(self, machine):
        if not self.fair:
            machine.now += self.seconds

    def describe(self):
        return f"sleeps {self.seconds:g} s"


CLOCK = "clock"


class ReadClock(Operation):
    """``time.monotonic``.  Under the fair clock time moves only when nothing else can, so reading it races with nothing."""

    __slots__ = ()
    kind = "clock"

    def __init__(self):
        super().__init__(((CLOCK, READ),))

    def apply(self, machine):
        return machine.now

    def describe(self):
        return "reads the clock"
