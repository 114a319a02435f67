"""What is due, late and on its way: rounds, figures by period, the way a metric is expected to go, and who lags."""

from facilitation.followup.asking import Answer, Ask, Stage, answers, asked, stage
from facilitation.followup.due import awaited, ended, overdue
from facilitation.followup.duties import NOTHING_ASKED, Duties, counted, duties
from facilitation.followup.entering import doubts, follows, share
from facilitation.followup.followed import FollowedGoal, FollowedMetric, Loose, follow, follow_loose
from facilitation.followup.outlook import LooseOutlook, Outlook, loose_on, loose_outlook, outlooks, standings_on
from facilitation.followup.progress import Progress, Progressed, progress
from facilitation.followup.reminding import STEPS, Nudge, Step, nudge, step, written_to
from facilitation.followup.rollup import Tally, added, by_name, by_theme, finding, lagging, tally, urgent
from facilitation.followup.standing import NONE_LOOSE, LooseActions, Standing, loose_actions, standing, standings
from facilitation.followup.status import STATUSES, Judged, Status, judged
from facilitation.followup.then import stood
from facilitation.followup.trajectory import expected, points
from facilitation.followup.waiting import before, passed_over, waiting
from facilitation.shapes.followed import Round
from facilitation.shapes.series import Break, Figure, Series, breaks, latest, series

__all__ = [
    "NONE_LOOSE",
    "NOTHING_ASKED",
    "STATUSES",
    "STEPS",
    "Answer",
    "Ask",
    "Break",
    "Duties",
    "Figure",
    "FollowedGoal",
    "FollowedMetric",
    "Judged",
    "Loose",
    "LooseActions",
    "LooseOutlook",
    "Nudge",
    "Outlook",
    "Progress",
    "Progressed",
    "Round",
    "Series",
    "Stage",
    "Standing",
    "Status",
    "Step",
    "Tally",
    "added",
    "answers",
    "asked",
    "awaited",
    "before",
    "breaks",
    "by_name",
    "by_theme",
    "counted",
    "doubts",
    "duties",
    "ended",
    "expected",
    "finding",
    "follow",
    "follow_loose",
    "follows",
    "judged",
    "lagging",
    "latest",
    "loose_actions",
    "loose_on",
    "loose_outlook",
    "nudge",
    "outlooks",
    "overdue",
    "passed_over",
    "points",
    "progress",
    "series",
    "share",
    "stage",
    "standing",
    "standings",
    "standings_on",
    "step",
    "stood",
    "tally",
    "urgent",
    "waiting",
    "written_to",
]
