#!/usr/bin/env bash
# Prints the path of a Chromium that really starts. Installs one if there is none; with `find` as argument it only looks.
set -euo pipefail
cd "$(dirname "$0")/../.."

within() {
    # A Mac has no timeout: there it takes as long as it takes.
    if command -v timeout >/dev/null; then timeout "$@"; else "${@:2}"; fi
}

starts() {
    # Ubuntu's chromium-browser may only say "use snap", so being on the PATH proves nothing.
    # An empty profile of its own keeps the trial out of the browser of whoever runs it.
    local browser=$1 profile status=1
    profile=$(mktemp -d)
    within 60 "$browser" --headless=new --no-sandbox --disable-gpu --no-first-run --user-data-dir="$profile" \
        --dump-dom about:blank 2>/dev/null | grep '<html' >/dev/null && status=0
    rm -rf "$profile"
    return $status
}

find_one() {
    local name path
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable "$(playwrights_own)"; do
        path=$(command -v "$name" 2>/dev/null) && starts "$path" && echo "$path" && return
    done
    return 1
}

playwrights_own() {
    .venv/bin/python - 2>/dev/null <<'PYTHON' || true
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
PYTHON
}

playwright_starts() {
    .venv/bin/python -m playwright --version >/dev/null 2>&1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_be_root() {
    as_root true 2>/dev/null
}

apt_install() {
    may_be_root || return 1
    echo "Installing $1 for the browser tests." >&2
    as_root apt-get update -qq >&2 && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$1" >/dev/null
}

install_from_debian() {
    grep -qs '^ID=debian' /etc/os-release && apt_install chromium
}

install_with_playwright() {
    local with_deps=
    may_be_root && with_deps=--with-deps
    echo "Downloading Chromium for the browser tests." >&2
    .venv/bin/python -m playwright install $with_deps --no-shell chromium >/dev/null
}

refuse() {
    echo "$1" >&2
    exit 1
}

NO_CHROMIUM="The browser tests need Chromium and none could be found or installed here: install it (on Debian: \
sudo apt install chromium) or set CHROMIUM to the path of one."
NO_PLAYWRIGHT="The browser tests need Playwright, which does not start here: on Debian and Ubuntu, sudo apt install \
libatomic1 puts that right."

if [ "${1:-}" = find ]; then
    find_one || refuse "$NO_CHROMIUM"
else
    # A minimal Debian or Ubuntu lacks a library of a few kB that Playwright's driver is linked against.
    playwright_starts || { apt_install libatomic1 && playwright_starts; } || refuse "$NO_PLAYWRIGHT"
    find_one || { install_from_debian && find_one; } || { install_with_playwright && find_one; } || refuse "$NO_CHROMIUM"
fi
