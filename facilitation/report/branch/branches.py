"""All branches together are read as a branch's units are: the same report and pages, which then speak of branches."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitation.report.reader import Wording
from facilitation.words import N_, Argument, Message

SAID: Mapping[str, str] = {
    "Median of the units": N_("Median of the branches"),
    "No unit has given a figure yet.": N_("No branch has given a figure yet."),
    "It is not agreed how the units’ figures are put together.": N_(
        "It is not agreed how the branches’ figures are put together."
    ),
    "Some units gave a share without its two counts, and shares cannot be added up.": N_(
        "Some branches gave a share without its two counts, and shares cannot be added up."
    ),
    "There was nothing to count in any unit.": N_("There was nothing to count in any branch."),
    "Some units have no target to meet.": N_("Some branches have no target to meet."),
    "Units that meet their target": N_("Branches that meet their target"),
    "Some units gave no weight: %(weight)s.": N_("Some branches gave no weight: %(weight)s."),
    "Some units have not said what they count.": N_("Some branches have not said what they count."),
    "Kept at unit level": N_("Kept in the branch"),
    "Objectives and units": N_("Objectives and branches"),
    "Which unit’s goals serve which objective of the strategy, and where there is none.": N_(
        "Which branch’s goals serve which objective of the strategy, and where there is none."
    ),
    "The figures are the numbers of the goals in each unit’s own plan.": N_(
        "The figures are the numbers of the goals in the plan of each branch."
    ),
    "Every objective has a goal in some unit": N_("Every objective has a goal in some branch"),
    "%(n)s of %(of)s objectives have a goal in some unit": N_("%(n)s of %(of)s objectives have a goal in some branch"),
    "Goals by objective and unit": N_("Goals by objective and branch"),
    "One objective has no goal in any unit": N_("One objective has no goal in any branch"),
    "%(n)s objectives have no goal in any unit": N_("%(n)s objectives have no goal in any branch"),
    "Where the units stand, from the lowest to the highest": N_(
        "Where the branches stand, from the lowest to the highest"
    ),
    "Levels of the units by objective": N_("Levels of the branches by objective"),
    "Unit": N_("Branch"),
    "Units": N_("Branches"),
    "The unit is no longer in the branch": N_("The branch is no longer there"),
    "The unit’s plan is no longer published": N_("The branch’s plan is no longer published"),
    "The goal is no longer in the unit’s plan": N_("The goal is no longer in the branch’s plan"),
    "Decisions on the units’ goals": N_("Decisions on the branches’ goals"),
    "Adopted %(adopted)s, merged %(merged)s, raised %(raised)s, kept at unit level %(kept)s": N_(
        "Adopted %(adopted)s, merged %(merged)s, raised %(raised)s, kept in the branch %(kept)s"
    ),
    "What was decided on the units’ goals": N_("What was decided on the branches’ goals"),
    "One goal of a unit waits for a decision": N_("One goal of a branch waits for a decision"),
    "%(n)s goals of units wait for a decision": N_("%(n)s goals of branches wait for a decision"),
    "Figures of the units together": N_("Figures of branches together"),
    "Figures are put together only where units count the same thing in the same way.": N_(
        "Figures are put together only where branches count the same thing in the same way."
    ),
    "Metrics of several units": N_("Metrics of several branches"),
    "%(metric)s: %(n)s of %(of)s units, missing: %(missing)s.": N_(
        "%(metric)s: %(n)s of %(of)s branches, missing: %(missing)s."
    ),
    "goal of a unit": N_("goal of one branch"),
    "goals of the units": N_("goals of the branches"),
    "goal of the branch": N_("goal of all branches"),
    "goals of the branch": N_("goals of all branches"),
    "Goals of the units": N_("Goals of the branches"),
    "Goals of different units with many words in common; whether they are one goal, people decide.": N_(
        "Goals of different branches with many words in common; whether they are one goal, people decide."
    ),
    "%(n)s units say nearly the same: “%(goal)s”": N_("%(n)s branches say nearly the same: “%(goal)s”"),
    "The branch has one goal": N_("All branches have one goal together"),
    "The branch has %(n)s goals": N_("All branches have %(n)s goals together"),
    "The goals of the branch and whose they were": N_("The goals of all branches and whose they were"),
    "Plan of the branch": N_("Plans of the branches together"),
    "Of each unit one plan is read, the one that was approved last. Not read:": N_(
        "Of each branch one plan is read, the one that was approved last. Not read:"
    ),
    "The plan of the branch": N_("The plan of all branches"),
    "Begin the plan of the branch": N_("Begin the plan of all branches"),
    "It begins with the ministry’s own goals. What becomes of the units’ goals is decided one by one.": N_(
        "What becomes of the branches’ goals is decided one by one. Each branch keeps its own plan."
    ),
    "Adopted as a goal of the branch": N_("Adopted as a goal of all branches"),
    "Merged into a goal of the branch": N_("Merged into a goal of all branches"),
    "They are one goal of the branch.": N_("They are one goal of all branches."),
    "No goals of different units have many words in common.": N_(
        "No goals of different branches have many words in common."
    ),
    "No letter reaches these units": N_("No letter reaches these branches"),
    "Ask units for their plans": N_("Ask branches for their plans"),
    "What the branch decided on these goals": N_("What was decided on these goals for all branches"),
    "Goal of the branch:": N_("Goal of all branches:"),
    "From the units’ figures": N_("From the branches’ figures"),
    "These are not asked for here: they are put together of what units enter in their own plans.": N_(
        "These are not asked for here: they are put together of what is entered in the branches’ plans."
    ),
    "Figures that come from the units’ plans are corrected there.": N_(
        "Figures that come from the branches’ plans are corrected there."
    ),
}
"""By what is said of units, what is said of branches."""


@dataclass(frozen=True)
class OfBranches:
    """Words what is said of units as being said of branches."""

    words: Wording

    def __call__(self, sentence: str | Message, /, **arguments: Argument) -> str:
        if isinstance(sentence, Message):
            return self.words(Message(SAID.get(sentence.id, sentence.id), sentence.arguments))
        return self.words(SAID.get(sentence, sentence), **arguments)
