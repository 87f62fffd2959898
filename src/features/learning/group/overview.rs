//! How lessons were used as the basis for a talk: the number that workplaces lack, from what was logged. Pure.

use super::super::paths::csv::csv;
use crate::ethics::LessonId;
use crate::i18n::{Day, Messages};
use crate::order::ordered;
use crate::progress::{Arena, LessonTalk};

/// A time; open at an end that nobody has said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Period {
    /// The first day.
    pub from: Option<Day>,
    /// The last day.
    pub to: Option<Day>,
}

impl Period {
    /// Whether a day lies in it.
    #[must_use]
    pub fn has(self, day: Day) -> bool {
        self.from.is_none_or(|from| from <= day) && self.to.is_none_or(|to| day <= to)
    }
}

/// What was talked about in a time.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Overview {
    /// The lessons that were used, the one that was used last first. How many they are is the number.
    pub lessons: Vec<Used>,
    /// How many talks there were.
    pub talks: usize,
}

/// How a lesson was used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Used {
    /// Which lesson.
    pub lesson: LessonId,
    /// How many times.
    pub times: usize,
    /// When last.
    pub last: Day,
    /// How many took part, all times together.
    pub people: u32,
    /// In which arenas, and how many times in each.
    pub arenas: Vec<(Arena, usize)>,
}

/// What was talked about in a time. In which order the talks come makes no difference.
#[must_use]
pub fn overview<'t>(talks: impl Iterator<Item = &'t LessonTalk>, period: Period) -> Overview {
    let dated = talks.filter_map(|talk| Some((talk.on().filter(|day| period.has(*day))?, talk)));
    let dated: Vec<(Day, &LessonTalk)> = dated.collect();
    let mut ids: Vec<&LessonId> = dated.iter().map(|(_, talk)| &talk.lesson).collect();
    ids.sort_unstable();
    ids.dedup();
    let lessons = ids.into_iter().filter_map(|id| used(id, &dated)).collect();
    Overview {
        lessons: ordered(lessons, |one: &Used, other| {
            other.last.cmp(&one.last).then_with(|| one.lesson.cmp(&other.lesson))
        }),
        talks: dated.len(),
    }
}

fn used(lesson: &LessonId, dated: &[(Day, &LessonTalk)]) -> Option<Used> {
    let of_lesson = || dated.iter().filter(|(_, talk)| talk.lesson == *lesson);
    let in_arena = |arena: Arena| of_lesson().filter(|(_, talk)| talk.arena == arena).count();
    let arenas = Arena::ALL.into_iter().map(|arena| (arena, in_arena(arena)));
    Some(Used {
        lesson: lesson.clone(),
        times: of_lesson().count(),
        last: of_lesson().map(|(day, _)| *day).max()?,
        people: of_lesson().map(|(_, talk)| u32::from(talk.people)).sum(),
        arenas: arenas.filter(|(_, times)| *times > 0).collect(),
    })
}

/// The overview as a CSV file: a line for each lesson that was used, with a column for each arena.
#[must_use]
pub fn file(overview: &Overview, title: impl Fn(&LessonId) -> String, words: &Messages) -> String {
    let head = [words.talks_csv_lesson(), words.talks_csv_times(), words.talks_csv_last()];
    let mut head: Vec<String> = head.map(str::to_owned).to_vec();
    head.push(words.talks_csv_people().to_owned());
    head.extend(Arena::ALL.map(|arena| arena.name(words).to_owned()));
    let row = |used: &Used| {
        let times = |arena: Arena| used.arenas.iter().find(|(one, _)| *one == arena).map_or(0, |one| one.1);
        let mut row =
            vec![title(&used.lesson), used.times.to_string(), used.last.to_string(), used.people.to_string()];
        row.extend(Arena::ALL.map(|arena| times(arena).to_string()));
        row
    };
    let rows: Vec<Vec<String>> = std::iter::once(head).chain(overview.lessons.iter().map(row)).collect();
    csv(&rows)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn talk(lesson: &str, day: &str, arena: Arena, people: u8) -> LessonTalk {
        LessonTalk { lesson: lesson.into(), day: day.into(), arena, people }
    }

    fn day(text: &str) -> Day {
        Day::parse(text).unwrap()
    }

    #[test]
    fn a_lesson_tells_how_often_it_was_used_when_last_and_where() {
        let talks = [
            talk("verdighet", "2026-11-02", Arena::Handover, 4),
            talk("tvang", "2026-11-20", Arena::StudyDay, 30),
            talk("verdighet", "2026-11-09", Arena::StaffMeeting, 9),
            talk("verdighet", "2026-11-05", Arena::Handover, 5),
        ];
        let found = overview(talks.iter(), Period::default());
        let ids: Vec<_> = found.lessons.iter().map(|used| used.lesson.as_str()).collect();
        assert_eq!((ids, found.talks), (vec!["tvang", "verdighet"], 4));
        let used = &found.lessons[1];
        assert_eq!((used.times, used.last, used.people), (3, day("2026-11-09"), 18));
        assert_eq!(used.arenas, [(Arena::Handover, 2), (Arena::StaffMeeting, 1)]);
    }

    #[test]
    fn only_what_lies_in_the_period_counts_its_first_and_last_day_too() {
        let talks = ["2026-01-01", "2026-06-30", "2026-07-01", "snart"]
            .map(|day| talk("verdighet", day, Arena::Other, 3));
        let period = Period { from: Some(day("2026-01-01")), to: Some(day("2026-06-30")) };
        assert_eq!(overview(talks.iter(), period).talks, 2);
        assert_eq!(overview(talks.iter(), Period { from: period.from, to: None }).talks, 3);
        let backwards = Period { from: period.to, to: period.from };
        assert_eq!(overview(talks.iter(), backwards), Overview::default());
    }

    proptest! {
        #[test]
        fn the_order_of_the_talks_makes_no_difference_and_none_is_lost(
            talks in prop::collection::vec((0_usize..3, 1_u8..28, 0_usize..6, 1_u8..40), 0..30),
        ) {
            let talks: Vec<LessonTalk> = talks
                .into_iter()
                .map(|(lesson, day, arena, people)| {
                    let day = format!("2026-11-{day:02}");
                    talk(["a", "b", "c"][lesson], &day, Arena::ALL[arena], people)
                })
                .collect();
            let found = overview(talks.iter(), Period::default());
            prop_assert_eq!(&found, &overview(talks.iter().rev(), Period::default()));
            prop_assert_eq!(found.lessons.iter().map(|used| used.times).sum::<usize>(), talks.len());
            for used in &found.lessons {
                prop_assert_eq!(used.arenas.iter().map(|(_, times)| times).sum::<usize>(), used.times);
            }
        }
    }
}
