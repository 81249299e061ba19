"""`disclosure admin`: the editor in the browser, on this computer; and its JavaScript."""

from __future__ import annotations

import argparse
import sys
from dataclasses import replace

from disclosure.admin import files, packages
from disclosure.admin.server import Serve, server
from disclosure.command_line import port
from disclosure.model.settings import Settings
from disclosure.problems import report
from disclosure.reading.site import read_site


def add(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Declare the command."""
    parser = commands.add_parser("admin", help="在瀏覽器編輯 / edit in the browser")
    actions = parser.add_subparsers(dest="action", required=True)
    actions.add_parser(
        "fetch", help="從 npm 下載編輯畫面的程式 / fetch the editor's JavaScript from npm"
    ).set_defaults(run=fetch)
    serve = actions.add_parser("serve", help="在這台電腦編輯 / edit on this computer")
    serve.add_argument("--port", type=port, default=8001, help="8001")
    serve.set_defaults(run=run)


def fetch(known: Settings, options: argparse.Namespace) -> int:
    """Fetch the packages that are missing."""
    try:
        fetched = packages.fetch(known.root)
    except packages.PackageError as error:
        print(error, file=sys.stderr)
        return 1
    names = ", ".join(fetched)
    if fetched:
        print(f"已下載並核對：{names}\n    Fetched and verified: {names}")
    else:
        print("編輯畫面的程式已經在了。\n    The editor's JavaScript is there already.")
    return 0


def run(known: Settings, options: argparse.Namespace) -> int:
    """Serve the editor until it is interrupted."""
    local = replace(known, admin=None)  # saves to the files here, wherever the site's own saves to
    reading = read_site(local)
    if reading.catalogue is None:
        print(report(reading.problems), file=sys.stderr)
        return 1
    try:
        running = server(local, serving(local), options.port)
    except packages.PackageError as error:
        print(error, file=sys.stderr)
        return 1
    except OSError as error:
        print(
            f"無法使用連接埠 {options.port}，請用 --port 換一個：{error}\n"
            f"    The port {options.port} cannot be used; choose another with --port.",
            file=sys.stderr,
        )
        return 1
    address = f"http://127.0.0.1:{running.server_address[1]}/{files.FOLDER}"
    print(f"請用瀏覽器打開 {address}，按 Ctrl+C 結束。存檔後請執行 disclosure check。")
    print(f"    Open {address} in a browser; Ctrl+C ends. After saving: disclosure check.")
    with running:
        try:
            running.serve_forever()
        except KeyboardInterrupt:
            print()
    return 0


def serving(known: Settings) -> Serve:
    """The files of the editor by name; the registers that it offers are read when it is opened.

    Raises `PackageError` when its JavaScript is not there.
    """
    fixed = files.own_files() | packages.scripts(known.root)

    def serve(name: str) -> bytes | None:
        if name != "config.json":
            return fixed.get(name)
        catalogue = read_site(known).catalogue
        return None if catalogue is None else files.config(catalogue, known)

    return serve
