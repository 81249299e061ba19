"""Everything that stands below `/admin/`, as bytes by name."""

from __future__ import annotations

import json
from importlib import resources

from disclosure.admin.configuration import configuration
from disclosure.admin.packages import scripts
from disclosure.model.admin import Admin
from disclosure.model.catalogue import Catalogue
from disclosure.model.settings import Settings
from disclosure.site import urls

#: Where it stands in the site.
FOLDER = urls.ADMIN


def admin_files(catalogue: Catalogue, settings: Settings) -> dict[str, bytes]:
    """The files of the editor, by their name in the site; none where there is to be no editor.

    Raises `PackageError` when its JavaScript is not there.
    """
    if settings.admin is None:
        return {}
    made = {**scripts(settings.root), **own_files(), "config.json": config(catalogue, settings)}
    return {f"{FOLDER}{name}": content for name, content in made.items()}


def own_files() -> dict[str, bytes]:
    """The page, and our own scripts."""
    folder = resources.files("disclosure.admin") / "browser"
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def config(catalogue: Catalogue, settings: Settings) -> bytes:
    """What the editor is started with."""
    text = json.dumps(configuration(catalogue, settings), ensure_ascii=False, separators=(",", ":"))
    return f"{text}\n".encode()


def content_policy(admin: Admin | None) -> str:
    """The content policy of `/admin/`, which the rest of the site must not have.

    The editor compiles the rules for its own configuration when it starts (`'unsafe-eval'`), sets
    styles from its scripts and shows pictures before they are uploaded. It talks to the server of
    the repository and to nobody else.
    """
    hosts = admin.hosts if admin else ()
    rules = {
        "default-src": ["'self'"],
        "script-src": ["'self'", "'unsafe-eval'"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "connect-src": ["'self'", "blob:", *hosts],
        "object-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
    return "; ".join(" ".join([name, *values]) for name, values in rules.items())
