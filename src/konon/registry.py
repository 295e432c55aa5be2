"""A registry of named things, filled by Konon itself and by other packages through entry points."""

from importlib.metadata import EntryPoint, entry_points
from typing import Generic, TypeVar, cast

from konon.errors import RegistryError

Thing = TypeVar("Thing")


class Registry(Generic[Thing]):
    """Things by name; those of an entry-point group are loaded when first asked for."""

    def __init__(self, noun: str, *, group: str | None = None) -> None:
        self._noun = noun
        self._group = group
        self._things: dict[str, Thing] = {}

    def register(self, name: str, thing: Thing) -> Thing:
        """`thing`, now known under `name`; a second registration of a name is a RegistryError."""
        if name in self._things:
            raise RegistryError(f"a {self._noun} of this name is registered already", subject=name)
        self._things[name] = thing
        return thing

    def get(self, name: str) -> Thing:
        """The thing of this name; RegistryError names those that there are."""
        if name not in self._things:
            for point in self._points():
                if point.name == name:
                    self._things[name] = cast("Thing", point.load())
                    break
            else:
                remedy = f"Installed: {', '.join(self.names()) or 'none'}."
                if self._group:
                    remedy += f" A package can add one under the entry point {self._group!r}."
                raise RegistryError(f"no {self._noun} {name!r}.", remedy=remedy)
        return self._things[name]

    def names(self) -> list[str]:
        """All names, sorted."""
        return sorted({*self._things, *(point.name for point in self._points())})

    def _points(self) -> list[EntryPoint]:
        return list(entry_points(group=self._group)) if self._group else []
