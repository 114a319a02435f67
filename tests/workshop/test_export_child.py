from dataclasses import replace

import pytest

from facilitation.report import english, report
from tests.facilitation.sample_plan import DAY, PACK, plan
from workshop import exports
from workshop.exports import child

REPORT = report(plan(), "en", english, PACK, made=DAY)


def test_a_child_makes_the_same_file_and_tells_how_far_it_is():
    heard: list[tuple[int, int]] = []
    made = child.make("pptx", REPORT, told=lambda done, of: heard.append((done, of)))
    assert made == exports.make("pptx", REPORT)
    assert heard == [(n, len(REPORT.sections)) for n in range(1, len(REPORT.sections) + 1)]


@pytest.mark.parametrize(("seconds", "megabytes", "why"), [(0, 512, "late"), (30, 50, "memory")])
def test_a_child_that_takes_too_much_is_ended_and_the_reason_told(seconds: int, megabytes: int, why: str):
    with pytest.raises(child.Unmade) as told:
        child.make("pptx", REPORT, seconds=seconds, megabytes=megabytes)
    assert told.value.why == why


@pytest.mark.parametrize("starved", ["write", "silent", "ended"])
def test_what_fails_with_its_room_taken_or_without_a_word_has_run_out_of_memory(starved: str):
    with pytest.raises(child.Unmade) as told:
        child.run("tests.workshop.starved", starved, (), lambda done, of: None, None, 30, 512)
    assert told.value.why == "memory"


def test_the_same_fault_with_room_left_is_one_of_our_own():
    with pytest.raises(child.Unmade) as told:
        child.run("tests.workshop.starved", "plain", (), lambda done, of: None, None, 30, 512)
    assert told.value.why == "broken"


def test_a_child_that_keeps_the_processor_busy_is_ended_by_its_own_time_and_not_by_the_clock():
    with pytest.raises(child.Unmade) as told:
        child.run("tests.workshop.busy", "write", (), lambda done, of: None, None, 1, 512)
    assert told.value.why == "late"


def test_a_report_that_cannot_be_written_ends_the_child_only():
    with pytest.raises(child.Unmade, match="broken: AttributeError"):
        child.make("pptx", replace(REPORT, sections=("not a section",)))


def test_a_format_that_is_not_listed_is_refused_before_a_child_is_started():
    with pytest.raises(KeyError):
        child.make("exe", REPORT)
