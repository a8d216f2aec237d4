"""What every visitor meets before the page itself: headers, the strict content policy, and the limit on addresses."""

import json
import re
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path

import pytest
from playwright.sync_api import expect
from streamlit.file_util import get_static_dir

from ui.guards import LONGEST_TARGET
from ui.headers import content_security_policy, script_hashes

STATIC_FILE = "/" + next(Path(get_static_dir()).glob("static/js/index.*.js")).relative_to(get_static_dir()).as_posix()
EVERYWHERE = ["/", "/no-such-page", STATIC_FILE, "/_stcore/health", "/" + "a" * LONGEST_TARGET]


def get(server, target: str, **headers: str) -> HTTPResponse:
    connection = HTTPConnection(server.address, timeout=30)
    connection.request("GET", target, headers=headers)
    response = connection.getresponse()
    response.text = response.read().decode()
    connection.close()
    return response


def answer_to_websocket(server, **headers: str) -> int:
    handshake = {
        "Connection": "Upgrade",
        "Upgrade": "websocket",
        "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "c2lkZS1ieS1zaWRlLTEyMw==",
    }
    return get(server, "/_stcore/stream", **handshake, **headers).status


def test_a_server_that_starts_says_where_it_is_and_nothing_else(serve):
    with serve() as server:
        get(server, "/")
    said = [line.strip() for line in server.log if line.strip()]
    assert [line.partition(":")[0] for line in said] == ["You can now view your Streamlit app in your browser.", "URL"]


@pytest.mark.parametrize("target", EVERYWHERE, ids=["page", "unknown page", "script", "health", "refusal"])
def test_every_answer_carries_the_security_headers(server, target):
    headers = get(server, target).headers
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert "camera=()" in headers["Permissions-Policy"]
    assert headers.get_all("Content-Security-Policy") == [headers["Content-Security-Policy"]]
    assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]


def test_no_script_runs_but_ours(server):
    policy = get(server, "/").headers["Content-Security-Policy"]
    rules = dict(rule.split(" ", 1) for rule in policy.split("; "))
    first, *others = rules["script-src"].split()
    assert first == "'self'"
    assert others == script_hashes(get(server, "/").text)
    assert rules["default-src"] == rules["object-src"] == "'none'"
    assert "unsafe-eval" not in policy
    assert not re.search(r"https?:|\*", policy)


def test_the_policy_follows_the_inline_script_when_an_upgrade_changes_it():
    page = '<script>\n  a = 1\n</script><script type="module" src="./b.js"></script>'
    assert len(script_hashes(page)) == 1
    assert content_security_policy(page) != content_security_policy(page.replace("1", "2"))


def test_an_address_too_long_for_any_link_is_refused_in_one_sentence(server):
    response = get(server, "/?staff=" + "9" * LONGEST_TARGET)
    assert response.status == 414
    assert response.text.count("\n") == 1
    assert "too long" in response.text


def test_an_address_as_long_as_a_link_may_be_is_served(server):
    assert get(server, "/?a=" + "9" * (LONGEST_TARGET - 3)).status == 200


@pytest.mark.parametrize("host", ["127.0.0.1", "council.example", "council.example:8501"])
def test_our_own_page_may_open_a_websocket_wherever_it_is_served(server, host):
    assert answer_to_websocket(server, Host=host, Origin=f"https://{host}") == 101


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "http://127.0.0.1:1", "null", "", "http://[oops"])
def test_a_page_of_another_site_may_not_and_streamlit_is_not_even_asked(server, origin):
    assert answer_to_websocket(server, Origin=origin) == 403
    assert not any("Rejecting WebSocket" in line or "external IP" in line for line in server.log)


@pytest.mark.parametrize(("scheme", "ground"), [("light", "rgb(255, 255, 255)"), ("dark", "rgb(17, 21, 27)")])
def test_charts_and_html_are_drawn_under_the_strict_policy_in_both_themes(open_page, scheme, ground):
    page = open_page(scheme=scheme)
    expect(page.get_by_test_id("stHtml").first).to_be_visible()
    expect(page.get_by_role("figure").locator("svg")).to_be_visible()
    expect(page.get_by_test_id("stApp")).to_have_css("background-color", ground)


def test_a_script_smuggled_into_the_page_does_not_run(browser, server):
    page = browser.new_page()  # a tab nobody listens to, as Chromium rightly complains in this one
    page.goto(server.url())
    page.evaluate("""
        const script = document.createElement('script')
        script.textContent = 'window.smuggled = true'
        document.head.append(script)
    """)
    assert page.evaluate("window.smuggled") is None
    page.close()


def test_streamlits_page_is_asked_to_open_no_dialog_of_its_own(server):
    answer = get(server, "/_stcore/host-config")
    assert json.loads(answer.text)["blockErrorDialogs"] is True
    assert int(answer.headers["Content-Length"]) == len(answer.text.encode())
