"""Every limit of the method in one place: lengths in characters, counts, levels, minutes."""

# Texts
TITLE = 120
TASK = 1_000
HEADLINE = 200
NAME = 80
ORGANISATION = 120
PERIOD = 60
LINK = 500
CARD_TEXT = 1_000
SHORT_TEXT = 300
NOTE = 500
REASON = 1_000
BRIEFING = 5_000
CHOICE = 200
SECTION = 8_000

# A room
SEATS = 1_000
GROUPS = 40
STEPS = 40
CARDS = 5_000
CARDS_PER_SEAT_AND_STEP = 100
CARDS_PER_COMMAND = 200
STATEMENTS = 200
CHOICES = 20

# A plan
LINES = 2_000
VERSION = 120
COMMENT = 2_000
COMMENTS = 5_000
APPROVERS = 10
DEPUTIES = 5
UNITS = 500
RECORD_NUMBER = 80
FILE_NAME = 120

# Time
MINUTES = 600
TIMER_SECONDS = 4 * 60 * 60

# Marks and votes
LOWEST_LEVEL = 1
HIGHEST_LEVEL = 5
PICKS = 5
FEWEST_DOTS = 3
MOST_DOTS = 6
EXAMPLES = 3

# What may be shown: a result needs five answers; under twelve the marks are shown in bins
SHOWN_FROM = 5
DOTS_SHOWN_FROM = 12
DISAGREES_FROM = 2.0

# Goals, actions and metrics
INTERIM = 12
MILESTONES = 20
GOAL_SHORTEST = 40
GOAL_LONGEST = 220
GOALS_PER_PLAN = 7
METRICS_PER_GOAL = 3
LEVEL_JUMP = 3
HIGH_LEVEL = 4
ALIKE = 0.8
LOOKS_ALIKE = 0.5
ACTIONS_AT_ONCE = 4
MEASUREMENTS_BEFORE_DUE = 2
STEADY_DENOMINATOR = 10

# Follow-up: days from a period's end until its figure can be had, by how often it is counted, where the metric does not
# say so itself: a month's before the next month is over, a year's once the accounts of the state are closed, by the end
# of March, those between as reports of finances come out. And how little behind is only slightly so
DAYS_TO_COUNT = {"monthly": 20, "quarterly": 45, "twice_a_year": 60, "yearly": 90, "once": 45}
LONGEST_COUNT = 366
SLIGHT = 0.1
FIGURES = 20_000
# Days before a round's last one on which it is told again, if it lasts twice as long; days after it until the plan's
# owner hears who has not answered; and until nobody is told any more
DAYS_BEFORE_DUE = 7
DAYS_TO_THE_OWNER = 7
DAYS_OF_REMINDING = 30
LARGEST = 1e15
# Years over which the work of an action is spread at most; whoever lets it end in 9999 means that it goes on for good
YEARS_OF_WORK = 30

# Words whose stems are kept at hand: those of all branches of a government
STEMS = 50_000

# A pack
PACK_CHARACTERS = 2_000_000
PACK_ENTRIES = 1_000

# A transfer to another service
TRANSFER_SHEETS = 10
TRANSFER_COLUMNS = 60
TRANSFER_LONGEST = 100_000
