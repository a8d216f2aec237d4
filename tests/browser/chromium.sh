#!/usr/bin/env bash
# Prints the path of a Chromium that really starts. Installs one if there is none; with `find` as argument it only looks.
set -euo pipefail
cd "$(dirname "$0")/../.."

starts() {
    # Ubuntu ships a chromium-browser that only says "use snap", so being on the PATH proves nothing.
    # An empty profile of its own keeps the trial out of the browser of whoever runs it.
    local browser=$1 profile status=1
    profile=$(mktemp -d)
    timeout 60 "$browser" --headless=new --no-sandbox --disable-gpu --no-first-run --user-data-dir="$profile" \
        --dump-dom about:blank 2>/dev/null | grep '<html' >/dev/null && status=0
    rm -rf "$profile"
    return $status
}

find_one() {
    local name path
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable "$(playwrights_own)"; do
        path=$(command -v "$name" 2>/dev/null) || continue
        starts "$path" && echo "$path" && return
    done
    return 1
}

playwrights_own() {
    [ -x .venv/bin/python ] || return 0
    .venv/bin/python - 2>/dev/null <<'PYTHON' || true
from playwright.sync_api import sync_playwright

with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
PYTHON
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_be_root() {
    as_root true 2>/dev/null
}

install_from_debian() {
    grep -qs '^ID=debian' /etc/os-release && may_be_root || return 1
    as_root apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq chromium
}

install_with_playwright() {
    [ -x .venv/bin/playwright ] || return 1
    if may_be_root; then .venv/bin/playwright install --with-deps chromium; else .venv/bin/playwright install chromium; fi
}

find_one && exit
if [ "${1:-}" != find ]; then
    echo "No Chromium found; installing one." >&2
    install_from_debian >&2 && find_one && exit
    install_with_playwright >&2 && find_one && exit
fi
echo "The browser tests need Chromium and none could be found or installed here: install it (on Debian: apt install chromium) or set CHROMIUM to the path of one." >&2
exit 1
