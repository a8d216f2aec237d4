"""Our drawing of a figure stands where Plotly's own stands, in a real browser and in the page's letters."""

from base64 import b64encode
from pathlib import Path

import pytest
from plotly.offline import get_plotlyjs
from streamlit.file_util import get_static_dir

from charts import backlog, frontier, people_idle, ranges, roll_out, spending, tornado
from charts.canvas import COMPACT, STAGE, WIDE
from charts.drawing import svg
from charts.style import LIGHT
from model import presets
from model.appraisal import evaluate
from model.engine import Engine
from model.tornado import tornado as what_matters
from model.uncertainty import simulate

NEAR = 2.5
"""Px between words here and there."""
PAGE = """<style>@font-face { font-family: 'Source Sans'; font-weight: 200 900; src: url(data:font/woff2;base64,%s); }
body { margin: 0; font-family: 'Source Sans'; } div { position: absolute; inset: 0 auto auto 0; }</style>
<body><p>Letters <b>loaded</b></p><div id="plotly"></div><div id="ours"></div></body>"""
PLACES = """async ([figure, drawing]) => {
  const ours = document.querySelector('#ours'), theirs = document.querySelector('#plotly');
  ours.innerHTML = drawing;
  await Plotly.newPlot(theirs, figure.data, figure.layout, {staticPlot: true});
  const lines = (root, selector) => [...root.querySelectorAll(selector)]
    .flatMap(text => text.querySelector('.line') ? [...text.querySelectorAll('.line')] : [text])
    .map(line => ({words: line.textContent, box: line.getBoundingClientRect()}))
    .map(({words, box}) => [words, box.x, box.y]).sort((one, other) => one[0].localeCompare(other[0]) || one[2] - other[2]);
  const axes = theirs._fullLayout;
  const points = figure.data.filter(trace => trace.hovertext).flatMap(trace => {
    const across = axes[(trace.xaxis ?? 'x').replace('x', 'xaxis')], upwards = axes.yaxis;
    return trace.x.map((x, at) => [
      across._offset + across.d2p((trace.base?.[at] ?? 0) + x), upwards._offset + upwards.d2p(trace.y[at])]);
  });
  const spans = [...ours.querySelectorAll('[data-spans]')].flatMap(trace => trace.dataset.spans.split(' '));
  return {
    ours: lines(ours, 'text'), plotly: lines(theirs, '.annotation-text, .xtick text, .x2tick text, .ytick text'),
    marks: spans.map(span => span.split(',').map(Number)).map(([, y, x]) => [x, y]), points,
  };
}"""


@pytest.fixture(scope="module")
def sheet(browser):
    page = browser.new_page(viewport={"width": 1000, "height": 800})
    letters = next(Path(get_static_dir(), "static/media").glob("SourceSansVF-Upright*.woff2"))
    page.set_content(PAGE % b64encode(letters.read_bytes()).decode())
    page.add_script_tag(content=get_plotlyjs())
    page.evaluate("document.fonts.ready")
    yield page
    page.close()


@pytest.fixture(scope="module")
def subjects():
    engine = Engine(presets.load("north-council"))
    now, preset = evaluate(engine, {"staff": 5200, "cloud.months": 25}), evaluate(engine)
    others = {ranges: simulate(now, 500, 1), tornado: what_matters(now, "overall")}
    return lambda module: (now, others.get(module, preset))


@pytest.mark.parametrize("size", [WIDE, COMPACT, STAGE], ids=["wide", "phone", "stage"])
@pytest.mark.parametrize("module", [frontier, roll_out, people_idle, backlog, spending, ranges, tornado])
def test_words_and_marks_stand_where_plotly_puts_them(sheet, subjects, module, size):
    figure = module.figure(*subjects(module), LIGHT, size)
    found = sheet.evaluate(PLACES, [figure, svg(figure)])
    assert [words for words, *_ in found["ours"]] == [words for words, *_ in found["plotly"]]
    for (words, x, y), (_, there_x, there_y) in zip(found["ours"], found["plotly"], strict=True):
        assert (x, y) == pytest.approx((there_x, there_y), abs=NEAR), words
    assert found["marks"] and all(near(mark, found["points"]) for mark in found["marks"])


def near(mark: list[float], points: list[list[float]]) -> bool:
    return any(mark == pytest.approx(point, abs=0.02) for point in points)
