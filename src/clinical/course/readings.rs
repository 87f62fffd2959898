//! What can be read off a course, for the conditions of a scenario.

use super::{Course, Deed};
use crate::clinical::when::{Facts, Reading};
use crate::clinical::{Device, Fixed, News2, Scenario, Vitals};

/// Longer ago than any course lasts: never.
const NEVER: Fixed = Fixed::whole(3_000);

/// A course at this moment, with what is being said in a call.
pub(super) struct Now<'a> {
    scenario: &'a Scenario,
    course: &'a Course,
    told: Option<&'a [String]>,
    vitals: Vitals,
}

impl Course {
    pub(super) fn facts<'a>(&'a self, scenario: &'a Scenario) -> Now<'a> {
        Now { scenario, course: self, told: None, vitals: self.body.vitals(&scenario.patient) }
    }

    pub(super) fn facts_with<'a>(&'a self, scenario: &'a Scenario, told: &'a [String]) -> Now<'a> {
        Now { told: Some(told), ..self.facts(scenario) }
    }

    /// Whether a condition of the scenario holds now.
    #[must_use]
    pub fn holds(&self, scenario: &Scenario, when: &crate::clinical::When) -> bool {
        when.holds(&self.facts(scenario))
    }
}

impl Facts for Now<'_> {
    fn read(&self, reading: &Reading) -> Fixed {
        let body = &self.course.body;
        match reading {
            Reading::Rf => Fixed::whole(self.vitals.rf()),
            Reading::Spo2 => Fixed::whole(self.vitals.spo2()),
            Reading::Sbp => Fixed::whole(self.vitals.sbp()),
            Reading::Pulse => Fixed::whole(self.vitals.pulse()),
            Reading::Temp => Fixed::whole(self.vitals.temp().0).over(10),
            Reading::Acvpu => Fixed::whole(self.vitals.acvpu() as i32),
            Reading::Glucose => Fixed::whole(body.glucose().0).over(10),
            Reading::Refill => Fixed::whole(body.refill()),
            Reading::Pain => Fixed::whole(body.pain()),
            Reading::Urine => Fixed::whole(body.urine()),
            Reading::News2 => Fixed::whole(i32::from(News2::of(&self.vitals).total())),
            Reading::Oxygen => truth(body.oxygen.device != Device::Air),
            Reading::Arrest => truth(body.arrest()),
            Reading::Minute => minutes(self.course.now),
            Reading::In(position) => truth(body.position == *position),
            Reading::Level(id) => self.scenario.place_of(id).map_or(Fixed::ZERO, |place| body.level(place)),
            Reading::Done(id) => self.count(|deed| matches!(deed, Deed::Act(done) if done == id)),
            Reading::Since(id) => self.since(|deed| matches!(deed, Deed::Act(done) if done == id)),
            Reading::Seen(id) => self.count(|deed| match deed {
                Deed::Look(seen) => seen == id,
                Deed::Measure(measure) => measure.code() == id || (id == "rf" && measure.code() == "rf-30"),
                Deed::Act(_)
                | Deed::Call { .. }
                | Deed::Answer { .. }
                | Deed::Wait(_)
                | Deed::Event(_)
                | Deed::Push { .. } => false,
            }),
            Reading::Called(id) => self.count(|deed| called(deed, id)),
            Reading::SinceCall(id) => {
                let first = self.course.log.iter().find(|entry| called(&entry.deed, id));
                first.map_or(NEVER, |entry| minutes(self.course.now.saturating_sub(entry.at)))
            }
            Reading::Arrived(id) => truth(self.course.arrival(id).is_some_and(|at| at <= self.course.now)),
            Reading::Ordered(id) => truth(self.course.is_ordered(id)),
            Reading::Told(id) => truth(self.told(id)),
        }
    }
}

impl Now<'_> {
    fn count(&self, is_it: impl Fn(&Deed) -> bool) -> Fixed {
        let times = self.course.log.iter().filter(|entry| is_it(&entry.deed)).count();
        Fixed::whole(i32::try_from(times).unwrap_or(i32::MAX))
    }

    fn since(&self, is_it: impl Fn(&Deed) -> bool) -> Fixed {
        let last = self.course.log.iter().rfind(|entry| is_it(&entry.deed));
        last.map_or(NEVER, |entry| minutes(self.course.now.saturating_sub(entry.until)))
    }

    /// Whether something is being said, or was said in any call.
    fn told(&self, id: &str) -> bool {
        if let Some(told) = self.told {
            return told.iter().any(|said| said == id);
        }
        self.course
            .log
            .iter()
            .any(|entry| matches!(&entry.deed, Deed::Call { told, .. } if told.iter().any(|said| said == id)))
    }
}

fn called(deed: &Deed, id: &str) -> bool {
    matches!(deed, Deed::Call { receiver, .. } if receiver == id)
}

fn truth(is_so: bool) -> Fixed {
    if is_so { Fixed::ONE } else { Fixed::ZERO }
}

fn minutes(seconds: u32) -> Fixed {
    // Not whole seconds over 60: those would be held at 3 000.
    Fixed::thousandths(i32::try_from(seconds.min(180_000) * 50 / 3).unwrap_or(i32::MAX))
}
