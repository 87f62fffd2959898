//! A file that a profile comes with from another tablet: a backup that holds one profile and nothing else. Pure.

use crate::ethics::ProfileId;
use crate::storage::backup::Backup;
use crate::storage::progress::profile_of;
use crate::storage::{Kind, Owner};

/// The profile that a file is about; `None` where it holds anything else, so that nobody takes in a whole tablet
/// under the name of one person.
#[must_use]
pub fn only_profile(file: &Backup) -> Option<ProfileId> {
    let mut profiles = file.records.iter().filter(|record| record.kind == Kind::Profile);
    let profile = profiles.next().and_then(|record| profile_of(&record.id))?;
    let owner = Owner::Profile(profile.clone());
    let is_theirs = |record: &crate::storage::Record| {
        profile_of(&record.id).as_ref() == Some(&profile) || Owner::of(&record.id) == owner
    };
    file.records.iter().all(is_theirs).then_some(profile)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::storage::Record;

    fn file(ids: &[(&str, Kind)]) -> Backup {
        let record = |(id, kind): &(&str, Kind)| {
            let id = (*id).into();
            let owner = Owner::of(&id);
            Record::new(id, kind.clone(), owner, 1, 1, 5, b"{}".to_vec())
        };
        Backup { made: "2026-11-23 09:30".into(), records: ids.iter().map(record).collect() }
    }

    #[test]
    fn a_file_of_one_profile_is_told_from_one_of_a_whole_tablet() {
        let profile = ("profile-4f", Kind::Profile);
        let marks = ("p.4f.drill-marks", Kind::DrillMarks);
        assert_eq!(only_profile(&file(&[profile.clone(), marks.clone()])), Some("4f".into()));
        assert_eq!(only_profile(&file(&[marks.clone(), profile.clone()])), Some("4f".into()));
        for other in [
            ("drill-marks", Kind::DrillMarks),
            ("p.5a.drill-marks", Kind::DrillMarks),
            ("profile-5a", Kind::Profile),
        ] {
            assert_eq!(
                only_profile(&file(&[profile.clone(), marks.clone(), other.clone()])),
                None,
                "{other:?}"
            );
        }
        assert_eq!(only_profile(&file(&[marks])), None);
        assert_eq!(only_profile(&file(&[])), None);
    }
}
