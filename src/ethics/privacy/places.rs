//! E-mail addresses, street addresses, postal codes, and room or unit numbers.

use super::dates::is_year;
use super::tokens::{Class, Gap, Letters, Tokens};
use super::words::{Roles, is_number_word};

/// An e-mail address around the sign `@` (or «(at)») at this token: its first and last token.
pub(super) fn email(tokens: &Tokens, at: usize) -> Option<(usize, usize)> {
    let (before, after) = if tokens.is_sign(at, "@＠") {
        (at.checked_sub(1)?, at + 1)
    } else if tokens.is_sign(at, "([{")
        && matches!(tokens.lower(at + 1), "at" | "a" | "alfakrøll" | "krøllalfa")
    {
        tokens.is_sign(at + 2, ")]}").then_some((at.checked_sub(1)?, at + 3))?
    } else {
        return None;
    };
    if tokens.gap(after - 1).max(tokens.gap(after)) > Gap::Space || tokens.gap(at) > Gap::Space {
        return None;
    }
    let last = domain(tokens, after)?;
    Some((local_part(tokens, before)?, last))
}

fn local_part(tokens: &Tokens, end: usize) -> Option<usize> {
    let fits = |at: usize| {
        tokens.class(at).is_some() && (tokens.class(at) != Some(Class::Sign) || tokens.is_sign(at, "._%+-'"))
    };
    if !fits(end) {
        return None;
    }
    let mut first = end;
    while tokens.gap(first) == Gap::None && first > 0 && fits(first - 1) {
        first -= 1;
    }
    while first < end && tokens.class(first) == Some(Class::Sign) {
        first += 1;
    }
    (tokens.class(first) != Some(Class::Sign)).then_some(first)
}

fn domain(tokens: &Tokens, start: usize) -> Option<usize> {
    let label = |at: usize| tokens.class(at).is_some_and(|class| class != Class::Sign);
    if !label(start) {
        return None;
    }
    let (mut at, mut dots, mut last) = (start, 0, None);
    loop {
        let tight = tokens.gap(at + 1) == Gap::None;
        if tight && label(at + 1) {
            at += 1;
        } else if tight && tokens.is_sign(at + 1, ".-") && tokens.gap(at + 2) == Gap::None && label(at + 2) {
            dots += usize::from(tokens.is_sign(at + 1, "."));
            at += 2;
        } else {
            break;
        }
        if dots > 0 && tokens.is_word(at) && tokens.written(at).len() >= 2 {
            last = Some(at);
        }
    }
    last
}

/// A street address or a postal code with its place, beginning here: its last token.
pub(super) fn address(tokens: &Tokens, at: usize) -> Option<usize> {
    let street =
        norwegian_street(tokens, at).or_else(|| british_street(tokens, at)).or_else(|| post_box(tokens, at));
    let Some(last) = street else {
        return postal_place(tokens, at, false).or_else(|| british_postcode(tokens, at));
    };
    let next = last + 1 + usize::from(tokens.is_sign(last + 1, ","));
    let place = if tokens.follows(next) { postal_place(tokens, next, true) } else { None };
    Some(place.or_else(|| british_postcode(tokens, next).filter(|_| tokens.follows(next))).unwrap_or(last))
}

/// Endings that make any compound the name of a street.
const SURE: &[&str] = &[
    "gata",
    "gaten",
    "gate",
    "gatene",
    "veien",
    "vegen",
    "vei",
    "veg",
    "stien",
    "svingen",
    "allé",
    "allè",
    "alléen",
    "alleen",
    "torget",
    "smuget",
    "smauet",
    "stredet",
    "kroken",
    "terrasse",
    "faret",
    "tråkket",
    "ringen",
    "brygge",
    "almenning",
    "almenningen",
];
/// Endings that also make ordinary words: they need a capital letter.
const LIKELY: &[&str] = &[
    "bakken",
    "bakkane",
    "haugen",
    "lia",
    "lien",
    "tunet",
    "tun",
    "torg",
    "plass",
    "plassen",
    "grenda",
    "jordet",
    "løkka",
    "toppen",
    "åsen",
    "feltet",
    "marka",
    "skogen",
    "moen",
    "myra",
    "berget",
    "hagen",
    "dalen",
    "enga",
    "vollen",
    "terrassen",
    "strand",
    "stranda",
    "hammaren",
    "hammeren",
    "flata",
    "flaten",
    "vika",
    "neset",
    "sletta",
    "høgda",
    "høyden",
    "vang",
    "vangen",
    "alle",
    "sti",
    "kaia",
    "bryggen",
    "brygga",
    "alleen",
    "linna",
    "kleiva",
    "brekka",
    "brekko",
    "geilen",
    "gutua",
    "leitet",
    "rinden",
    "åkeren",
    "ekra",
    "parken",
    "hølen",
    "snippen",
    "trappa",
    "trappen",
    "bakke",
    "svingene",
    "gården",
    "garden",
    "løypa",
    "viken",
    "odden",
    "tangen",
    "roa",
    "rudet",
    "bryggja",
    "stubben",
    "slettene",
];
/// Words with a sure ending that are no streets.
const NO_STREETS: &[&str] = &[
    "luftvei",
    "urinvei",
    "utvei",
    "omvei",
    "snarvei",
    "skolevei",
    "arbeidsvei",
    "tilbakevei",
    "hjemvei",
    "luftveg",
    "utveg",
    "omveg",
    "mellomvei",
    "heimveg",
    "underveis",
    "åsted",
    "middelvei",
    "handlingsvei",
    "tvei",
    "tjenestevei",
    "tenesteveg",
    "blindvei",
    "blindveg",
    "erfaringen",
    "forringen",
    "mangfoldsveien",
    "luftveien",
    "luftvegen",
    "omveien",
    "utveien",
    "tjenesteveien",
    "tenestevegen",
    "klageveien",
];

fn street_word(tokens: &Tokens, at: usize) -> bool {
    let lower = tokens.lower(at);
    let compound = |endings: &[&str]| {
        endings.iter().any(|end| lower.strip_suffix(end).is_some_and(|stem| stem.chars().count() >= 2))
    };
    if NO_STREETS.contains(&lower) || lower.ends_with("ringen") && !tokens.is_capital(at) {
        return false;
    }
    let name = tokens.is_capital(at);
    let stop = tokens.is_sign(at + 1, ".") && tokens.digits(at + 2).is_some();
    if name
        && stop
        && lower.len() >= 5
        && (lower.ends_with("gt") || lower.ends_with('v') || lower.ends_with("vn"))
    {
        return true;
    }
    let bare =
        name && !tokens.starts_sentence(at) && LIKELY.contains(&lower) && !tokens.roles(at).has(Roles::UNIT);
    compound(SURE) || (name && (compound(LIKELY) || bare))
}

/// «Storgata 12», «Karl Johans gate 3 B», «Nedre vei nr. 4», «Storgt. 7».
fn norwegian_street(tokens: &Tokens, at: usize) -> Option<usize> {
    if !tokens.is_word(at) {
        return None;
    }
    let one = if street_word(tokens, at) { numbered_street(tokens, at) } else { None };
    let one = one.or_else(|| street_without_number(tokens, at));
    one.or_else(|| street_of_more_words(tokens, at).and_then(|end| numbered_street(tokens, end)))
}

/// «i Storgata», «på Kirkeveien»: a street's name after a preposition says enough.
fn street_without_number(tokens: &Tokens, at: usize) -> Option<usize> {
    let sure = ["gata", "gaten", "veien", "vegen", "stien"]
        .iter()
        .any(|end| tokens.lower(at).strip_suffix(end).is_some_and(|stem| stem.chars().count() >= 3));
    let named = tokens.letters(at) == Letters::Capital && !tokens.starts_sentence(at);
    let there = matches!(
        at.checked_sub(1).map(|before| tokens.lower(before)),
        Some("i" | "på" | "fra" | "frå" | "ved")
    );
    let house = tokens.roles(at + 1).has(Roles::INSTITUTION) || tokens.is_capital(at + 1);
    (sure && named && there && !house && !NO_STREETS.contains(&tokens.lower(at))).then_some(at)
}

fn numbered_street(tokens: &Tokens, end: usize) -> Option<usize> {
    let abbreviated = ["gt", "vn", "v"].iter().any(|short| tokens.lower(end).ends_with(short));
    let mut number = end + 1;
    number += usize::from(abbreviated && tokens.is_sign(number, "."));
    if tokens.is_sign(number, ",") {
        number += 1;
    }
    if matches!(tokens.lower(number), "nr" | "nummer") {
        number += 1 + usize::from(tokens.is_sign(number + 1, ".:"));
    }
    house_number(tokens, number, tokens.letters(end) != Letters::Lower)
}

/// Capitalised words before «gate», «vei», «plass»: the token of that word.
fn street_of_more_words(tokens: &Tokens, at: usize) -> Option<usize> {
    if !tokens.is_capital(at) {
        return None;
    }
    let mut end = at;
    for _ in 0..4 {
        end += 1;
        if tokens.is_sign(end, ".-’'") && tokens.gap(end) == Gap::None {
            continue;
        }
        if !tokens.is_word(end) || tokens.gap(end) > Gap::Line {
            return None;
        }
        let bare = matches!(
            tokens.lower(end),
            "gate"
                | "gata"
                | "gt"
                | "vei"
                | "veg"
                | "veien"
                | "vegen"
                | "plass"
                | "allé"
                | "alle"
                | "torg"
                | "terrasse"
                | "sti"
                | "park"
                | "brygge"
                | "bakke"
                | "tun"
                | "ring"
                | "hage"
        );
        if bare || (tokens.is_capital(end) && street_word(tokens, end)) {
            return Some(end);
        }
        if !tokens.is_capital(end) {
            return None;
        }
    }
    None
}

/// «12», «12B», «12 B», not followed by what it counts.
fn house_number(tokens: &Tokens, at: usize, sure: bool) -> Option<usize> {
    let digits = tokens.digits(at).filter(|_| tokens.follows(at))?;
    if digits.len() > 4 || digits.starts_with('0') || (!sure && digits.len() > 3) {
        return None;
    }
    if tokens.value(at).is_some_and(is_year) {
        return None;
    }
    let letter = tokens.written(at + 1);
    let one = tokens.is_word(at + 1) && letter.chars().count() == 1;
    let attached = one && tokens.gap(at + 1) == Gap::None;
    let spaced =
        one && tokens.gap(at + 1) == Gap::Space && letter.chars().all(char::is_uppercase) && letter != "I";
    let last = if attached || spaced { at + 1 } else { at };
    let clock = tokens.is_sign(last + 1, ".:,/")
        && tokens.gap(last + 2) == Gap::None
        && tokens.digits(last + 2).is_some();
    let counted = tokens.roles(last + 1).has(Roles::UNIT) || tokens.is_sign(last + 1, "%") || clock;
    (!counted).then_some(last)
}

/// «12 Church Street», «4B High St».
fn british_street(tokens: &Tokens, at: usize) -> Option<usize> {
    let digits = tokens.digits(at).filter(|digits| digits.len() <= 4)?;
    if digits.starts_with('0') {
        return None;
    }
    let attached =
        tokens.gap(at + 1) == Gap::None && tokens.written(at + 1).len() == 1 && tokens.is_word(at + 1);
    let start = at + 1 + usize::from(attached);
    let start = start + usize::from(tokens.is_sign(start, ","));
    let (mut named, mut last) = (0, None);
    for word in start..start + 5 {
        if tokens.is_sign(word, "'’.-") && tokens.gap(word) == Gap::None {
            continue;
        }
        if !tokens.is_word(word) || tokens.gap(word) > Gap::Line {
            return last;
        }
        let kind = tokens.roles(word).has(Roles::STREET);
        let plain = matches!(tokens.lower(word), "street" | "road" | "avenue" | "lane" | "crescent");
        if kind && named > 0 && (tokens.is_capital(word) || plain) {
            let capital = tokens.is_capital(start)
                || (plain && !tokens.roles(start).any(Roles::UNIT.and(Roles::STREET)));
            last = if capital { Some(word) } else { last };
        } else if last.is_some() {
            return last;
        }
        named += 1;
    }
    last
}

/// «Postboks 123», «PO Box 45».
fn post_box(tokens: &Tokens, at: usize) -> Option<usize> {
    let boxed = match tokens.lower(at) {
        "postboks" | "pb" => at + 1,
        "po" if tokens.lower(at + 1) == "box" => at + 2,
        _ => return None,
    };
    let number = boxed + usize::from(tokens.is_sign(boxed, "."));
    tokens.digits(number).filter(|digits| digits.len() <= 5 && tokens.follows(number)).map(|_| number)
}

/// «0150 Oslo», «N-5003 Bergen». After a street any capitalised word will do.
fn postal_place(tokens: &Tokens, at: usize, after_street: bool) -> Option<usize> {
    let coded = matches!(tokens.written(at), "N" | "NO")
        && tokens.is_sign(at + 1, "-–")
        && tokens.gap(at + 2) == Gap::None;
    let number = if coded { at + 2 } else { at };
    let digits = tokens.digits(number).filter(|digits| digits.len() == 4)?;
    let place = number + 1;
    if !tokens.is_capital(place) || tokens.gap(place) > Gap::Line || tokens.gap(place) == Gap::None {
        return None;
    }
    let known = tokens.roles(place).has(Roles::PLACE) || has_place_ending(tokens.lower(place));
    let cued = matches!(tokens.roles_before(number), roles if roles.has(Roles::CLOCK))
        || tokens
            .word_before(number)
            .is_some_and(|word| tokens.roles(word).any(Roles::CLOCK.and(Roles::NUMBERED)));
    let year = digits.parse().is_ok_and(is_year);
    let said_year = year
        && (tokens.roles_before(number).any(Roles::WHERE.and(Roles::DATE_CUE))
            || !tokens.roles(place).has(Roles::PLACE));
    if !(after_street || coded || (known && !cued && !said_year)) {
        return None;
    }
    let second = place + 1;
    let double = tokens.gap(second) == Gap::Space
        && tokens.letters(second) == Letters::AllCaps
        && tokens.is_word(second)
        && tokens.letters(place) == Letters::AllCaps;
    Some(if double { second } else { place })
}

fn has_place_ending(lower: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "stad", "vik", "sund", "dal", "nes", "heim", "fjord", "berg", "sjøen", "øy", "havn", "anger", "bø",
        "våg", "strand", "es", "øya", "sand", "fors", "foss", "dalen", "eid", "vågen", "vær", "skog", "ås",
        "mark", "ange", "vollen", "sletta",
    ];
    lower.chars().count() >= 4 && ENDINGS.iter().any(|end| lower.ends_with(end))
}

/// «LS1 4AP», «SW1A 1AA».
fn british_postcode(tokens: &Tokens, at: usize) -> Option<usize> {
    let caps = |at: usize, most: usize| {
        tokens.is_word(at)
            && (1..=most).contains(&tokens.written(at).len())
            && tokens.written(at).bytes().all(|byte| byte.is_ascii_uppercase())
    };
    if !caps(at, 2)
        || tokens.gap(at + 1) != Gap::None
        || tokens.digits(at + 1).is_none_or(|digits| digits.len() > 2)
    {
        return None;
    }
    let extra = caps(at + 2, 1) && tokens.gap(at + 2) == Gap::None;
    let inward = at + 2 + usize::from(extra);
    let fits = tokens.gap(inward) <= Gap::Space
        && tokens.digits(inward).is_some_and(|digits| digits.len() == 1)
        && tokens.gap(inward + 1) == Gap::None
        && caps(inward + 1, 2)
        && tokens.written(inward + 1).len() == 2;
    (fits && (tokens.gap(inward) == Gap::Space || extra)).then_some(inward + 1)
}

/// A room, ward, flat or unit with its number, beginning here: its last token.
pub(super) fn room(tokens: &Tokens, at: usize) -> Option<usize> {
    if let Some(last) = dwelling_number(tokens, at) {
        return Some(last);
    }
    let word = tokens.roles(at);
    let compound = [
        "avdeling",
        "avdelinga",
        "avdelingen",
        "bolig",
        "boligen",
        "bustad",
        "bustaden",
        "leilighet",
        "sengepost",
    ]
    .iter()
    .any(|end| tokens.lower(at).len() > end.len() && tokens.lower(at).ends_with(end));
    if !word.has(Roles::ROOM) && !compound {
        return None;
    }
    let mut number = at + 1;
    number += usize::from(tokens.is_sign(number, ".") && tokens.gap(number) == Gap::None);
    let labelled = matches!(tokens.lower(number), "nr" | "nummer" | "no" | "number" | "num");
    if labelled {
        number += 1 + usize::from(tokens.is_sign(number + 1, ".:"));
    }
    number += usize::from(tokens.is_sign(number, ":#-–=") && tokens.gap(number + 1) <= Gap::Space);
    number += usize::from(tokens.is_sign(number, "#«\"“'") && tokens.gap(number + 1) == Gap::None);
    if !tokens.follows(number) {
        return None;
    }
    let definite = is_definite(tokens.lower(at)) && !labelled;
    let last = unit_number(tokens, number, word)?;
    if is_counted(tokens, last + 1, definite) {
        return None;
    }
    let second = last + 2;
    let more = matches!(tokens.lower(last + 1), "og" | "and" | "eller" | "or")
        && tokens.value(second).is_some()
        && !is_counted(tokens, second + 1, true)
        && !(tokens.is_sign(second + 1, ".:,") && tokens.gap(second + 2) == Gap::None);
    Some(if more { second } else { last })
}

/// «H0203» in the national register of dwellings.
fn dwelling_number(tokens: &Tokens, at: usize) -> Option<usize> {
    let floor = matches!(tokens.written(at), "H" | "K" | "L" | "U");
    let digits = tokens.gap(at + 1) == Gap::None
        && tokens.digits(at + 1).is_some_and(|digits| digits.len() == 4 && digits.starts_with('0'));
    (floor && digits).then_some(at + 1)
}

fn unit_number(tokens: &Tokens, at: usize, word: Roles) -> Option<usize> {
    if let Some(digits) = tokens.digits(at) {
        let letter = tokens.written(at + 1);
        let one = tokens.is_word(at + 1) && letter.chars().count() == 1;
        let spaced =
            tokens.gap(at + 1) == Gap::Space && letter.chars().all(char::is_uppercase) && letter != "I";
        let last = if one && (tokens.gap(at + 1) == Gap::None || spaced) { at + 1 } else { at };
        let joined = tokens.is_sign(last + 1, "-–./")
            && tokens.gap(last + 1) == Gap::None
            && tokens.gap(last + 2) == Gap::None
            && tokens.digits(last + 2).is_some_and(|digits| digits.len() <= 4);
        return (digits.len() <= 5).then_some(if joined { last + 2 } else { last });
    }
    let written = tokens.written(at);
    let short = tokens.is_word(at) && tokens.letters(at) != Letters::Lower && written.chars().count() <= 2;
    let joint = at + 1 + usize::from(tokens.is_sign(at + 1, "-–") && tokens.gap(at + 1) == Gap::None);
    if tokens.is_word(at)
        && written.chars().count() <= 2
        && tokens.gap(joint) == Gap::None
        && tokens.digits(joint).is_some_and(|digits| digits.len() <= 5)
    {
        return Some(joint);
    }
    let lettered =
        word.has(Roles::LETTERED) && short && written.chars().count() == 1 && !matches!(written, "I" | "Å");
    let spelled = is_number_word(tokens.lower(at)) && tokens.gap(at) == Gap::Space;
    (lettered || spelled).then_some(at)
}

fn is_definite(lower: &str) -> bool {
    matches!(
        lower,
        "rommet"
            | "huset"
            | "senga"
            | "sengen"
            | "rooms"
            | "wards"
            | "hus"
            | "post"
            | "stue"
            | "stova"
            | "korridor"
    ) || (lower.ends_with("en") || lower.ends_with("a") || lower.ends_with("et")) && lower.len() > 6
}

/// «rommet 3 ganger», «avdelingen 12 senger».
fn is_counted(tokens: &Tokens, next: usize, definite: bool) -> bool {
    let lower = tokens.lower(next);
    let near = tokens.gap(next) == Gap::Space;
    let plural =
        (lower.ends_with("er") || lower.ends_with("ar") || lower.ends_with("s") || lower.ends_with("ere"))
            && !matches!(
                lower,
                "er" | "var"
                    | "har"
                    | "etter"
                    | "eller"
                    | "is"
                    | "was"
                    | "has"
                    | "under"
                    | "over"
                    | "her"
                    | "der"
                    | "where"
                    | "after"
                    | "når"
                    | "bor"
            )
            && !tokens.roles(next).has(Roles::ACT);
    near && (tokens.roles(next).has(Roles::UNIT) || (definite && plural)) || tokens.is_sign(next, "%")
}
