"""All scenes in one file of HTML: no server, no network, its letters and its keys within."""

import json
from base64 import b64encode
from dataclasses import asdict
from functools import cache
from hashlib import sha256
from pathlib import Path

from charts.palette import palette
from charts.placing import width
from exports.stage.markup import render
from exports.stage.slides import slides
from model.appraisal import Appraisal
from words.numbers import count
from words.stamp import stamp

BROWSER = Path(__file__).parent / "browser"
FONTS = Path(__file__).parents[1] / "page" / "fonts"
LETTERS = {400: "SourceSansPro-Regular.otf", 600: "SourceSansPro-Semibold.otf"}
FOOT_SIZE, FOOT_ROOM = 28, 880
"""Letters of the line at the foot, and the px it has beside the number of the scene."""
START = '\nplay(document.querySelector("#stage"), JSON.parse(document.querySelector("#deck").textContent));\n'


def document(now: Appraisal, *, date: str, link: str) -> bytes:
    """The scenes as a page that opens from a disk; date and link are the caller's."""
    script = (BROWSER / "stage.js").read_text(encoding="utf-8") + START
    digest = b64encode(sha256(script.encode()).digest()).decode()
    made = stamp(now, date, link)
    page = render(
        "document", title=made.line, script=script, hash=f"sha256-{digest}", styles=f"{letters()}\n{styles()}",
        deck=inert({**deck(now), "stamp": made.line, "link": made.link}),
    )
    return page.encode()


def deck(now: Appraisal) -> dict:
    """What the browser needs to show every scene."""
    return {"scenes": [asdict(slide) for slide in slides(now)], "foot": foot(now)}


def foot(now: Appraisal) -> str:
    """Who decides, and what the scores are; as much of it as there is room for."""
    who, staff = now.scenario.organisation.name, now.scenario.organisation.staff
    basis = any(option.published_cost for option in now.scenario.options)
    said = "Scores are our reconstruction." if basis else "Scores are assumptions."
    size = f", {count(now.value('staff'))} staff" if staff else ""
    fits = (words for words in (f"{who}{size}. {said}", f"{who}. {said}") if width(words, FOOT_SIZE) < FOOT_ROOM)
    return next(fits, said)


def inert(data: object) -> str:
    """JSON that no HTML ends early, whatever people wrote."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


@cache
def styles() -> str:
    """The stage's own rules, all below its class."""
    rules = (BROWSER / "stage.css").read_text(encoding="utf-8")
    return f"html,body,#stage{{margin:0;height:100%}}\n.stage{{{palette()}\n{rules}}}"


@cache
def letters() -> str:
    """Source Sans as part of the page."""
    return "".join(
        f'@font-face{{font-family:"Source Sans";font-weight:{weight};'
        f"src:url(data:font/otf;base64,{b64encode((FONTS / name).read_bytes()).decode()}) format('opentype')}}"
        for weight, name in LETTERS.items()
    )
