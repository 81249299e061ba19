#!/bin/sh
# tools.sh browser|hugo : installs the programs that are not Python packages.
#   browser  what the tests of the built site need: Chromium, a font with Chinese characters, a Java
#            runtime (for the HTML checker), and from npm, into .tools/, axe-core and the HTML checker
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
    npm_tools_ready || has npm || need 'nodejs npm'
}

lock=scripts/tools/package-lock.json
npm_tools_ready() { cmp -s "$lock" .tools/package-lock.json && [ -f .tools/complete ]; }

# Neither package has a dependency or an install script that is needed; `npm ci` checks their digests.
install_npm_tools() {
    npm_tools_ready && return
    echo "安裝 npm 套件 / installing npm packages: .tools"
    rm -rf .tools
    mkdir .tools
    cp scripts/tools/package.json "$lock" .tools/
    npm ci --prefix .tools --ignore-scripts --no-audit --no-fund --loglevel=error >/dev/null
    touch .tools/complete
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
    install_npm_tools
    ;;
hugo)
    has hugo || need hugo
    install_missing
    ;;
*)
    sed -n '2,6s/^# //p' "$0" >&2
    exit 2
    ;;
esac
