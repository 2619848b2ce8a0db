"""How much a sandboxed job may use. `confine.py` applies these inside the child, the parent and bubblewrap the rest."""

import dataclasses

KIB = 1024
MIB = 1024 * KIB


@dataclasses.dataclass(frozen=True)
class Limits:
    """Limits of one job. All must be positive.

    wall: seconds from the start of the child to its end, whatever it waits for.
    cpu: whole seconds of CPU time, of each process by itself.
    memory: bytes of address space, of each process by itself. A thread reserves 8 MiB of it for its stack.
    processes: how many processes may exist at once, the first one included.
    output: bytes of stdout and stderr together that are kept, of each stream its head and its tail.
    output_total: bytes of stdout and stderr together after which the job is ended.
    file: bytes of the largest file it may write.
    storage: bytes of all files in the private /tmp, and again of those in the private /dev/shm (bubblewrap only).
    open_files: descriptors of each process.

    Under `rlimits` on POSIX all but `storage` hold; under `plain` (Windows) only wall, output and output_total do.
    """

    wall: float = 12.0
    cpu: int = 10
    memory: int = 1024 * MIB
    processes: int = 64
    output: int = 64 * KIB
    output_total: int = 16 * MIB
    file: int = 32 * MIB
    storage: int = 64 * MIB
    open_files: int = 256

    def __post_init__(self):
        for name, value in dataclasses.asdict(self).items():
            if value <= 0:
                raise ValueError(f"the limit {name} must be positive, not {value!r}")

    def replace(self, **changes):
        """A copy with some limits changed."""
        return dataclasses.replace(self, **changes)

    def as_dict(self):
        """Plain data, as it goes to the child."""
        return dataclasses.asdict(self)


def amount(size):
    """`size` bytes in words: `amount(1 << 30)` is '1 GiB'."""
    for unit, name in ((1024 * MIB, "GiB"), (MIB, "MiB"), (KIB, "KiB")):
        if size >= unit:
            return f"{size / unit:.3g} {name}"
    return f"{size} bytes"
