"""Rules for the server that sends the site: redirects, error page, headers, caching.

They stand beside the site, in `site.server/`, and never in it: who looks after the server reads
them and takes them over. Each file says at its head how.
"""

from __future__ import annotations

from pathlib import Path

from disclosure.site.voice import Site
from disclosure.writing.servers import apache, iis, nginx
from disclosure.writing.servers.policy import Policy, policy
from disclosure.writing.staging import put

#: What is written for each server.
FILES = {"nginx.conf": nginx.rules, ".htaccess": apache.rules, "web.config": iis.rules}


def folder_of(published: Path) -> Path:
    """The folder beside the published one: `site.server/` for `site/`."""
    return published.with_name(f"{published.name}.server")


def write_server_rules(site: Site, published: Path, admin: tuple[str, str] | None = None) -> None:
    """Write the rules of every server beside the published site."""
    told, folder = policy(site, admin), folder_of(published)
    folder.mkdir(parents=True, exist_ok=True)
    for name, rules in FILES.items():
        put(folder, name, rules(told).encode())


__all__ = ["FILES", "Policy", "folder_of", "policy", "write_server_rules"]
