# right: a condition guards three states; the function runs outside the lock; everybody is woken at both ends
import enum
import functools
from threading import Condition


class State(enum.Enum):
    IDLE = 1
    RUNNING = 2
    DONE = 3


def once(function):
    changed = Condition()
    memory = {"state": State.IDLE}

    def become(state, **more):
        with changed:
            memory.update(more, state=state)
            changed.notify_all()

    @functools.wraps(function, updated=())
    def caller():
        with changed:
            while memory["state"] is State.RUNNING:
                changed.wait()
            if memory["state"] is State.DONE:
                return memory["result"]
            memory["state"] = State.RUNNING
        try:
            result = function()
        except BaseException:
            become(State.IDLE)
            raise
        become(State.DONE, result=result)
        return result

    return caller
