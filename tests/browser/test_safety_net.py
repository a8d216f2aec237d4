"""The nets under every browser test hold: whatever goes wrong in a tab is noticed, and so is what axe should find."""

import pytest

FAULTS = {
    "console.error('it broke')": "Console error: it broke",
    "setTimeout(() => { throw new Error('it broke') })": "Uncaught error: it broke",
    "fetch('/media/no-such-file.png')": "The server answered 404",
    "fetch('http://192.0.2.1/')": "violates the following Content Security Policy",
}


@pytest.mark.parametrize(("fault", "complaint"), FAULTS.items(), ids=["console", "error", "answer", "policy"])
def test_a_fault_in_a_tab_is_noticed(browser, server, complaints_about, fault, complaint):
    page = browser.new_page()
    page.goto(server.url())
    complaints = complaints_about(page)
    with page.expect_event("pageerror" if "throw" in fault else "console"):
        page.evaluate(f"void {fault}")
    assert any(complaint in noticed for noticed in complaints)
    page.close()


@pytest.mark.parametrize("request_it", ["new Image().src = 'http://192.0.2.1/a.png'", "new WebSocket('ws://192.0.2.1/')"])
def test_a_request_to_another_machine_is_noticed(browser, complaints_about, request_it):
    page = browser.new_page()  # an empty tab, where no content policy stops the request before it is made
    complaints = complaints_about(page)
    with page.expect_event("websocket" if "WebSocket" in request_it else "request"):
        page.evaluate(f"void ({request_it})")
    assert complaints[0].startswith("The page asked another machine")
    page.close()


def test_axe_names_what_it_finds(browser, axe):
    page = browser.new_page()
    page.set_content("<html lang=en><title>t</title><main><h1>t</h1><img src=data:, id=bare></main>")
    (found,) = axe(page)
    assert found.startswith("image-alt (critical)")
    assert "#bare" in found
    page.close()


def test_axe_has_nothing_to_say_about_a_sound_page(browser, axe):
    page = browser.new_page()
    page.set_content("<html lang=en><title>t</title><main><h1>t</h1></main>")
    assert axe(page) == []
    page.close()
