"""How much the wire and the door take, in one place. Sizes in bytes, times in seconds.

What a field or a workshop may hold is the method's own (facilitation/limits.py).
"""

# -- Incoming -------------------------------------------------------------------------------------------------------
FRAME_BYTES = 64 * 1024
"""A frame above this cuts the connection while it is still arriving."""
FRAME_DEPTH = 16
LARGEST_INTEGER = 2**53 - 1
"""Beyond it a browser's numbers are no longer exact."""
WAITING_FRAMES = 64
"""Frames of one socket that were read and not yet answered; one in flight is the client's rule."""
ASKS = (50, 10.0)
"""Asks of one socket: so many in so many seconds, refused beyond."""
NEARS = (40, 10.0)
MOMENTS = (20, 10.0)
"""Catch-ups and looks into groups."""
MALFORMED_FRAMES = 20
"""So many on one socket, and it is cut."""
UNADMITTED_SECONDS = 5.0
"""A socket that has not said which workshop it is for by then is dropped."""
UNADMITTED_SOCKETS = 500
"""Sockets waiting to be admitted, in a worker: a whole room joins through one address at once."""
SOCKETS_A_SEAT = 8
SOCKETS_A_WORKSHOP = 1000

# -- Outgoing -------------------------------------------------------------------------------------------------------
PART_BYTES = 50_000
"""A part of a stream; the rest follows in parts of its own."""
OWED_MESSAGES = 256
OWED_BYTES = 1024 * 1024
"""A reader that is further behind is cut; it comes back and resumes by number."""
SEND_SECONDS = 20.0
"""One frame's time to leave; a line that takes longer is gone."""

# -- Rhythm ---------------------------------------------------------------------------------------------------------
REST_SECONDS = 0.04
REST_SECONDS_A_LISTENER = 0.001
"""Between two flushes of one stream, while there is more to tell: the more listen, the more is gathered into one."""
BEACON_SECONDS = 4.0
HEADS_SECONDS = 1.0
"""A change made by another process is noticed within this."""
ATTENTION_SECONDS = 3.0
NEAR_SECONDS = 1.0
NEAR_PEOPLE = 60
"""Beyond so many people `near` counts and names nobody."""
IDLE_SECONDS = 600.0
"""A room without sockets leaves memory after this; the log brings it back."""
POLLING_SECONDS = 10.0
"""A seat on the HTTPS fallback is present so long after its last question."""
AGAIN_AFTER_SECONDS = 1.5
"""Nobody comes back sooner: a server that leaves shuts its door within a second, and must not take anybody back in."""
AGAIN_SECONDS = 3.0
"""After a restart clients come back spread over this long."""

# -- Door -----------------------------------------------------------------------------------------------------------
TURN = 50
"""Asks that one transaction takes."""
SEAT_DAYS = 60
"""How long a seat's cookie and token are good; pre-work opens days before, the plan is read weeks after."""

# -- Files that people bring ----------------------------------------------------------------------------------------
UPLOAD_BYTES = 20 << 20
UPLOAD_MEMBERS = 2000
UNPACKED_BYTES = 120 << 20
"""All members together; an organisation's template with its pictures stays far below."""
PART_UNPACKED_BYTES = 40 << 20
MARKED_BYTES, MARKS, MARKS_TOLD, EQUALS = 60 << 20, 1_800_000, 800_000, 1_200_000
"""Of all members in XML together; signs "<" in them, and those whose attributes are looked at; signs "=".

A document of a thousand goals has 1,570,000 of the first and half of the others.
"""
RELATION_MARKS = 100_000
"""Signs "<" in one list of relations or types: every one is judged.

CHECK_SECONDS are enough for so many, and a full workbook has fewer.
"""
CHECK_SECONDS, CHECK_MEGABYTES = 2, 300
"""Of the processor, for the look from outside that every file gets before a library opens it."""
LOOK_SECONDS, LOOK_MEGABYTES = 10, 512
"""For a library's look into a template; the largest of those we know takes a second."""
PLAN_BYTES = 20 << 20
"""A plan as a JSON file; one of two hundred goals with every field filled, one text in three of them 2,000 letters
long, stays below."""
JSON_VALUES = 1_000_000
"""In one JSON file; two hundred goals with every field filled have a tenth."""
JSON_DEPTH = 64
"""Lists and objects within each other; a plan has eight."""
PACK_BYTES = 4 << 20
"""A method pack as one JSON file; the shipped one with everything it takes is a tenth of that."""
WORKBOOK_CELLS = 200_000
"""Cells with something in them, over all sheets; five thousand cards fill fewer."""
WORKBOOK_ROWS = 10_000
WORKBOOK_COLUMNS = 128
"""The last of each that anything may stand in: a library makes room for every cell up to it."""
WORKBOOK_LETTERS = 20_000_000
DOCUMENT_PARAGRAPHS = 60_000
"""Of a document that comes back; a thousand goals fill half."""
DOCUMENT_LETTERS = 20_000_000
"""Its signs, comments too; two hundred goals with every field filled, one text in three 2,000 letters long, fit."""
TABLE_BYTES = 4_000_000
"""A table of organisations or people as plain text."""
SUGGESTIONS_SENT = 20_000
"""Parts of the form that takes them in, two a suggestion."""
WORKBOOK_FORM_BYTES = 4 << 20
"""The differences of a workbook, signed and packed, on their way through the form that takes them in."""

# -- Paper ----------------------------------------------------------------------------------------------------------
SHEETS = 60
"""Answer sheets of one file; more people without a device get a second file."""
CARD_PAGES = 10
"""Pages of cards of each step."""
PAPER_LETTERS = 120
"""Of what is typed for the sheet by the door: the place, whom to ask."""

# -- Rights ---------------------------------------------------------------------------------------------------------
SURE_MINUTES = 15
"""After the password was asked, rights may be changed on that device for so long."""

# -- Signing in at a provider ---------------------------------------------------------------------------------------
PROVIDER_SECONDS = 10.0
"""For one answer of a provider, all of it; somebody waits at their browser."""
PROVIDER_BYTES = 512 * 1024
"""Of one answer; a large organisation's groups fit in far less."""
PROVIDER_KNOWN_SECONDS = 600
"""So long its description and keys are believed as they were."""
PROVIDER_ANEW_SECONDS = 60
"""Sooner nothing is asked anew, whatever keys tokens speak of."""
PROVIDER_LEEWAY_SECONDS = 60
"""How far its clock may be from ours."""
PROVIDER_LETTERS = 255
"""Of a subject, as OpenID Connect has it."""
PROVIDER_CODE_LETTERS = 4000
IDENTITY_LETTERS = 1000
SIGN_ON_SECONDS = 600
"""From going to the provider to coming back."""
SIGN_ONS_UNDER_WAY = 3
"""In one browser, in as many tabs; the oldest is forgotten."""

KEPT_MONTHS = 600
"""The longest that an organisation may want its workshops to be kept; beyond it is for good."""

TRAIL_LINES = 100
"""On one page of the trail."""

LINKS_KEPT_DAYS = 90
"""After a link to make an account ended it is forgotten whom it was for."""
LOGINS_KEPT_DAYS = 30
"""After a login ended."""
RECORDS_LETTERS = 4000
"""Of the list of records classes with their months."""
RETENTION_NOTICE_DAYS = 30
"""So long before a plan goes those whose it is are told."""
RETENTION_LINES = 200
"""On the page that tells what goes next."""
INSIGHT_MINUTES = 60
"""So long an administrator may read what a workshop holds, once they have said why."""

FILES_SEARCHED = 500
"""Signed files and templates that one search reads; the rest are told to be looked into by hand."""
FINDINGS = 10_000
"""Places in which one person is found and may be chosen; a log counts as one."""

# -- Organisations and people brought as tables ---------------------------------------------------------------------
REGISTRY_ROWS = 2000
"""A whole government has fewer units; more come in several tables."""
LETTERS_SHOWN = 50
"""Of those that a table would have written; the others are only counted."""
DOINGS_SHOWN = 50
"""Of each kind of what a table would do; the others are only counted."""

# -- Other programs -------------------------------------------------------------------------------------------------
TOKEN_ASKS = 600
TOKEN_ASKS_DRIP = 0.1
"""Asks of one token at once, and then one each so many seconds, in a worker."""
TOKEN_GUESS_SECONDS = 30.0
"""Whoever showed too many tokens that are none waits so long for each further one."""
TOKEN_DAYS = 730
"""The longest that a token may let in; nobody remembers one for longer."""
TOKENS = 50
"""In use at once, of one organisation."""
API_PAGE = 50
API_PAGE_MOST = 200
"""Lines of one answer, unless fewer or more are asked for; and the most."""
API_BYTES = 2 << 20
"""What one ask may carry; one that brings a plan as data may be as large as such a file."""

# -- Letters --------------------------------------------------------------------------------------------------------
LETTER_TRIES = 6
LETTER_AGAIN_MINUTES = 5
"""After a failed try; each further wait is four times as long, so the last try is some 28 hours after the first."""
LETTER_TAKEN_MINUTES = 60
"""How long a caller that has taken letters may need; after a crash they are tried again then."""
LETTERS_AT_ONCE = 200
"""What one call of `toimi due` sends: posts slow down whoever sends more."""
LETTER_OVERDUE_MINUTES = 30
"""A letter that was due so long ago and was not even tried says that no timer calls `toimi due`."""
LETTERS_KEPT_DAYS = 90
"""How long it can be seen that a letter went out."""
LETTER_SECONDS = 20.0
"""How long the post may take to answer."""
COMMENT_REMINDER_DAYS = 3
"""Before the last day for comments, those who were asked by letter hear of it once more."""
COMMENTERS_ASKED = 60
"""Addresses that are asked for comments at once."""
LETTER_LINES = 12
"""Of what a round asks for from a role, in a letter; the page behind its link has all."""
LETTER_ROLES = 3
"""Named in a letter's subject; the letter itself tells of all."""

# -- Files in the making --------------------------------------------------------------------------------------------
MADE_AT_ONCE = 2
"""In a worker; each takes a processor for some seconds, and a room is at work."""
MADE_SECONDS = 600.0
"""A file that was made is kept so long from when it was asked for, whether it was fetched or not."""
WAITING_SECONDS = 300.0
MAKING_SECONDS = 60.0
"""Without a word from its worker for so long, a making is over; a child itself has half of that in all."""
UNREADY_A_PERSON = 30
"""Files and pictures that one person may have waiting; a whole gallery and what is asked for from it."""
PICTURED_PAGES = 3
"""First pages that the gallery shows."""
PICTURED_LETTERS = 20_000
"""Of one page's texts, in its picture."""

LISTED = 100
"""Plans on one page of a list."""
UNITS_LISTED = 12
"""On one page of a branch's goals, whose goals are decided on: some two hundred goals, folded away by unit."""
GOALS_OPEN = 60
"""Up to so many goals on such a page no unit is folded away."""
ALIKE_LISTED = 12
"""Groups of goals that look alike, or decisions to look at again, on one page of their own."""
ALIKE_FIRST = 3
"""Of these, the first ones above all goals of a branch; a page of their own shows the rest."""
SIDE_BY_SIDE = 4
"""Goals of a group that stand side by side; of a larger group the rest is a list of its own."""

# -- Follow-up ------------------------------------------------------------------------------------------------------
PLANS_AT_HAND = 300
"""Approved plans that a worker remembers as it read them: five branches of 60 units. A large one takes half a
megabyte."""
TERMS_AT_HAND = 600
"""Plans of which a worker remembers no more than those before and after them need: some forty kilobytes each."""
STANDINGS_AT_HAND = 3_000
"""Plans of which a worker remembers, for a day, where each goal stands; one takes some ten kilobytes."""
TALLIES_AT_HAND = 10_000
"""Plans and days of which a worker remembers how many goals stood where; one takes some four hundred bytes."""
ROUNDS_TOLD = 4
"""By which a dashboard tells how the goals have moved: the last ones that are over."""
MOVING_PLANS = 120
"""Over which that is told: of each, a few milliseconds a round are judged anew when it is first looked at."""
BRANCHES_AT_HAND = 48
"""Pages of branches read together that a worker remembers as it told them, each language apart.

One of 60 units with 20 goals each takes some 0.7 megabytes.
"""
RECIPES_AT_HAND = 48
"""Branches' plans of which a worker remembers whose metrics theirs are made of."""
EDITIONS_AT_HAND = 12
"""Methods in the words of before."""
FIGURES_AT_HAND = 6
"""The newest ones of a metric that go along: the last rounds are told by them."""
CHECK_IN_DAYS = 60
"""How long a link to check in by leads anywhere."""
ROUNDS_LISTED = 24
"""On an organisation's page, the newest ones."""
