"""Where the recorders of single packages write: the resources of the module that reads them."""

import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[3]


def resource(module, path, kind="test"):
    """A file below a module's src/KIND/resources/org/panarray."""
    return ROOT / module / "src" / kind / "resources" / "org" / "panarray" / path
