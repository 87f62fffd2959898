//! What a change to the group means for the session around it.

use crate::ethics::StepId;
use crate::features::reflection::group::{Group, GroupEdit, GroupStage};
use crate::features::reflection::session::{GuideCopy, Session, StepMark, StepState};

/// The plan that a group begins with: an hour, where the guide has one.
const FIRST_PLAN: u16 = 60;

impl Session {
    /// Makes the session that of a group, where the guide has a plan.
    pub fn gather(&mut self) {
        let plans = &self.guide.plans;
        let plan = plans.iter().find(|plan| plan.minutes == FIRST_PLAN).or_else(|| plans.first());
        self.group = plan.cloned().map(Group::new);
    }

    /// The steps from the one on the screen on that are not left out.
    #[must_use]
    pub fn steps_to_come(&self) -> Vec<StepId> {
        let here = self.place_of(&self.at).unwrap_or_default();
        let ahead = self.steps().iter().skip(here).map(|step| &step.id);
        ahead.filter(|id| self.state_of(id) != StepState::Skipped).cloned().collect()
    }

    pub(super) fn change_group(&mut self, edit: GroupEdit, now_ms: u64) {
        let (at, to_come) = (self.at.clone(), self.steps_to_come());
        let Some(group) = &mut self.group else { return };
        let begins = edit == GroupEdit::Stage(GroupStage::Underway);
        group.apply(edit, &at, &to_come, now_ms);
        if begins {
            self.leave_out_by_plan();
        }
    }

    /// Steps that the plan has no time for are marked as skipped, and the group begins at the first that has some.
    /// Opening a skipped step takes it back in.
    fn leave_out_by_plan(&mut self) {
        let Some(group) = &self.group else { return };
        let (with_time, without): (Vec<&StepId>, Vec<&StepId>) =
            self.guide.steps.iter().map(|step| &step.id).partition(|id| group.plan.of_step(id).is_some());
        let begins_again = !with_time.contains(&&self.at) && self.marks.is_empty();
        let first = with_time.first().filter(|_| begins_again).map(|id| (*id).clone());
        let without: Vec<StepId> = without.into_iter().cloned().collect();
        if let Some(first) = first {
            self.at = first;
        }
        for step in without.into_iter().filter(|step| *step != self.at) {
            self.marks.entry(step).or_insert(StepMark::Skipped);
        }
    }

    /// Books what the step on the screen has had, before another one is opened.
    pub(super) fn settle_clock(&mut self, now_ms: u64) {
        if let Some(group) = &mut self.group {
            group.clock.settle(&self.at, now_ms);
        }
    }

    /// Another guide, as long as the group gathers. The plan of the same length comes with it.
    pub(super) fn choose_guide(&mut self, guide: GuideCopy) {
        let gathers = self.group.as_ref().filter(|group| group.stage == GroupStage::Gathering);
        let (Some(group), Some(first)) = (gathers, guide.steps.first()) else { return };
        let plan = guide
            .plans
            .iter()
            .find(|plan| plan.minutes == group.plan.minutes)
            .or_else(|| guide.plans.first());
        let Some(plan) = plan.cloned() else { return };
        self.at = first.id.clone();
        self.marks.clear();
        self.guide = guide;
        if let Some(group) = &mut self.group {
            group.take_plan(plan);
        }
    }

    /// The session as it is found again: a tablet that was left alone for long has not been talking.
    #[must_use]
    pub fn come_back(mut self, now_ms: u64) -> Self {
        if let Some(group) = &mut self.group {
            group.clock.come_back(&self.at, self.changed_ms, now_ms);
        }
        self
    }
}

#[cfg(test)]
mod tests {
    use crate::content::{Part, Plan};
    use crate::features::reflection::clock::Remaining;
    use crate::features::reflection::edits::Edit;
    use crate::features::reflection::fixtures::{group_session, guide_copy};
    use crate::features::reflection::group::{GroupEdit, GroupStage};
    use crate::features::reflection::session::StepState;

    const MIN: u64 = 60_000;

    #[test]
    fn the_clock_follows_the_steps() {
        let mut s = group_session();
        s.apply(Edit::Group(GroupEdit::Stage(GroupStage::Underway)), 0);
        s.apply(Edit::StepOpened("facts".into()), 4 * MIN);
        let clock = |s: &crate::features::reflection::session::Session| s.group.clone().unwrap().clock;
        assert_eq!(clock(&s).remaining(&s.at, 5 * MIN), Some(Remaining::Left(9)));
        s.apply(Edit::StepSkipped, 6 * MIN);
        s.apply(Edit::StepOpened("problem".into()), 8 * MIN);
        assert_eq!(clock(&s).remaining(&s.at, 8 * MIN), Some(Remaining::Left(4)));
    }

    #[test]
    fn a_step_without_time_in_the_plan_is_left_out_until_it_is_opened() {
        let mut s = group_session();
        let steps = [("problem", 8), ("facts", 7)].map(|(step, minutes)| (step.into(), minutes));
        let plan = Plan { minutes: 15, steps: steps.into(), ..Plan::default() };
        s.apply(Edit::Group(GroupEdit::Plan(plan)), 0);
        s.apply(Edit::Group(GroupEdit::Stage(GroupStage::Underway)), 0);
        assert_eq!(s.steps_to_come(), ["problem", "facts"].map(Into::into));
        s.apply(Edit::StepOpened("overall".into()), 0);
        assert_eq!(s.state_of(&"overall".into()), StepState::Now);
    }

    #[test]
    fn a_group_begins_at_the_first_step_that_its_plan_has_time_for() {
        let mut s = group_session();
        let steps = [("facts", 8), ("values", 7)].map(|(step, minutes)| (step.into(), minutes));
        let plan = Plan { minutes: 15, steps: steps.into(), ..Plan::default() };
        s.apply(Edit::Group(GroupEdit::Plan(plan)), 0);
        s.apply(Edit::Group(GroupEdit::Stage(GroupStage::Underway)), 0);
        assert_eq!(
            (s.at.as_str(), s.steps_to_come()),
            ("facts", ["facts", "values"].map(Into::into).to_vec())
        );
        assert_eq!(s.state_of(&"problem".into()), StepState::Skipped);
    }

    #[test]
    fn a_new_plan_while_underway_shares_out_over_the_steps_to_come() {
        let mut s = group_session();
        s.apply(Edit::Group(GroupEdit::Stage(GroupStage::Underway)), 0);
        s.apply(Edit::StepOpened("values".into()), 30 * MIN);
        s.apply(Edit::Group(GroupEdit::Replanned(12)), 30 * MIN);
        let clock = s.group.clone().unwrap().clock;
        assert_eq!(clock.left_for(&s.steps_to_come(), &s.at, 30 * MIN), 12);
        assert_eq!(clock.given_ms(&"problem".into()), Some(8 * MIN));
    }

    #[test]
    fn another_guide_keeps_the_length_and_begins_at_its_first_step() {
        let mut s = group_session();
        let mut other = guide_copy();
        other.steps.remove(0);
        other.steps[0].parts.push(Part::Problem);
        let mut plan = s.group.clone().unwrap().plan;
        plan.steps.remove(&"problem".into());
        other.plans = vec![Plan { minutes: 15, ..plan.clone() }, plan.clone()];
        s.apply(Edit::GuideChosen(Box::new(other.clone())), 0);
        assert_eq!((s.at.as_str(), s.group.clone().unwrap().plan), ("facts", plan));
        // Not in the middle of the talk.
        s.apply(Edit::Group(GroupEdit::Stage(GroupStage::Underway)), 0);
        s.apply(Edit::GuideChosen(Box::new(guide_copy())), 0);
        assert_eq!(s.guide, other);
    }

    #[test]
    fn somebody_alone_has_no_clock_and_no_plan() {
        let mut s = crate::features::reflection::fixtures::session();
        let before = s.clone();
        for edit in [GroupEdit::Resumed, GroupEdit::MoreTime, GroupEdit::Replanned(5)] {
            s.apply(Edit::Group(edit), 0);
        }
        assert_eq!((s.group.clone(), s.marks), (None, before.marks));
    }
}
