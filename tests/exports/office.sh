#!/usr/bin/env bash
# Prints the path of a LibreOffice that really opens sheets, slides and texts. Installs one if there is none; with
# `find` as argument it only looks.
set -euo pipefail

within() {
    # A Mac has no timeout: there it takes as long as it takes.
    if command -v timeout >/dev/null; then timeout "$@"; else "${@:2}"; fi
}

works() {
    # Debian packs Calc, Impress and Writer apart, so a soffice on the PATH proves nothing: each is tried once, in a
    # profile of its own, out of the way of whoever runs it.
    local office=$1 place status=1
    place=$(mktemp -d)
    echo 1 >"$place/sheet.csv"
    echo text >"$place/words.txt"
    cat >"$place/slides.fodp" <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"
    office:mimetype="application/vnd.oasis.opendocument.presentation">
    <office:body><office:presentation/></office:body>
</office:document>
XML
    (cd "$place" && within 120 "$office" "-env:UserInstallation=file://$place/profile" --headless --convert-to pdf \
        sheet.csv words.txt slides.fodp) >/dev/null 2>&1 || true
    [ -s "$place/sheet.pdf" ] && [ -s "$place/words.pdf" ] && [ -s "$place/slides.pdf" ] && status=0
    rm -rf "$place"
    return $status
}

find_one() {
    local name path
    for name in "${SOFFICE:-}" soffice libreoffice /Applications/LibreOffice.app/Contents/MacOS/soffice; do
        path=$(command -v "$name" 2>/dev/null) && works "$path" && echo "$path" && return
    done
    return 1
}

as_root() {
    if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

install_from_the_distribution() {
    command -v apt-get >/dev/null && as_root true 2>/dev/null || return 1
    echo "Installing LibreOffice for the tests of the exports." >&2
    as_root apt-get update -qq >&2 && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq \
        --no-install-recommends libreoffice-calc libreoffice-impress libreoffice-writer fonts-crosextra-carlito >/dev/null
}

refuse() {
    echo "The tests of the exports need LibreOffice with Calc, Impress and Writer, and none could be found or installed \
here: install it (on Debian: sudo apt install libreoffice-calc libreoffice-impress libreoffice-writer) or set SOFFICE to \
the path of one." >&2
    exit 1
}

if [ "${1:-}" = find ]; then
    find_one || refuse
else
    find_one || { install_from_the_distribution && find_one; } || refuse
fi
