//! A new dilemma is a correct start: what is refused is exactly what has to be written.

use refleks::content::author::{Problem, StartError, add_case_to_catalogue, new_case, read};

use super::tiny::{Copy, today};

#[test]
fn a_new_dilemma_is_refused_only_for_the_texts_that_must_be_written() {
    let copy = Copy::new();
    let (course, _) = read(copy.path());
    for (file, text) in new_case("ny-sak", &course, today()).unwrap() {
        copy.write(&file, text);
    }
    let catalogue = std::fs::read_to_string(copy.path().join("catalogue.toml")).unwrap();
    copy.write("catalogue.toml", add_case_to_catalogue(&catalogue, "ny-sak").unwrap());

    let findings = copy.findings();
    assert!(findings.iter().all(|finding| finding.file.starts_with("cases/ny-sak/")), "{findings:#?}");
    assert!(findings.iter().all(|f| matches!(f.problem, Problem::Empty | Problem::NoView)), "{findings:#?}");
    let mut nb: Vec<&str> =
        findings.iter().filter(|f| f.file.ends_with("/nb.toml")).map(|f| f.field.as_str()).collect();
    nb.sort_unstable();
    assert_eq!(
        nb,
        [
            "background.1",
            "facts.believed",
            "facts.known",
            "facts.unknown",
            "parties.patient.role",
            "parties.patient.view",
            "parties.staff.role",
            "parties.staff.view",
            "question",
            "teaser",
            "title",
        ]
    );
    let neutral: Vec<&str> =
        findings.iter().filter(|f| f.file.ends_with("/case.toml")).map(|f| f.field.as_str()).collect();
    assert_eq!(neutral, ["metadata.sources.1.title"]);
}

#[test]
fn a_start_is_refused_for_an_id_that_will_not_do() {
    let (course, _) = read(Copy::new().path());
    for id in ["", "Ny", "ny sak", "../ny", "ny_sak", "-ny", "å"] {
        assert_eq!(new_case(id, &course, today()), Err(StartError::OddId(id.to_owned())));
    }
    assert_eq!(new_case("kaffe", &course, today()), Err(StartError::Exists("kaffe".into())));
}
