"""What two send into one plan at once: the trail has a line for whoever changed something, and for nobody else."""

from dataclasses import replace
from datetime import date

from facilitation.plans.commands import Command, EnterFigure
from facilitation.shapes.followed import period_of
from tests.workshop.followed import FINANCE, SHARE, followed
from tests.workshop.tree import TODAY, Tree
from workshop.perform import Outcome
from workshop.web.following.sent import Sending

YEARS = [period_of("yearly", date(year, 1, 1)) for year in (2024, 2025)]
SAID = (None, None, "", "", "final", FINANCE, TODAY)
FIRST, OTHER = (EnterFigure(f"figure-{year.last:%Y}", SHARE.id, year, 40, *SAID) for year in YEARS)


def test_what_others_send_meanwhile_leaves_no_line_for_whoever_changes_nothing(tree: Tree):
    """As another worker does between two looks at the log."""
    desk = followed(tree)
    assert desk.ask(FIRST).ok

    def after_another(command: Command) -> Outcome:
        assert desk.ask(OTHER).ok
        return desk.ask(command)

    sending = Sending(desk.id)
    with desk.app.app_context():
        assert sending.through(after_another)(replace(FIRST, figure="figure-again")).ok
        assert sending.granted == []
        later = replace(FIRST, figure="figure-other", value=41)
        assert sending.through(desk.ask)(later).ok
    assert sending.granted == [later]
