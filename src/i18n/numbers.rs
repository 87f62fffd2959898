//! Numbers as people write them. Own rules, because browsers lack Nynorsk.

use super::Language;

/// A whole number with thousands set apart: «12 345» (narrow no-break space), «12,345».
#[must_use]
pub fn whole(number: u64, language: Language) -> String {
    let digits = number.to_string();
    let apart = match language {
        Language::Nb | Language::Nn => '\u{202f}',
        Language::En => ',',
    };
    // Four digits stand together in Norwegian: 1234, but 12 345.
    if digits.len() < 4 || (digits.len() == 4 && language != Language::En) {
        return digits;
    }
    let mut out = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            out.push(apart);
        }
        out.push(digit);
    }
    out
}

/// A number with one decimal: «1,2», «1.2». Tenths are given as a whole number.
#[must_use]
pub fn tenths(tenths: u64, language: Language) -> String {
    let mark = match language {
        Language::Nb | Language::Nn => ',',
        Language::En => '.',
    };
    format!("{}{mark}{}", whole(tenths / 10, language), tenths % 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart_as_each_language_does_it() {
        for (number, nb, en) in [
            (0, "0", "0"),
            (999, "999", "999"),
            (1_234, "1234", "1,234"),
            (12_345, "12\u{202f}345", "12,345"),
            (1_234_567, "1\u{202f}234\u{202f}567", "1,234,567"),
        ] {
            assert_eq!(whole(number, Language::Nb), nb);
            assert_eq!(whole(number, Language::Nn), nb);
            assert_eq!(whole(number, Language::En), en);
        }
    }

    #[test]
    fn one_decimal_has_a_comma_in_norwegian_and_a_point_in_english() {
        assert_eq!(tenths(386, Language::Nn), "38,6");
        assert_eq!(tenths(386, Language::En), "38.6");
    }
}
