//! Which of the voices on a device reads a language. Pure.

use super::Language;

/// A voice that a browser offers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offered {
    /// Its language as a tag, such as `nb-NO`; some browsers write `nb_NO`.
    pub tag: String,
    /// Whether it is on the device. One that is not would send the text away.
    pub on_device: bool,
}

/// How well a voice fits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fit {
    /// It speaks the language.
    Own,
    /// It speaks the neighbour: Bokmål for Nynorsk.
    Neighbour,
}

/// The voice that reads a language, by its place in the list; none where no voice on the device can.
#[must_use]
pub fn best(offered: &[Offered], language: Language) -> Option<(usize, Fit)> {
    let tags: &[(&str, Fit)] = match language {
        Language::Nb => &[("nb", Fit::Own), ("no", Fit::Own)],
        Language::Nn => &[("nn", Fit::Own), ("nb", Fit::Neighbour), ("no", Fit::Neighbour)],
        Language::En => &[("en-gb", Fit::Own), ("en", Fit::Own)],
    };
    tags.iter().find_map(|(tag, fit)| {
        let speaks = |voice: &Offered| {
            let spoken = voice.tag.to_lowercase().replace('_', "-");
            voice.on_device && (spoken == *tag || spoken.starts_with(&format!("{tag}-")))
        };
        offered.iter().position(speaks).map(|place| (place, *fit))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn device(tags: &[(&str, bool)]) -> Vec<Offered> {
        let voice = |(tag, on_device): &(&str, bool)| Offered { tag: (*tag).into(), on_device: *on_device };
        tags.iter().map(voice).collect()
    }

    #[test]
    fn a_voice_that_would_send_the_text_away_is_never_used() {
        assert_eq!(best(&device(&[("nb-NO", false), ("en-GB", false)]), Language::Nb), None);
        assert_eq!(best(&device(&[("nb-NO", false), ("nb-NO", true)]), Language::Nb), Some((1, Fit::Own)));
    }

    #[test]
    fn nynorsk_takes_a_bokmal_voice_where_it_has_none_and_bokmal_takes_no_other() {
        let bokmal = device(&[("en-US", true), ("nb_NO", true)]);
        assert_eq!(best(&bokmal, Language::Nn), Some((1, Fit::Neighbour)));
        assert_eq!(best(&device(&[("nb-NO", true), ("nn-NO", true)]), Language::Nn), Some((1, Fit::Own)));
        assert_eq!(best(&device(&[("nn-NO", true), ("da-DK", true), ("sv-SE", true)]), Language::Nb), None);
        assert_eq!(best(&device(&[("no", true)]), Language::Nb), Some((0, Fit::Own)));
    }

    #[test]
    fn english_is_british_where_it_can_be() {
        assert_eq!(best(&device(&[("en-US", true), ("en-GB", true)]), Language::En), Some((1, Fit::Own)));
        assert_eq!(best(&device(&[("en-AU", true)]), Language::En), Some((0, Fit::Own)));
        assert_eq!(best(&[], Language::En), None);
    }
}
