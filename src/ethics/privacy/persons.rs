//! Personal names in a sentence. A name on the lists is a name when it is written as one; a word that is
//! also an everyday word, and a word on no list, is a name only when the sentence treats it as a person.

use super::lists::{Names, fold};
use super::places;
use super::sayings::{is_said_of_persons, is_telling};
use super::shapes::{is_norse, is_patronymic};
use super::tokens::{Class, Gap, Letters, Tokens};
use super::words::{Roles, month_of};
use std::cell::RefCell;

/// What a word can be, by the lists and by its shape.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Part {
    /// A given name and nothing else.
    Given,
    /// A family name and nothing else.
    Family,
    /// A name that is an everyday word too.
    Everyday,
    /// On no list.
    Unknown,
    /// Never a person: an organisation, a place, a small word.
    Never,
}

/// Reads one text for names.
pub(super) struct Persons<'a, 't> {
    tokens: &'a Tokens<'t>,
    names: &'a Names,
    folded: RefCell<String>,
}

impl<'a, 't> Persons<'a, 't> {
    pub(super) fn new(tokens: &'a Tokens<'t>, names: &'a Names) -> Self {
        Self { tokens, names, folded: RefCell::default() }
    }

    /// A name that begins here: its last token.
    pub(super) fn name(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        if !tokens.is_word(at) {
            return None;
        }
        if let Some(last) = self.courtesy(at).or_else(|| self.after_cue(at)) {
            return Some(last);
        }
        if tokens.letters(at) == Letters::Lower {
            return self.in_small_letters(at);
        }
        if let Some(last) = self.initials(at) {
            return Some(last);
        }
        let part = self.part(at);
        if part == Part::Never || tokens.written(at).chars().count() < 2 || self.names_something_else(at) {
            return None;
        }
        let last = self.whole_name(at);
        let fits = match part {
            Part::Given => self.is_plain_given(at, last),
            Part::Family => !self.is_place(at, last),
            Part::Everyday => self.is_everyday_name(at, last),
            Part::Unknown => self.is_unknown_name(at, last),
            Part::Never => false,
        };
        fits.then_some(last)
    }

    fn part(&self, at: usize) -> Part {
        let tokens = self.tokens;
        let roles = tokens.roles(at);
        let (given, family) = self.listed(at);
        if roles.any(Roles::PLACE.and(Roles::NEVER).and(Roles::INSTITUTION)) && !roles.has(Roles::EVERYDAY) {
            return Part::Never;
        }
        if roles.has(Roles::EVERYDAY) || ((given || family) && is_function_word(roles)) {
            return Part::Everyday;
        }
        match (given, family) {
            (true, _) => Part::Given,
            (_, true) => Part::Family,
            _ => Part::Unknown,
        }
    }

    /// Whether the word, or the word without its genitive s, is on the lists or built like a name.
    fn listed(&self, at: usize) -> (bool, bool) {
        if self.tokens.roles(at).has(Roles::COMMON) {
            return (false, false);
        }
        let mut folded = self.folded.borrow_mut();
        fold(self.tokens.written(at), &mut folded);
        let whole = (self.names.is_given(&folded), self.names.is_family(&folded));
        if whole.0 || whole.1 {
            return whole;
        }
        if is_norse(&folded) || folded.strip_suffix('s').is_some_and(is_norse) {
            return (true, false);
        }
        if is_patronymic(&folded) || folded.strip_suffix('s').is_some_and(is_patronymic) {
            return (false, true);
        }
        match folded.strip_suffix('s') {
            Some(stem) if stem.len() >= 3 => (self.names.is_given(stem), self.names.is_family(stem)),
            _ => (false, false),
        }
    }

    /// The last token of the capitalised words that make one name with this one: «Per Arne K. Hansen»,
    /// «Anne-Marie O’Brien», «Ahmed al Hassan».
    fn whole_name(&self, at: usize) -> usize {
        let tokens = self.tokens;
        let mut last = at;
        loop {
            let next = last + 1;
            let joined = tokens.is_sign(next, "-‑'’")
                && tokens.gap(next) == Gap::None
                && tokens.gap(next + 1) == Gap::None;
            if joined && tokens.is_capital(next + 1) && tokens.letters(next + 1) != Letters::Lower {
                last = next + 1;
                continue;
            }
            let initial = tokens.is_capital(next)
                && tokens.written(next).chars().count() == 1
                && tokens.gap(next) == Gap::Space
                && tokens.is_sign(next + 1, ".")
                && tokens.gap(next + 1) == Gap::None
                && self.continues(next + 2);
            if initial {
                last = next + 2;
                continue;
            }
            let particle = matches!(
                tokens.lower(next),
                "van" | "von" | "de" | "af" | "av" | "bin" | "al" | "el" | "der" | "den" | "la"
            ) && tokens.gap(next) == Gap::Space
                && !matches!(tokens.lower(next), "av" | "den" | "der" | "de" if !self.is_name_like(next + 1))
                && self.continues(next + 1);
            if particle {
                last = next + 1;
                continue;
            }
            if !self.continues(next) {
                return last;
            }
            last = next;
        }
    }

    /// Whether the token carries on a name begun before it.
    fn continues(&self, at: usize) -> bool {
        let tokens = self.tokens;
        tokens.is_capital(at)
            && tokens.gap(at) == Gap::Space
            && tokens.written(at).chars().count() > 1
            && !tokens.roles(at).any(Roles::NEVER.and(Roles::INSTITUTION))
            && month_of(tokens.lower(at)).is_none()
            && !(tokens.letters(at) == Letters::AllCaps && is_function_word(tokens.roles(at)))
            && (!tokens.roles(at).has(Roles::PLACE) || self.is_name_like(at))
            && !(tokens.letters(at) == Letters::AllCaps
                && self.part(at) == Part::Unknown
                && tokens.letters(at - 1) != Letters::AllCaps)
            && places::address(tokens, at).is_none()
    }

    fn is_name_like(&self, at: usize) -> bool {
        matches!(self.part(at), Part::Given | Part::Family | Part::Everyday)
            && self.listed(at) != (false, false)
    }

    /// Capitalised words that lead to a street, an institution or a method: «Karl Johans gate»,
    /// «Sophies Minde sykehus», «Glasgow Coma Scale».
    fn names_something_else(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let mut next = at + 1;
        for _ in 0..4 {
            while tokens.is_sign(next, "-‑'’") && tokens.gap(next) == Gap::None {
                next += 1;
            }
            if tokens.gap(next) > Gap::Space && tokens.gap(next) != Gap::None {
                return false;
            }
            let roles = tokens.roles(next);
            let kind = roles.has(Roles::INSTITUTION) && !roles.any(Roles::WHERE);
            if kind || matches!(tokens.lower(next), "gate" | "gata" | "vei" | "veg" | "plass" | "allé") {
                return !matches!(
                    tokens.lower(next),
                    "bo" | "by" | "as" | "test" | "care" | "øy" | "house" | "trust"
                );
            }
            if !tokens.is_capital(next) {
                return false;
            }
            next += 1;
        }
        false
    }

    fn is_plain_given(&self, at: usize, last: usize) -> bool {
        let tokens = self.tokens;
        // «TIA» and «SARA» are an attack and a lift as often as persons.
        let short_caps = tokens.letters(at) == Letters::AllCaps
            && (tokens.written(at).chars().count() <= 3 || tokens.lower(at) == "sara");
        if short_caps && last == at {
            return self.is_treated_as_person(at, last);
        }
        !(tokens.roles(at).has(Roles::PLACE) && self.is_place(at, last))
    }

    /// «i Berg», «Solberg sykehjem», «fra Lunde».
    fn is_place(&self, at: usize, last: usize) -> bool {
        let tokens = self.tokens;
        let there = last == at && tokens.roles_before(at).has(Roles::WHERE) && !self.is_sure_family(at);
        there && !tokens.roles(last + 1).has(Roles::ACT)
    }

    fn is_sure_family(&self, at: usize) -> bool {
        let mut folded = self.folded.borrow_mut();
        fold(self.tokens.written(at), &mut folded);
        is_patronymic(&folded) || is_patronymic(folded.strip_suffix('s').unwrap_or_default())
    }

    /// «Bjørn», «Liv», «Will»: a name in the middle of a sentence, beside another name, or where a person
    /// acts; otherwise an everyday word.
    fn is_everyday_name(&self, at: usize, last: usize) -> bool {
        let tokens = self.tokens;
        if tokens.letters(at) == Letters::AllCaps && last == at {
            return false;
        }
        let (given, family) = self.listed(at);
        if last == at && month_of(tokens.lower(at)).is_some() && !self.is_month_person(at) {
            return false;
        }
        if last > at {
            return (at + 1..=last).any(|next| matches!(self.part(next), Part::Given | Part::Family))
                || (!tokens.starts_sentence(at)
                    && (given || family)
                    && (at + 1..=last).any(|next| self.is_name_like(next)))
                || self.is_treated_as_person(at, last) && (given || family)
                || (given
                    && tokens.letters(at + 1) == Letters::Capital
                    && !is_function_word(tokens.roles(at)));
        }
        let article = matches!(
            at.checked_sub(1).map(|before| tokens.lower(before)),
            Some("a" | "an" | "the" | "en" | "ei" | "et" | "ein" | "eit")
        );
        if !(given || family) || (article && tokens.gap(at) == Gap::Space) {
            return false;
        }
        if tokens.starts_sentence(at) {
            return !is_function_word(tokens.roles(at)) && self.acts_at_start(last);
        }
        if tokens.roles(at).any(Roles::NEVER) {
            return self.is_treated_as_person(at, last);
        }
        !(tokens.roles_before(at).has(Roles::WHERE) && (family || tokens.roles(at).has(Roles::PLACE)))
            && !self.in_title_case(at)
    }

    /// «May wants», «spoke to April»: a month's name that the sentence treats as a person.
    fn is_month_person(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let spoken_to = matches!(
            at.checked_sub(1).map(|before| tokens.lower(before)),
            Some("to" | "with" | "med" | "til")
        ) && at.checked_sub(2).is_some_and(|before| {
            tokens.roles(before).any(Roles::TOWARDS.and(Roles::ACT)) || tokens.lower(before) == "spoke"
        });
        let asked = at.checked_sub(1).is_some_and(|before| {
            matches!(tokens.lower(before), "asked" | "told" | "helped" | "called" | "spurte" | "hjalp")
        });
        let before = tokens.roles_before(at).any(Roles::WHERE.and(Roles::DATE_CUE)) && !spoken_to;
        let acts = is_telling(tokens.lower(at + 1)) && tokens.is_capital(at);
        !before
            && (spoken_to
                || asked
                || acts
                || self.owns(at)
                || (tokens.roles_before(at).has(Roles::PERSON) && tokens.gap(at) == Gap::Space))
    }

    /// A heading such as «Will and Grace of God» or «Liv Og Død»: most words are capitalised.
    fn in_title_case(&self, at: usize) -> bool {
        let tokens = self.tokens;
        let before = at.checked_sub(1).is_some_and(|word| {
            tokens.is_capital(word) && !tokens.starts_sentence(word) && !self.is_name_like(word)
        });
        before && tokens.is_capital(at + 1)
    }

    /// A person acts or owns: «Bjørn ringte», «Liv sin datter», «Will’s room».
    fn acts_at_start(&self, last: usize) -> bool {
        const WEAK: &[&str] = &[
            "er", "var", "har", "hadde", "kan", "kunne", "må", "måtte", "skal", "skulle", "går", "gikk",
            "gjør", "gjorde", "står", "ligger", "is", "was", "has", "had", "falt", "falt", "et", "kom",
            "kommer", "kjem", "goes", "comes", "came", "must", "så", "tar", "tok", "kjente", "sto", "stod",
            "gjekk",
        ];
        let tokens = self.tokens;
        let next = tokens.lower(last + 1);
        let acts = tokens.roles(last + 1).has(Roles::ACT) && tokens.gap(last + 1) == Gap::Space;
        if acts && WEAK.contains(&next) {
            return self.has_personal_predicate(last + 2);
        }
        acts || self.owns(last) || self.is_apposed(last)
    }

    /// «Grace, who is 90», «Haug, som bor her», «Ole og Per», «Bjørn (84)».
    fn is_apposed(&self, last: usize) -> bool {
        let tokens = self.tokens;
        let next = last + 1 + usize::from(tokens.is_sign(last + 1, "»”\"’“"));
        if tokens.is_sign(next, ",(") {
            let after = next + 1;
            return matches!(tokens.lower(after), "som" | "who" | "sa" | "said" | "sier" | "seier")
                || tokens.value(after).is_some_and(|age| (10..=110).contains(&age));
        }
        matches!(tokens.lower(next), "og" | "and")
            && tokens.letters(next + 1) == Letters::Capital
            && self.is_name_like(next + 1)
    }

    /// After «er», «har», «skal»: what can be said of persons only.
    fn has_personal_predicate(&self, at: usize) -> bool {
        is_said_of_persons(self.tokens.lower(at))
            || self.tokens.digits(at).is_some()
            || self.tokens.roles(at).has(Roles::PERSON)
    }

    /// «Kari sin», «Kari’s», «Bjørns datter».
    fn owns(&self, last: usize) -> bool {
        let tokens = self.tokens;
        let apostrophe = tokens.is_sign(last + 1, "'’")
            && tokens.gap(last + 1) == Gap::None
            && tokens.lower(last + 2) == "s";
        let reflexive = matches!(tokens.lower(last + 1), "sin" | "si" | "sitt" | "sine")
            && tokens.gap(last + 1) == Gap::Space;
        let genitive = tokens.lower(last).ends_with('s') && tokens.roles(last + 1).has(Roles::POSSESSED);
        apostrophe || reflexive || genitive
    }

    fn is_treated_as_person(&self, at: usize, last: usize) -> bool {
        let tokens = self.tokens;
        let before = tokens.roles_before(at);
        let after = tokens.roles(last + 1);
        before.any(Roles::PERSON.and(Roles::TITLE))
            && tokens.gap(at) == Gap::Space
            && !tokens.starts_sentence(at)
            || (after.has(Roles::ACT) && tokens.gap(last + 1) == Gap::Space)
            || self.owns(last)
    }

    /// A capitalised word on no list, where the sentence speaks of a person.
    fn is_unknown_name(&self, at: usize, last: usize) -> bool {
        let tokens = self.tokens;
        if tokens.letters(at) == Letters::AllCaps || tokens.written(at).chars().count() < 3 {
            return false;
        }
        let beside = last > at
            && (at + 1..=last)
                .any(|next| self.part(next) == Part::Family && !tokens.roles(next).has(Roles::PLACE));
        if beside && (!tokens.starts_sentence(at) || last > at) && !is_small_word(tokens.roles(at)) {
            return !tokens.starts_sentence(at) || !self.is_lead_word(at);
        }
        if tokens.starts_sentence(at)
            || tokens.roles_before(at).has(Roles::WHERE) && !tokens.roles_before(at).has(Roles::TOWARDS)
        {
            return false;
        }
        let before = at.checked_sub(1).map(|word| tokens.roles(word)).unwrap_or(Roles::NONE);
        let person = before.has(Roles::PERSON) && tokens.gap(at) == Gap::Space;
        let acts = tokens.roles(last + 1).has(Roles::ACT) && is_telling(tokens.lower(last + 1));
        person || acts || self.owns_reflexively(last)
    }

    fn owns_reflexively(&self, last: usize) -> bool {
        matches!(self.tokens.lower(last + 1), "sin" | "si" | "sitt" | "sine")
            && self.tokens.gap(last + 1) == Gap::Space
    }

    /// The first word of a sentence that only happens to stand before a name: «Ringte Hansen».
    fn is_lead_word(&self, at: usize) -> bool {
        let tokens = self.tokens;
        tokens.roles(at) != Roles::NONE
            || tokens.lower(at).ends_with("et")
            || tokens.lower(at).ends_with("te")
            || tokens.lower(at).ends_with("en")
    }

    /// «fru Hansen», «Mrs Smith», «heter kari», «sykepleier Ayaan».
    fn after_cue(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        if !tokens.follows(at) || tokens.gap(at) > Gap::Space || at == 0 {
            return None;
        }
        let stop = tokens.is_sign(at - 1, ".:") && tokens.gap(at - 1) == Gap::None;
        let mut cue = at - 1 - usize::from(stop && at > 1);
        if tokens.is_sign(cue, "«\"“”'„") {
            cue = cue.checked_sub(1)?;
        }
        let roles = tokens.roles(cue);
        let short = tokens.written(at).chars().count() < 2;
        if short || tokens.roles(at).any(Roles::NEVER.and(Roles::INSTITUTION).and(Roles::WHERE)) {
            return None;
        }
        let titled = roles.has(Roles::TITLE)
            && (tokens.is_capital(at)
                || (self.is_name_like(at)
                    && tokens.lower(cue) != "miss"
                    && !is_function_word(tokens.roles(at))
                    && !tokens.roles(at).has(Roles::UNIT)))
            && (!stop || tokens.roles(cue).has(Roles::ABBREVIATION));
        if titled && tokens.letters(at) != Letters::AllCaps {
            return Some(self.whole_name(at));
        }
        if titled && tokens.letters(cue) == Letters::AllCaps {
            return Some(self.whole_name(at));
        }
        self.called(at, cue, roles, stop)
    }

    /// «fru Hansen», «Mrs. Smith»: the courtesy title is a part of the finding.
    fn courtesy(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        let titled = matches!(
            tokens.lower(at),
            "fru"
                | "frue"
                | "herr"
                | "hr"
                | "fr"
                | "frk"
                | "frøken"
                | "mr"
                | "mrs"
                | "ms"
                | "miss"
                | "mister"
        );
        let named = at + 1 + usize::from(tokens.is_sign(at + 1, ".") && tokens.gap(at + 1) == Gap::None);
        if titled { self.after_cue(named) } else { None }
    }

    fn called(&self, at: usize, cue: usize, roles: Roles, stop: bool) -> Option<usize> {
        let tokens = self.tokens;
        if !roles.has(Roles::CALLED) || (stop && tokens.is_sign(at - 1, ".")) {
            return None;
        }
        let surely = matches!(tokens.lower(cue), "heter" | "heiter" | "het" | "heitte" | "hette");
        if tokens.letters(at) == Letters::Lower && !surely && tokens.roles(at).has(Roles::EVERYDAY) {
            return None;
        }
        if tokens.is_capital(at) {
            let fits = matches!(self.part(at), Part::Given | Part::Family | Part::Everyday)
                || matches!(tokens.lower(cue), "heter" | "heiter" | "het" | "heitte" | "hette")
                    && tokens.letters(at) == Letters::Capital
                    && self.part(at) == Part::Unknown
                || tokens.is_capital(at)
                    && matches!(tokens.lower(cue), "called" | "named" | "kalles" | "døpt" | "navn" | "namn")
                    && tokens.letters(at) == Letters::Capital
                    && self.part(at) == Part::Unknown;
            return fits.then(|| self.whole_name(at));
        }
        let listed =
            self.listed(at).0 && !is_small_word(tokens.roles(at)) && !tokens.roles(at).any(Roles::UNIT);
        if !listed {
            return None;
        }
        let next = at + 1;
        let second = tokens.is_word(next)
            && tokens.gap(next) == Gap::Space
            && self.is_name_like(next)
            && !is_function_word(tokens.roles(next))
            && !tokens.roles(next).has(Roles::EVERYDAY);
        Some(if second { next } else { at })
    }

    /// «kari hansen», «datteren kari»: only names that are nothing else.
    fn in_small_letters(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        let plain = |word: usize| {
            let roles = tokens.roles(word);
            tokens.is_word(word) && roles == Roles::NONE && tokens.written(word).chars().count() >= 3
        };
        if !plain(at) || !self.listed_whole(at).0 {
            return None;
        }
        let next = at + 1;
        let family = tokens.gap(next) == Gap::Space
            && tokens.is_word(next)
            && self.listed_whole(next).1
            && plain(next);
        if family {
            return Some(next);
        }
        let person = tokens.roles_before(at).has(Roles::PERSON)
            && tokens.gap(at) == Gap::Space
            && !matches!(
                tokens.lower(at.saturating_sub(1)),
                "min" | "my" | "our" | "her" | "hans" | "deira" | "deres" | "vår" | "hennes" | "mitt"
            );
        let beside = (tokens.gap(at) <= Gap::Space
            && matches!(
                tokens.lower(at.saturating_sub(1)),
                "med" | "hos" | "with" | "ringte" | "ringde" | "spurte" | "hjalp" | "asked" | "told"
            ))
            || (tokens.gap(next) == Gap::Space && is_telling(tokens.lower(next)));
        (person || beside || self.owns_reflexively(at)).then_some(at)
    }

    /// On the lists as written, without a genitive s taken off.
    fn listed_whole(&self, at: usize) -> (bool, bool) {
        let mut folded = self.folded.borrow_mut();
        fold(self.tokens.written(at), &mut folded);
        (
            self.names.is_given(&folded) || is_norse(&folded),
            self.names.is_family(&folded) || is_patronymic(&folded),
        )
    }

    /// «K.N.», «K. Hansen», «K. N. Hansen».
    fn initials(&self, at: usize) -> Option<usize> {
        let tokens = self.tokens;
        let initial = |at: usize| {
            tokens.is_capital(at)
                && tokens.written(at).chars().count() == 1
                && tokens.is_sign(at + 1, ".")
                && tokens.gap(at + 1) == Gap::None
        };
        if !initial(at)
            || (tokens.gap(at) == Gap::None && at > 0 && tokens.class(at - 1) != Some(Class::Sign))
        {
            return None;
        }
        let mut next = at + 2;
        let mut count = 1;
        while initial(next) && tokens.gap(next) <= Gap::Space {
            next += 2;
            count += 1;
        }
        let named = tokens.is_capital(next)
            && tokens.gap(next) <= Gap::Space
            && tokens.written(next).chars().count() > 1
            && matches!(self.part(next), Part::Family | Part::Given | Part::Everyday)
            && self.is_name_like(next);
        if named {
            return Some(self.whole_name(next));
        }
        let letters = (tokens.written(at), tokens.written(at + 2));
        let known = matches!(
            letters,
            ("B", "C")
                | ("N", "B")
                | ("P", "S")
                | ("U", "S")
                | ("U", "K")
                | ("A", "M")
                | ("P", "M")
                | ("A", "D")
                | ("E", "U")
                | ("T", "V")
                | ("I", "V")
                | ("D", "C")
        );
        ((2..=3).contains(&count) && !known).then_some(next - 1)
    }
}

fn is_function_word(roles: Roles) -> bool {
    roles.any(Roles::NEVER.and(Roles::CLOCK).and(Roles::WHERE).and(Roles::TOWARDS).and(Roles::ACT))
}

fn is_small_word(roles: Roles) -> bool {
    is_function_word(roles) || roles.any(Roles::PERSON.and(Roles::WEEKDAY).and(Roles::DATE_CUE))
}
