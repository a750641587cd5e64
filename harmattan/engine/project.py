"""A project folder: its settings, its store, and that only one run works on it at a time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from harmattan.config import ACTORS_FILE, SETTINGS_FILE, STORE_FILE, Settings, create_settings, load_settings
from harmattan.errors import ProjectError
from harmattan.reference.actors import Registry
from harmattan.reference.own_actors import registry_with
from harmattan.store.store import Store

try:
    import fcntl
except ImportError:  # Windows has no such locks; SQLite's own still keep the store whole
    fcntl = None  # type: ignore[assignment]


@dataclass(frozen=True, slots=True)
class Project:
    """A folder with `harmattan.toml` and, after its first run, `harmattan.db`."""

    folder: Path
    settings: Settings

    @classmethod
    def create(cls, folder: Path) -> Self:
        """The project in this folder, made if it is not there. Raises `ProjectError`."""
        create_settings(folder)
        return cls(folder, load_settings(folder))

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The project in this folder. Raises `ProjectError` if there is none, or nothing was ever run in it."""
        project = cls(folder, load_settings(folder))
        if not project.store_path.exists():
            raise ProjectError(
                folder, "holds no documents yet", f"`harmattan run {folder} PATH...` reads some"
            )
        return project

    @property
    def store_path(self) -> Path:
        """Where the store is."""
        return self.folder / STORE_FILE

    @property
    def actors_path(self) -> Path:
        """Where its own actors are, if it has any."""
        return self.folder / ACTORS_FILE

    @property
    def registry(self) -> Registry:
        """All actors known to it: the package's and its own. Raises `ReferenceError_` where its own are wrong."""
        return registry_with(self.actors_path)

    def store(self) -> Store:
        """The project's store, opened."""
        return Store.open(self.store_path)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Keep other runs out while in here; the system lets go of the lock however this process ends."""
        with (self.folder / SETTINGS_FILE).open("rb") as settings:
            if fcntl is not None:
                try:
                    fcntl.flock(settings, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    raise ProjectError(
                        self.folder, "another run is at work on this project", "wait until it is done"
                    ) from None
                except OSError:
                    pass  # a file system without locks; SQLite's own still keep the store whole
            yield
