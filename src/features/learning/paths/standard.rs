//! The ethical standard as it is read: the workplace's own where it has one, the sample otherwise. Pure.

use crate::content::lesson::Reasoned;
use crate::content::standard::SignWords;
use crate::content::{PathPack, StandardItem};
use crate::ethics::StandardId;
use crate::i18n::Language;
use crate::progress::OwnStandard;

/// A standard as it is read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Under which id its receipts are.
    pub id: StandardId,
    /// The language that it is written in.
    pub language: Language,
    /// What it is called.
    pub title: String,
    /// That it is a sample; empty where it is a workplace's own.
    pub sample: String,
    /// What it is for; empty where nobody has written it.
    pub intro: String,
    /// Its version.
    pub version: String,
    /// The day of the version, `YYYY-MM-DD`.
    pub date: String,
    /// Its headings and texts. A paragraph of a workplace has no heading.
    pub sections: Vec<(String, String)>,
    /// What is asked.
    pub questions: Vec<Asked>,
    /// What one reads when one signs.
    pub sign: SignWords,
}

/// A question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Its id; a workplace's own question is its own id.
    pub id: String,
    /// What is asked.
    pub question: String,
    /// What one can answer, by id; empty where one answers in one's own words.
    pub options: Vec<(String, Reasoned)>,
}

/// The standard that applies here.
#[must_use]
pub fn shown(pack: &PathPack, own: &OwnStandard) -> Option<Shown> {
    let sample = pack.standards.first()?;
    Some(if own.is_used() { of_workplace(own, sample) } else { of_sample(sample, pack.language) })
}

fn of_sample(item: &StandardItem, language: Language) -> Shown {
    let (neutral, words) = (&item.neutral, item.words.clone());
    let sections = neutral.sections.iter().filter_map(|section| {
        let said = words.sections.get(&section.id)?;
        Some((said.title.clone(), said.text.clone()))
    });
    let questions = neutral.questions.iter().filter_map(|asked| {
        let said = words.questions.get(&asked.id)?;
        let option = |id: &String| Some((id.clone(), said.options.get(id)?.clone()));
        let options = asked.options.iter().filter_map(option).collect();
        Some(Asked { id: asked.id.clone(), question: said.question.clone(), options })
    });
    Shown {
        id: neutral.id.clone(),
        language,
        sections: sections.collect(),
        questions: questions.collect(),
        version: neutral.version.clone(),
        date: neutral.date.clone(),
        title: words.title,
        sample: words.sample,
        intro: words.intro,
        sign: words.sign,
    }
}

fn of_workplace(own: &OwnStandard, sample: &StandardItem) -> Shown {
    let ask = |text: &str| Asked { id: text.to_owned(), question: text.to_owned(), options: Vec::new() };
    Shown {
        id: OwnStandard::id(),
        language: own.language,
        title: own.title.trim().to_owned(),
        sample: String::new(),
        intro: String::new(),
        version: own.version.trim().to_owned(),
        date: own.date.clone(),
        sections: own.paragraphs().map(|text| (String::new(), text.to_owned())).collect(),
        questions: own.asked().map(ask).collect(),
        sign: sample.words.sign.clone(),
    }
}
