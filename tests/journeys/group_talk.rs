//! Lessons used in groups: every question can be asked, what the room sees, twenty talks on two tablets, and the
//! overview of them.

use std::path::Path;
use std::rc::Rc;
use std::sync::LazyLock;

use pollster::block_on;
use refleks::content::author::{PackFile, PackKind, packs, read};
use refleks::content::lesson::Screen;
use refleks::content::{LessonItem, LessonPack};
use refleks::ethics::{LessonId, TalkId};
use refleks::features::learning::group::asked::{Stands, asked};
use refleks::features::learning::group::face::face;
use refleks::features::learning::group::overview::{Period, file, overview};
use refleks::features::learning::group::table::{Effect, Msg, Place, Table, Way};
use refleks::i18n::{Day, Language};
use refleks::progress::{Arena, LessonTalk};
use refleks::storage::merge::merge_sets;
use refleks::storage::progress::{talk_of, talk_record};
use refleks::storage::{Change, Commit, Kind, Loaded, MemoryStore, Owner, Record, Records, Store, Stored};

use crate::support::words;

/// Every lesson in every language. Reading them takes a while, so it is done once.
static LESSONS: LazyLock<Vec<(Language, Vec<LessonItem>)>> = LazyLock::new(|| {
    let (course, findings) = read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"));
    assert_eq!(findings, []);
    let files = packs(&course).unwrap().into_iter().filter(|file| file.kind == PackKind::Lessons);
    let read = |file: PackFile| {
        let pack = LessonPack::parse(&String::from_utf8(file.bytes).unwrap()).unwrap();
        (file.language, pack.lessons)
    };
    files.map(read).collect()
});

fn lessons(language: Language) -> Vec<LessonItem> {
    LESSONS.iter().find(|(one, _)| *one == language).unwrap().1.clone()
}

#[test]
fn every_lesson_can_be_used_in_a_group_with_every_question_and_a_reason_for_every_part() {
    for language in Language::ALL {
        for item in lessons(language) {
            let id = item.neutral.id.as_str();
            let all = asked(&item);
            let screens = item.neutral.screens.iter().filter(|screen| !matches!(screen, Screen::Page(_)));
            for screen in screens {
                let of = |one: &str| one == screen.id() || one.starts_with(&format!("{}.", screen.id()));
                assert!(all.iter().any(|one| of(&one.id)), "{id}: {} is asked", screen.id());
            }
            for one in &all {
                let name = format!("{id}.{} in {language:?}", one.id);
                assert!(!one.question.is_empty() && !one.options.is_empty(), "{name}");
                assert!(one.reasons.iter().all(|part| !part.reason.is_empty()), "{name}");
                let has_none_right = one.reasons.iter().all(|part| part.stands == Stands::Position);
                assert_eq!(has_none_right, one.is_of_values, "{name}");
                if one.is_counted {
                    // Each option is spoken of, and once: what is counted is found again beside its reason.
                    let mut about: Vec<usize> =
                        one.reasons.iter().flat_map(|part| part.about.clone()).collect();
                    about.sort_unstable();
                    assert_eq!(about, (0..one.options.len()).collect::<Vec<_>>(), "{name}");
                }
            }
        }
    }
}

#[test]
fn a_group_is_asked_the_same_in_every_language() {
    let shape = |language| {
        let of = |item: &LessonItem| {
            let all = asked(item);
            all.iter().map(|one| (one.id.clone(), one.options.len(), one.reasons.len())).collect::<Vec<_>>()
        };
        lessons(language).iter().map(of).collect::<Vec<_>>()
    };
    assert_eq!(shape(Language::Nb), shape(Language::Nn));
    assert_eq!(shape(Language::Nb), shape(Language::En));
}

#[test]
fn the_room_sees_no_help_for_whoever_leads_and_no_reason_before_it_is_shown() {
    let item =
        lessons(Language::Nb).into_iter().find(|item| item.neutral.id.as_str() == "verdighet").unwrap();
    let all = asked(&item);
    let mut table = Table::new(item.neutral.id.clone(), &all);
    let told = |table: &Table| serde_json::to_string(&face(table, &all, &item, Language::Nb)).unwrap();
    let open = all.iter().position(|one| one.is_counted).unwrap();
    loop {
        let shown = told(&table);
        for secret in item.words.leader.iter().chain([&item.words.fadder]) {
            assert!(!shown.contains(secret.as_str()), "{:?}: {secret}", table.place);
        }
        if let Place::Question(at) = table.place {
            assert!(all[at].reasons.iter().all(|part| !shown.contains(&part.reason)), "{at}: {shown}");
            assert!(shown.contains("\"count\":null"), "{at} is answered privately: {shown}");
        }
        if table.place == Place::Question(open) {
            let _ = table.update(Msg::Way(Way::Open), "2026-11-23");
            let _ = table.update(Msg::Count { option: 0, by: 1 }, "2026-11-23");
            assert!(told(&table).contains("\"count\":1"));
            let _ = table.update(Msg::Tell, "2026-11-23");
            let shown = told(&table);
            assert!(all[open].reasons.iter().all(|part| shown.contains(&part.reason)), "{shown}");
        }
        if table.place == Place::Close {
            break;
        }
        let _ = table.update(Msg::On, "2026-11-23");
    }
}

/// A tablet with its log.
struct Tablet {
    store: Rc<MemoryStore>,
    records: Records,
}

impl Tablet {
    fn new() -> Self {
        let store = Rc::new(MemoryStore::new());
        let records = Records::new(Rc::clone(&store) as Rc<dyn Store>);
        records.set_writer(true);
        Self { store, records }
    }

    fn write(&self, change: Change) {
        block_on(self.records.write(vec![change], Commit::Checked)).unwrap();
    }

    /// A group goes through a lesson, and logs at its end.
    fn talks(&self, id: &TalkId, lesson: &LessonItem, day: &str, arena: Arena, more: i8) -> LessonTalk {
        let mut table = Table::new(lesson.neutral.id.clone(), &asked(lesson));
        while table.place != Place::Close {
            assert_eq!(table.update(Msg::On, day), Effect::None);
        }
        assert_eq!(table.update(Msg::Arena(arena), day), Effect::None);
        assert_eq!(table.update(Msg::People(more), day), Effect::None);
        let Effect::Keep(talk) = table.update(Msg::Log, day) else { panic!("it is logged") };
        self.write(Change::keep(talk_record(id), &talk, 5).unwrap());
        talk
    }

    fn all(&self) -> Vec<Record> {
        let stored = self.store.snapshot().into_values();
        stored
            .map(|stored| match stored {
                Stored::Record(record) => record,
                Stored::Unreadable(unreadable) => panic!("{unreadable:?}"),
            })
            .collect()
    }
}

/// What is read from records.
fn read_talks(records: Vec<Record>) -> Vec<LessonTalk> {
    let tablet = Tablet::new();
    for record in records {
        tablet.store.plant(record);
    }
    let found = block_on(tablet.records.load_all::<LessonTalk>()).unwrap();
    let talks =
        found.into_iter().filter(|one| talk_of(&one.id).is_some()).filter_map(|one| match one.value {
            Loaded::Ready(talk) => Some(talk),
            Loaded::Empty => None,
            other @ (Loaded::Newer(_) | Loaded::Damaged(_)) => panic!("{other:?}"),
        });
    talks.collect()
}

#[test]
fn twenty_talks_on_two_tablets_make_one_overview_whichever_is_joined_to_which_and_however_often() {
    let lessons = lessons(Language::Nb);
    let (one, other) = (Tablet::new(), Tablet::new());
    let mut talks = Vec::new();
    for n in 0..20_usize {
        let tablet = if n % 2 == 0 { &one } else { &other };
        let day = format!("2026-{:02}-10", 3 + n % 10);
        let id = TalkId::from(format!("t{n}"));
        talks.push(tablet.talks(&id, &lessons[n % 7], &day, Arena::ALL[n % 6], i8::try_from(n % 4).unwrap()));
    }
    for record in one.all().iter().chain(&other.all()) {
        assert_eq!(
            (&record.kind, &record.owner),
            (&Kind::LessonTalk, &Owner::Device),
            "a group is no profile"
        );
    }
    let expected = overview(talks.iter(), Period::default());
    assert_eq!((expected.lessons.len(), expected.talks), (7, 20));

    let (a, b) = (one.all(), other.all());
    let joined = merge_sets(a.clone(), b.clone());
    for records in [
        joined.clone(),
        merge_sets(b.clone(), a.clone()),
        merge_sets(joined.clone(), a.clone()),
        merge_sets(joined.clone(), joined.clone()),
        merge_sets(merge_sets(a.clone(), b.clone()), joined.clone()),
        merge_sets(a, merge_sets(b, joined)),
    ] {
        let read = read_talks(records);
        assert_eq!(overview(read.iter(), Period::default()), expected);
    }
}

#[test]
fn a_talk_that_was_taken_out_does_not_come_back_from_the_other_tablet() {
    let lessons = lessons(Language::Nb);
    let (one, other) = (Tablet::new(), Tablet::new());
    let id = TalkId::from("t");
    let _ = one.talks(&id, &lessons[0], "2026-11-23", Arena::StaffMeeting, 0);
    for record in one.all() {
        other.store.plant(record);
    }
    one.write(Change::forget(talk_record(&id), Kind::LessonTalk));
    assert_eq!(read_talks(merge_sets(one.all(), other.all())), []);
    assert_eq!(read_talks(merge_sets(other.all(), one.all())), []);
}

#[test]
fn the_file_has_a_line_for_each_lesson_of_the_period_with_how_often_when_last_and_where() {
    let talk = |lesson: &str, day: &str, arena, people| LessonTalk {
        lesson: LessonId::from(lesson),
        day: day.into(),
        arena,
        people,
    };
    let talks = [
        talk("verdighet", "2026-11-02", Arena::Handover, 4),
        talk("verdighet", "2026-11-09", Arena::StaffMeeting, 9),
        talk("tvang", "2026-11-05", Arena::StudyDay, 30),
        talk("tvang", "2025-11-05", Arena::StudyDay, 30),
    ];
    let period = Period { from: Day::parse("2026-01-01"), to: Day::parse("2026-12-31") };
    let titles = lessons(Language::Nb);
    let title = |id: &LessonId| {
        titles.iter().find(|item| item.neutral.id == *id).map(|item| item.words.title.clone()).unwrap()
    };
    let found = file(&overview(talks.iter(), period), title, words(Language::Nb));
    let lines: Vec<&str> = found.split("\r\n").collect();
    let head = "Leksjon,Antall samtaler,Sist brukt,Deltakere til sammen,Refleksjonsgruppe,Rapport eller \
                vaktskifte,Personalmøte,Avdelingsmøte,Fagdag,Et annet møte";
    assert_eq!(lines[0], head);
    assert_eq!(lines[1], format!("{},2,2026-11-09,13,0,1,1,0,0,0", title(&"verdighet".into())));
    assert_eq!(lines[2], format!("{},1,2026-11-05,30,0,0,0,0,1,0", title(&"tvang".into())));
    assert_eq!(lines[3..], [""]);
}
