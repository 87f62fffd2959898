//! How much of the code each feature and each library is: from the names in the wasm that cargo left, before
//! wasm-opt made it smaller and took the names away.
//!
//! Code that a library made for a feature's type (a reader, a view) counts for the library: its name does not
//! say for whom it was made.

use std::collections::BTreeMap;

/// The name of a part and its code, in bytes.
pub type Share = (String, u64);

/// The parts of a wasm file, the largest first.
///
/// # Errors
/// When it is no wasm file, or has no names.
pub fn shares(wasm: &[u8]) -> Result<Vec<Share>, String> {
    let found = Found::read(wasm).ok_or("not a wasm file with names")?;
    let mut parts: BTreeMap<String, u64> = BTreeMap::new();
    for (at, bytes) in (found.imports..).zip(&found.sizes) {
        let name = found.names.get(&at).map_or("", |name| *name);
        *parts.entry(part_of(&spelled(name))).or_default() += bytes;
    }
    let mut shares: Vec<Share> = parts.into_iter().collect();
    shares.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    Ok(shares)
}

/// The families of libraries, by the crates that they consist of.
const LIBRARIES: [(&str, &[&str]); 4] = [
    ("serde", &["serde", "serde_json", "serde_core"]),
    (
        "leptos",
        &["leptos", "tachys", "reactive_graph", "any_spawner", "or_poisoned", "throw_error", "oco_ref"],
    ),
    (
        "wasm-bindgen",
        &["wasm_bindgen", "wasm_bindgen_futures", "js_sys", "web_sys", "gloo_net", "gloo_file", "idb"],
    ),
    ("standard library", &["core", "alloc", "std", "hashbrown", "dlmalloc"]),
];

/// Where a function belongs.
fn part_of(name: &str) -> String {
    if let Some((_, path)) = name.split_once("refleks::features::") {
        return format!("refleks::features::{}", word(path));
    }
    if name.contains("serde") {
        return "serde".to_owned();
    }
    if let Some((_, path)) = name.split_once("refleks::") {
        return format!("refleks::{}", word(path));
    }
    let start = name.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let own = word(start);
    let library = LIBRARIES.iter().find(|(_, crates)| crates.contains(&own));
    library.map_or("other", |(library, _)| library).to_owned()
}

fn word(path: &str) -> &str {
    path.split(|letter: char| !letter.is_alphanumeric() && letter != '_').next().unwrap_or_default()
}

/// A mangled name as a path: `_ZN3one3two17h0123456789abcdefE` is `one::two`.
fn spelled(name: &str) -> String {
    let Some(mut rest) = name.strip_prefix("_ZN") else { return name.to_owned() };
    let mut parts = Vec::new();
    while let Some((digits, after)) =
        rest.find(|letter: char| !letter.is_ascii_digit()).map(|end| rest.split_at(end))
    {
        let Some((part, after)) = digits.parse().ok().and_then(|length| after.split_at_checked(length))
        else {
            break;
        };
        parts.push(part.replace("..", "::").replace("$LT$", "<").replace("$GT$", ">").replace("$u20$", " "));
        rest = after;
    }
    parts.join("::").trim_start_matches('_').to_owned()
}

/// What a wasm file says about its functions.
#[derive(Default)]
struct Found<'a> {
    /// How many functions come from outside; they have the first numbers.
    imports: u32,
    /// The code of each function of its own, bytes.
    sizes: Vec<u64>,
    /// The names by number.
    names: BTreeMap<u32, &'a str>,
}

impl<'a> Found<'a> {
    fn read(wasm: &'a [u8]) -> Option<Self> {
        let mut found = Self::default();
        let mut bytes = Bytes(wasm.strip_prefix(b"\0asm\x01\0\0\0")?);
        while !bytes.0.is_empty() {
            let (kind, mut section) = bytes.block()?;
            match kind {
                0 if section.text()? == "name" => {
                    while !section.0.is_empty() {
                        let (kind, mut names) = section.block()?;
                        if kind == 1 {
                            for _ in 0..names.number()? {
                                found.names.insert(names.number()?, names.text()?);
                            }
                        }
                    }
                }
                2 => found.imports = imports(&mut section)?,
                10 => {
                    for _ in 0..section.number()? {
                        let length = section.number()?;
                        section.take(length)?;
                        found.sizes.push(length.into());
                    }
                }
                _ => {}
            }
        }
        (!found.names.is_empty()).then_some(found)
    }
}

fn imports(section: &mut Bytes) -> Option<u32> {
    let mut functions = 0;
    for _ in 0..section.number()? {
        section.text()?;
        section.text()?;
        match section.byte()? {
            0 => {
                section.number()?;
                functions += 1;
            }
            1 => {
                section.byte()?;
                section.limits()?;
            }
            2 => section.limits()?,
            3 => {
                section.take(2)?;
            }
            _ => return None,
        }
    }
    Some(functions)
}

/// What is left of a file.
struct Bytes<'a>(&'a [u8]);

impl<'a> Bytes<'a> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        Some(*first)
    }

    /// A number in LEB128.
    fn number(&mut self) -> Option<u32> {
        let mut number = 0_u32;
        for shift in (0..).step_by(7) {
            let byte = self.byte()?;
            number |= u32::from(byte & 0x7f).checked_shl(shift)?;
            if byte < 0x80 {
                break;
            }
        }
        Some(number)
    }

    fn take(&mut self, length: u32) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(usize::try_from(length).ok()?)?;
        self.0 = rest;
        Some(taken)
    }

    fn text(&mut self) -> Option<&'a str> {
        let length = self.number()?;
        std::str::from_utf8(self.take(length)?).ok()
    }

    /// A section: its kind and what is in it.
    fn block(&mut self) -> Option<(u8, Bytes<'a>)> {
        let kind = self.byte()?;
        let length = self.number()?;
        Some((kind, Bytes(self.take(length)?)))
    }

    fn limits(&mut self) -> Option<()> {
        let has_most = self.byte()? & 1 == 1;
        self.number()?;
        if has_most {
            self.number()?;
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_function_belongs_to_the_feature_or_library_that_its_name_says() {
        for (name, part) in [
            (
                "_ZN7refleks8features10reflection4view5steps17h0123456789abcdefE",
                "refleks::features::reflection",
            ),
            (
                "_ZN93_$LT$refleks..features..home..model..Model$u20$as$u20$core..clone..Clone$GT$5clone17h0123456789abcdefE",
                "refleks::features::home",
            ),
            ("_ZN7refleks2ui6button6Button17h0123456789abcdefE", "refleks::ui"),
            (
                "_ZN78_$LT$refleks..ethics..Id$u20$as$u20$serde_core..ser..Serialize$GT$9serialize17h0123456789abcdefE",
                "serde",
            ),
            ("_ZN6tachys4view8any_view5build17h0123456789abcdefE", "leptos"),
            (
                "_ZN65_$LT$alloc..vec..Vec$LT$T$GT$$u20$as$u20$core..ops..drop..Drop$GT$4drop17h0123456789abcdefE",
                "standard library",
            ),
            ("memcpy", "other"),
        ] {
            assert_eq!(part_of(&spelled(name)), part, "{name}");
        }
    }

    #[test]
    fn the_code_of_a_part_is_summed_and_imports_are_not_counted() {
        let mut wasm = b"\0asm\x01\0\0\0".to_vec();
        // One imported function; three of its own, of 2, 5 and 3 bytes; their names.
        wasm.extend(*b"\x02\x07\x01\x01a\x01b\x00\x00");
        wasm.extend(*b"\x0a\x0e\x03\x02xx\x05xxxxx\x03xxx");
        let mut names = Vec::new();
        names.push(3);
        for (at, name) in [(1, "refleks::ui::a"), (2, "tachys::b"), (3, "refleks::ui::c")] {
            names.extend([at, u8::try_from(name.len()).unwrap()]);
            names.extend(name.bytes());
        }
        let mut section = b"\x04name\x01".to_vec();
        section.push(u8::try_from(names.len()).unwrap());
        section.extend(names);
        wasm.extend([0, u8::try_from(section.len()).unwrap()]);
        wasm.extend(section);
        let expected = [("leptos".to_owned(), 5), ("refleks::ui".to_owned(), 5)];
        assert_eq!(shares(&wasm).unwrap(), expected);
        assert!(shares(b"\0asm\x01\0\0\0").is_err());
        assert!(shares(&wasm[..wasm.len() - 1]).is_err());
    }
}
