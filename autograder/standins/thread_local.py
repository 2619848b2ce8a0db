"""``threading.local``."""

from __future__ import annotations

from ..machine import machine

OURS = ("namespace_", "arguments_", "__class__")


class local:
    """Stands in for ``threading.local``: a namespace of its own for each task.

    A task that comes to it for the first time calls ``__init__`` again, with the arguments that made the object.
    """

    def __new__(cls, /, *args, **kwargs):
        if (args or kwargs) and cls.__init__ is object.__init__:
            raise TypeError("Initialization arguments are not supported")
        self = object.__new__(cls)
        object.__setattr__(self, "arguments_", (args, kwargs))
        self.namespace_(first=True)
        return self

    def namespace_(self, first=False):
        m = machine()
        task = m.current
        if task.locals is None:
            task.locals = {}
        space = task.locals.get(id(self))
        if space is None:
            m.keep[id(self)] = self
            space = task.locals[id(self)] = {}
            init = type(self).__init__
            if not first and init is not object.__init__:
                args, kwargs = self.arguments_
                init(self, *args, **kwargs)
        return space

    def __getattribute__(self, name):
        if name in OURS:
            return object.__getattribute__(self, name)
        space = self.namespace_()
        if name == "__dict__":
            return space
        if name in space and not _is_data_descriptor(type(self), name):
            return space[name]
        return object.__getattribute__(self, name)

    def __setattr__(self, name, value):
        space = self.namespace_()
        if name == "__dict__":
            raise AttributeError(f"'{type(self).__name__}' object attribute '__dict__' is read-only")
        if _is_data_descriptor(type(self), name):
            object.__setattr__(self, name, value)
        else:
            space[name] = value

    def __delattr__(self, name):
        if _is_data_descriptor(type(self), name):
            object.__delattr__(self, name)
        elif self.namespace_().pop(name, OURS) is OURS:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")


def _is_data_descriptor(cls, name):
    """Does a property, say, of the class come before the object's own attribute?"""
    for base in cls.__mro__:
        if name in base.__dict__:
            return hasattr(type(base.__dict__[name]), "__set__")
    return False
