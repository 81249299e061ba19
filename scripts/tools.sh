#!/bin/sh
# tools.sh browser|audit|hugo : installs the programs that are not Python packages.
#   browser  what the tests of the built site need: Chromium, a font with Chinese characters, a Java
#            runtime (for the HTML checker), and from npm, into .tools/, axe-core, the HTML checker
#            and the editor in the browser
#   audit    the same and, for the audit of the whole site only, Node.js and Lighthouse
#   hugo     the static site generator that the benchmark compares with
# Debian and Ubuntu as root: installs what is missing. Elsewhere: says in one line what to install.
set -eu

missing=
need() { missing="$missing $1"; }
has() { command -v "$1" >/dev/null 2>&1; }

need_browser() {
    if [ -n "${CHROMIUM:-}" ]; then
        has "$CHROMIUM" || {
            echo "CHROMIUM=$CHROMIUM 不存在 / CHROMIUM=$CHROMIUM does not exist" >&2
            exit 1
        }
    else
        has chromium || has chromium-browser || has google-chrome || need chromium
    fi
    # Without such a font every character is an empty box, and widths and contrasts mean nothing.
    has fc-list && [ -n "$(fc-list ':lang=zh-tw' family)" ] || need fonts-noto-cjk
    java -version >/dev/null 2>&1 || need default-jre-headless
    { npm_ready scripts/tools .tools && editor_ready; } || need_npm
}

# Lighthouse 12.8 is the newest that runs on Node.js 20; it takes 18.16 and later.
need_audit() {
    need_browser
    npm_ready scripts/tools/audit .tools/audit || need_npm
    has node || need nodejs
}

# The editor's packages are those that the program itself names; it tells whether they are there.
editor_ready() {
    .venv/bin/python -c 'from pathlib import Path; from disclosure.admin import packages; packages.ready(Path())' \
        2>/dev/null
}

need_npm() { has npm || need 'nodejs npm'; }

# npm_ready FROM TO : TO holds what the lock file of FROM names
npm_ready() { cmp -s "$1/package-lock.json" "$2/package-lock.json" && [ -f "$2/complete" ]; }

# install_npm FROM TO : no install script is needed by any of them (that of Lighthouse's driver would
# download a browser); `npm ci` checks the digests.
install_npm() {
    npm_ready "$1" "$2" && return
    echo "安裝 npm 套件 / installing npm packages: $2"
    rm -rf "$2/complete" "$2/node_modules"
    mkdir -p "$2"
    cp "$1/package.json" "$1/package-lock.json" "$2/"
    npm ci --prefix "$2" --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
    touch "$2/complete"
}

install_missing() {
    [ -n "$missing" ] || return 0
    if [ "$(id -u)" -eq 0 ] && has apt-get; then
        echo "安裝系統套件 / installing system packages:$missing"
        export DEBIAN_FRONTEND=noninteractive
        apt-get update -qq -o DPkg::Lock::Timeout=300
        # shellcheck disable=SC2086 # a list of package names
        apt-get install -y -qq --no-install-recommends -o DPkg::Lock::Timeout=300 $missing >/dev/null
    else
        echo "缺少工具，請先安裝 / tools are missing, install them first: sudo apt-get install$missing" >&2
        exit 1
    fi
}

case ${1:-} in
browser)
    need_browser
    install_missing
    install_npm scripts/tools .tools
    .venv/bin/disclosure admin fetch
    ;;
audit)
    need_audit
    install_missing
    install_npm scripts/tools .tools
    install_npm scripts/tools/audit .tools/audit
    ;;
hugo)
    has hugo || need hugo
    install_missing
    ;;
*)
    sed -n '2,8s/^# //p' "$0" >&2
    exit 2
    ;;
esac
