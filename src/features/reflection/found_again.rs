//! What a reflection or a dilemma of the library is found again by: its values, who is affected, where it happens and
//! what it is about (`progress::alike`).

use super::session::{ChosenValue, Session, filled};
use crate::content::CaseItem;
use crate::progress::Traits;

/// What a session is found again by.
#[must_use]
pub fn traits_of(session: &Session) -> Traits {
    let topic = session.topic_now();
    let value =
        |value: &ChosenValue| value.library.as_ref().map_or_else(|| value.name.clone(), ToString::to_string);
    let others = session.parties.iter().filter(|party| !party.patient && filled(&party.role));
    Traits {
        values: session.values.iter().map(value).collect(),
        parties: others.map(|party| party.role.trim().to_owned()).collect(),
        setting: topic.setting,
        themes: topic.themes,
    }
}

/// What a dilemma of the library is found by.
#[must_use]
pub fn traits_of_case(item: &CaseItem) -> Traits {
    let others = item.neutral.parties.iter().filter(|party| !party.patient);
    let role = |id: &str| item.words.parties.get(id).map(|words| words.role.clone());
    Traits {
        values: item.neutral.values.iter().map(ToString::to_string).collect(),
        parties: others.filter_map(|party| role(&party.id)).collect(),
        setting: Some(item.neutral.setting.clone()),
        themes: item.neutral.themes.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::super::edits::{Edit, PartyEdit};
    use super::super::fixtures::session;
    use super::super::session::CaseCopy;
    use super::*;

    #[test]
    fn a_session_is_found_by_what_was_said_of_it_and_never_by_its_patient() {
        let mut s = session();
        s.apply(Edit::ValueToggled { id: "verdighet".into(), name: "Verdighet".into() }, 1);
        s.apply(Edit::OwnValueAdded("Ro i stua".into()), 1);
        s.apply(Edit::PartyAdded, 1);
        let added = s.parties.last().map(|party| party.id).unwrap();
        s.apply(Edit::Party(added, PartyEdit::Role(" Datteren ".into())), 1);
        s.apply(Edit::PartyAdded, 1);
        s.apply(Edit::Setting(Some("sykehjem".into())), 1);
        for theme in ["stell", "mat", "stell"] {
            s.apply(Edit::ThemeToggled(theme.into()), 1);
        }
        let traits = traits_of(&s);
        assert_eq!(traits.values, ["verdighet", "Ro i stua"]);
        assert_eq!(traits.parties, ["Datteren"]);
        assert_eq!((traits.setting.as_deref(), traits.themes), (Some("sykehjem"), vec!["mat".to_owned()]));
    }

    #[test]
    fn what_a_dilemma_says_holds_until_somebody_says_otherwise_and_is_not_brought_back() {
        let mut s = session();
        s.case = Some(CaseCopy {
            id: "dusj".into(),
            revision: String::new(),
            setting: "sykehjem".into(),
            themes: vec!["stell".into(), "tvang".into()],
            words: std::collections::BTreeMap::new(),
        });
        assert_eq!(traits_of(&s).themes, ["stell", "tvang"]);
        s.apply(Edit::ThemeToggled("stell".into()), 1);
        let traits = traits_of(&s);
        assert_eq!((traits.setting.as_deref(), traits.themes), (Some("sykehjem"), vec!["tvang".to_owned()]));
        s.apply(Edit::ThemeToggled("tvang".into()), 1);
        s.apply(Edit::Setting(None), 1);
        let traits = traits_of(&s);
        assert_eq!((traits.setting, traits.themes), (None, Vec::new()));
    }
}
