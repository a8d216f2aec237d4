"""What the page takes from Streamlit without having been promised it: an upgrade that changes it is told here.

Streamlit registers a component's files for installed packages only; `_registered` in ui/component.py registers folders of
ours by the same inner call. Should one of these tests fail after an upgrade, the
function that it names is the place to mend.
"""

import inspect
from importlib import import_module
from pathlib import Path

import pytest
from streamlit.runtime.scriptrunner import ScriptRunContext

BOARD = Path(__file__).parents[1] / "ui/board"
CHANGED = "This Streamlit has changed how a component's folder is registered ({}): mend _registered in ui/component.py"


def part(module: str, name: str) -> object:
    try:
        return getattr(import_module(f"streamlit.components.v2.{module}"), name)
    except (ImportError, AttributeError) as error:
        pytest.fail(CHANGED.format(error))


@pytest.fixture
def manager():
    return part("component_manager", "BidiComponentManager")()


@pytest.fixture
def manifest():
    config, manifest = part("manifest_scanner", "ComponentConfig"), part("manifest_scanner", "ComponentManifest")
    return manifest("side-by-side", "1", [config("board", "browser")])


def test_the_calls_that_register_the_boards_folder_are_still_there():
    assert callable(part("get_bidi_component_manager", "get_bidi_component_manager"))
    manager = part("component_manager", "BidiComponentManager")
    for call, takes in {"get_component_path": ["name"], "register_from_manifest": ["manifest", "package_root"]}.items():
        found = getattr(manager, call, None)
        assert found, CHANGED.format(f"no {call}")
        assert list(inspect.signature(found).parameters)[1:] == takes, CHANGED.format(f"{call} takes something else")


def test_a_folder_registered_by_them_is_the_one_that_is_served(manager, manifest):
    manager.register_from_manifest(manifest, BOARD)
    served = manager.get_component_path("side-by-side.board")
    assert served is not None and Path(served) == BOARD / "browser", CHANGED.format("another folder is served")


def test_the_board_is_known_under_its_name_and_its_script_is_a_file_not_inline(manager, manifest):
    manager.register_from_manifest(manifest, BOARD)
    build = part("component_definition_resolver", "build_definition_with_validation")
    definition = build(manager=manager, component_key="side-by-side.board", html=None, css=None, js="board.js")
    assert definition.js_url == "board.js", CHANGED.format("a script that a strict policy would refuse")
    assert definition.js_content is None


def test_a_run_still_says_whether_the_browsers_own_buttons_led_to_it():
    assert getattr(ScriptRunContext, "is_history_navigation", None) is False, (
        "This Streamlit no longer says so, or says it otherwise: mend _went_back_or_forth in ui/state/visiting.py"
    )
