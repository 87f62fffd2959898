//! Every address, both ways.

use proptest::prelude::*;
use refleks::route::{Room, Route, Way};

#[test]
fn every_address_reads_back_as_itself() {
    let routes = [
        Route::Home,
        Route::Reflection,
        Route::Archive,
        Route::StartShort,
        Route::StartGroup,
        Route::RoomWindow,
        Route::StartOwn("vanskelig".into()),
        Route::StartOwn("uvanlig".into()),
        Route::StartOwn("gledelig".into()),
        Route::Case("dusj".into()),
        Route::NewReflection("0190".into(), Way::Together),
        Route::NewReflection("0190".into(), Way::Alone),
        Route::NewReflection("0190".into(), Way::Short),
        Route::Ideas,
        Route::NewIdea,
        Route::Idea("0190".into()),
        Route::Practices,
        Route::NewPractice,
        Route::Practice("0190".into()),
        Route::Session("0190-a".into()),
        Route::SessionStep("0190-a".into(), "facts".into()),
        Route::SessionEnd("0190-a".into()),
        Route::Summary("0190-a".into()),
        Route::Library,
        Route::Terms,
        Route::Term("samtykke".into()),
        Route::Laws,
        Route::Law("pbrl-4-1".into()),
        Route::Cards,
        Route::Deck("tid".into()),
        Route::Card("ti-ko".into()),
        Route::Simulation,
        Route::Scenario("urosepsis".into()),
        Route::Run("0190".into()),
        Route::Drills,
        Route::Drill("news2-rf".into()),
        Route::Sheets,
        Route::Sheet("K7M2".into()),
        Route::MonitorWindow,
        Route::Lessons,
        Route::Repetition,
        Route::Shift,
        Route::Lesson("verdighet".into()),
        Route::Paths,
        Route::Path("nyansatt".into()),
        Route::Diploma("nyansatt".into()),
        Route::Standard,
        Route::WhoIsWho,
        Route::Log,
        Route::Appraisal,
        Route::GroupLesson("verdighet".into()),
        Route::Talks,
        Route::LessonRoom,
        Route::OwnStandard,
        Route::Workshop,
        Route::NewPack,
        Route::Pack("0190".into()),
        Route::PackItem("0190".into(), "0191".into()),
        Route::TakeIn,
        Route::Profiles,
        Route::NewProfile,
        Route::OwnProfile,
        Route::Run("p.4f1c.0190-a".into()),
        Route::Session("p.4f1c.0190-a".into()),
        Route::Settings,
        Route::About,
    ];
    for route in routes {
        assert_eq!(Route::parse(&route.to_string()), route);
    }
}

#[test]
fn an_address_that_leads_nowhere_is_known_as_such() {
    for hash in [
        "#/kort/stokk",
        "#/oving/scenario",
        "#/refleksjon/a/b",
        "#/refleksjon/sak",
        "#/refleksjon/<script>",
        "#/refleksjon/a/steg/ny",
        "#/refleksjon/start",
        "#/refleksjon/ny/0190/sammen",
        "#/refleksjon/ideer/a/b",
        "#/refleksjon/praksis/steg",
        "#/refleksjon/start/slutt",
    ] {
        assert!(matches!(Route::parse(hash), Route::Unknown(_)), "{hash}");
    }
}

#[test]
fn what_leads_into_a_session_has_no_navigation_around_it() {
    for route in [Route::StartOwn("uvanlig".into()), Route::StartShort, Route::Session("a".into())] {
        assert!(route.is_guided(), "{route}");
    }
    for route in [Route::Home, Route::Reflection, Route::Archive, Route::Settings, Route::About] {
        assert!(!route.is_guided(), "{route}");
    }
}

#[test]
fn the_front_door_of_every_room_lies_in_it() {
    for room in Room::ALL {
        assert_eq!(room.route().room(), Some(room));
    }
}

proptest! {
    #[test]
    fn any_hash_is_read_without_harm_and_reads_back_the_same(hash in ".{0,80}") {
        let route = Route::parse(&hash);
        prop_assert_eq!(Route::parse(&route.to_string()), route);
    }
}

#[test]
fn the_library_is_left_when_somebody_goes_elsewhere_than_to_what_it_lists() {
    let inside = ["saker", "sak/dusj", "ordliste", "ordliste/samtykke", "lover", "lover/pbrl-4-1"];
    for path in inside
        .map(|path| format!("#/refleksjon/{path}"))
        .iter()
        .map(String::as_str)
        .chain(["#/kort/ti-haster"])
    {
        assert!(Route::parse(path).is_of_library(), "{path}");
    }
    for path in ["#/", "#/refleksjon", "#/refleksjon/arkiv", "#/refleksjon/0190", "#/kort", "#/innstillinger"]
    {
        assert!(!Route::parse(path).is_of_library(), "{path}");
    }
}

#[test]
fn a_lesson_in_a_group_stays_on_the_table_when_the_tablet_locks_and_a_lesson_alone_does_not() {
    assert!(Route::GroupLesson("verdighet".into()).is_at_the_table());
    assert!(!Route::Lesson("verdighet".into()).is_at_the_table());
    assert!(!Route::Talks.is_at_the_table());
}
