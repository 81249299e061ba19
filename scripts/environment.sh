#!/bin/sh
# environment.sh [EXTRA] : makes .venv in the current folder and installs the project into it, editable,
# with exactly the versions of constraints.txt; with EXTRA (test) that extra too.
# Quick when nothing changed: a stamp in .venv keeps what was installed last, and where.
set -eu

venv=.venv
extra=${1:-}
stamp=$venv/.installed${extra:+-$extra}
state="$(cat pyproject.toml constraints.txt | cksum) $(pwd)"

fail() {
    printf '%s\n' "$@" >&2
    exit 1
}

new_enough() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null
}

find_python() {
    for candidate in python3.13 python3.12 python3.11 python3; do
        if command -v "$candidate" >/dev/null 2>&1 && new_enough "$candidate"; then
            command -v "$candidate"
            return
        fi
    done
    fail "找不到 Python 3.11 以上的版本，請先安裝（例如 sudo apt-get install python3 python3-venv）。" \
        "No Python 3.11 or newer was found. Install one first (e.g. sudo apt-get install python3 python3-venv)."
}

# Debian ships `venv` without `ensurepip`, which stands in a package of its own.
require_venv() {
    "$1" -c 'import ensurepip, venv' 2>/dev/null && return
    package="python$("$1" -c 'import sys; print("%d.%d" % sys.version_info[:2])')-venv"
    if [ "$(id -u)" -eq 0 ] && command -v apt-get >/dev/null 2>&1; then
        apt-get update -qq
        DEBIAN_FRONTEND=noninteractive apt-get install -y -qq -o DPkg::Lock::Timeout=300 "$package" >/dev/null
    else
        fail "缺少 $package，請執行：sudo apt-get install $package" \
            "$package is missing. Run: sudo apt-get install $package"
    fi
}

# An environment is of use when its Python runs and its programs begin with this very folder's path
# (a virtual environment cannot be moved or copied).
usable() {
    [ -x "$venv/bin/python" ] && new_enough "$venv/bin/python" &&
        head -n 2 "$venv/bin/pip" 2>/dev/null | grep -qF "$(pwd)/$venv/bin/python"
}

if usable && [ "$(cat "$stamp" 2>/dev/null)" = "$state" ]; then
    exit 0
fi
if ! usable; then
    python=$(find_python)
    require_venv "$python"
    rm -rf "$venv"
    "$python" -m venv "$venv"
fi
echo "安裝 Python 套件 / installing Python packages: .venv"
rm -f "$venv"/.installed*
"$venv/bin/python" -m pip install --disable-pip-version-check -q -c constraints.txt -e ".${extra:+[$extra]}"
printf '%s\n' "$state" >"$venv/.installed"
printf '%s\n' "$state" >"$stamp"
