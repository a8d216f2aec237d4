"""Everything a visitor does can be taken back in one press, and had again in another."""

PRESET = ["Nil", "£2.775m", "£4.710m", "£1.561m"]


def test_each_settled_change_is_one_step_back(visit):
    assert visit.page.button(key="undo").disabled
    visit.slide("staff", 5200)
    visit.enter("offices", "9")
    visit.press("undo")
    assert visit.changes == {"staff": 5200}
    assert visit.entry("offices") == "7"
    visit.press("undo")
    assert visit.costs == PRESET
    assert visit.page.button(key="undo").disabled
    visit.press("redo")
    visit.press("redo")
    assert visit.changes == {"staff": 5200, "offices": 9}
    assert visit.page.button(key="redo").disabled


def test_resetting_all_is_one_step(visit):
    visit.slide("staff", 5200)
    visit.slide("offices", 9)
    visit.press("reset-all")
    visit.press("undo")
    assert visit.changes == {"staff": 5200, "offices": 9}


def test_choosing_another_preset_is_one_step(visit):
    visit.slide("staff", 5200)
    visit.choose("county")
    visit.press("undo")
    assert (visit.preset, visit.changes) == ("north-council", {"staff": 5200})
    assert visit.page.selectbox(key="choice").value == "north-council"
    visit.press("redo")
    assert (visit.preset, visit.changes) == ("county", {})


def test_rescaling_the_weights_is_one_step(visit):
    visit.open("How sure")
    visit.pick("how-sure", "Weights")
    outcome = visit.computed.scenario.outcomes[0].id
    for each in visit.computed.scenario.outcomes:
        visit.page.session_state["changes"] = {**visit.changes, f"weight.{each.id}": 50.0}
    visit.run()
    visit.press("swing-scale")
    assert visit.changes == {}
    visit.press("undo")
    assert visit.changes[f"weight.{outcome}"] == 50


def test_a_refused_entry_is_no_step(visit):
    visit.enter("staff", "nonsense")
    assert visit.page.button(key="undo").disabled


def test_a_change_after_an_undo_leaves_nothing_to_redo(visit):
    visit.slide("staff", 5200)
    visit.press("undo")
    visit.slide("offices", 9)
    assert visit.page.button(key="redo").disabled


def test_why_the_order_changed_is_told_of_the_last_change_where_the_preset_says_something_else(visit):
    visit.slide("cloud.months", 25)
    assert "Microsoft Cloud drops to third" in visit.text
    assert "Last change:" not in visit.text, "the sentence above says it already"
    visit.slide("staff", 4600)
    visit.slide("cloud.months", 20)
    assert "Last change: Microsoft 365 drops to third: at 20 months Microsoft Cloud delivers sooner." in visit.text
