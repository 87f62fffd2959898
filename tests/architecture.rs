//! Who may use whom, and what is deliberately absent (ARCHITECTURE.md). Reads the source as tokens and says
//! file, line and rule. What the compiler or a lint holds already is not repeated here.
//!
//! Each rule is a function from one source to what is wrong in it, so that it can be tried on a few
//! planted lines: a rule that cannot fail is a defect.

#![allow(clippy::unwrap_used, clippy::panic, clippy::indexing_slicing, reason = "helpers of tests")]

use std::collections::BTreeSet;
use std::fmt;
use std::path::{Path, PathBuf};

use proc_macro2::{Delimiter, TokenStream, TokenTree};

// ---------------------------------------------------------------------------------------------------------
// Reading

/// One word, text or sign of the source, without comments, attributes and test modules.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Token {
    line: usize,
    what: What,
    /// Inside a `view!`.
    in_view: bool,
    /// Inside a call that only a log reads.
    in_log: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum What {
    Word(String),
    /// A string, without its quotes, escapes as written.
    Text(String),
    Sign(char),
    Open(Delimiter),
    Close,
    Other,
}

/// A file of the app.
struct Source {
    /// From the root, with forward slashes.
    file: String,
    text: String,
    tokens: Vec<Token>,
}

impl Source {
    fn new(file: &str, text: &str) -> Self {
        let stream: TokenStream = text.parse().unwrap_or_else(|error| panic!("{file}: {error}"));
        let mut tokens = Vec::new();
        flatten(stream, false, false, &mut tokens);
        Self { file: file.to_owned(), text: text.to_owned(), tokens }
    }

    fn word(&self, at: usize) -> Option<&str> {
        match self.tokens.get(at).map(|token| &token.what) {
            Some(What::Word(word)) => Some(word),
            _ => None,
        }
    }

    fn text(&self, at: usize) -> Option<&str> {
        match self.tokens.get(at).map(|token| &token.what) {
            Some(What::Text(text)) => Some(text),
            _ => None,
        }
    }

    fn is_sign(&self, at: usize, sign: char) -> bool {
        self.tokens.get(at).is_some_and(|token| token.what == What::Sign(sign))
    }

    fn is_open(&self, at: usize, delimiter: Delimiter) -> bool {
        self.tokens.get(at).is_some_and(|token| token.what == What::Open(delimiter))
    }

    /// Whether `::` stands here.
    fn is_path(&self, at: usize) -> bool {
        self.is_sign(at, ':') && self.is_sign(at + 1, ':')
    }

    fn wrong(&self, at: usize, rule: &'static str, what: &str) -> Wrong {
        let line = self.tokens.get(at).map_or(1, |token| token.line);
        Wrong { file: self.file.clone(), line, rule, what: what.to_owned() }
    }

    /// Every word that is one of these or begins with one of them and `_`.
    fn words(&self, rule: &'static str, names: &[&str]) -> Vec<Wrong> {
        let is_one = |word: &str| {
            names.iter().any(|name| {
                word.strip_prefix(name).is_some_and(|rest| rest.is_empty() || name.ends_with('_'))
            })
        };
        let found =
            (0..self.tokens.len()).filter_map(|at| Some((at, self.word(at).filter(|word| is_one(word))?)));
        found.map(|(at, word)| self.wrong(at, rule, word)).collect()
    }

    fn is_below(&self, places: &[&str]) -> bool {
        places.iter().any(|place| {
            self.file == *place || self.file.strip_prefix(place).is_some_and(|rest| rest.starts_with('/'))
        })
    }
}

fn flatten(stream: TokenStream, in_view: bool, in_log: bool, tokens: &mut Vec<Token>) {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    let mut at = 0;
    while let Some(tree) = trees.get(at) {
        if let Some(after) = attribute(&trees, at) {
            at = if is_test_attribute(&trees[at..after]) { end_of_item(&trees, after) } else { after };
            continue;
        }
        let line = tree.span().start().line;
        let mut push = |what| tokens.push(Token { line, what, in_view, in_log });
        match tree {
            TokenTree::Ident(ident) => push(What::Word(ident.to_string())),
            TokenTree::Punct(sign) => push(What::Sign(sign.as_char())),
            TokenTree::Literal(literal) => {
                push(text_of(&literal.to_string()).map_or(What::Other, What::Text))
            }
            TokenTree::Group(group) => {
                push(What::Open(group.delimiter()));
                let (view, log) =
                    (opened_by(&trees, at, &["view"]), opened_by(&trees, at, &["log", "warn", "error"]));
                flatten(group.stream(), in_view || view, in_log || log, tokens);
                tokens.push(Token {
                    line: group.span_close().start().line,
                    what: What::Close,
                    in_view,
                    in_log,
                });
            }
        }
        at += 1;
    }
}

/// Whether the group here is what a macro of one of these names was given.
fn opened_by(trees: &[TokenTree], at: usize, names: &[&str]) -> bool {
    let before =
        |back: usize| at.checked_sub(back).and_then(|place| trees.get(place)).map(ToString::to_string);
    before(1).as_deref() == Some("!") && before(2).is_some_and(|name| names.contains(&name.as_str()))
}

/// Where an attribute that begins here has ended.
fn attribute(trees: &[TokenTree], at: usize) -> Option<usize> {
    let is_sign =
        |at: usize, sign: char| matches!(trees.get(at), Some(TokenTree::Punct(p)) if p.as_char() == sign);
    if !is_sign(at, '#') {
        return None;
    }
    let place = if is_sign(at + 1, '!') { at + 2 } else { at + 1 };
    let brackets =
        matches!(trees.get(place), Some(TokenTree::Group(g)) if g.delimiter() == Delimiter::Bracket);
    brackets.then_some(place + 1)
}

fn is_test_attribute(trees: &[TokenTree]) -> bool {
    let Some(TokenTree::Group(group)) = trees.last() else { return false };
    ["test", "cfg(test)"].contains(&group.stream().to_string().replace(' ', "").as_str())
}

/// Where an item that begins here has ended: at its braces or its semicolon.
fn end_of_item(trees: &[TokenTree], from: usize) -> usize {
    let ends = |tree: &TokenTree| match tree {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        TokenTree::Punct(sign) => sign.as_char() == ';',
        TokenTree::Ident(_) | TokenTree::Literal(_) => false,
    };
    trees.iter().skip(from).position(ends).map_or(trees.len(), |place| from + place + 1)
}

/// What a literal says, when it is a string.
fn text_of(literal: &str) -> Option<String> {
    let raw = literal.trim_start_matches('r').trim_matches('#');
    Some(raw.strip_prefix('"')?.strip_suffix('"')?.to_owned())
}

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Wrong {
    file: String,
    line: usize,
    rule: &'static str,
    what: String,
}

impl fmt::Display for Wrong {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}: {}", self.file, self.line, self.rule, self.what)
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let mut waiting = vec![root().join(folder)];
    let mut found: Vec<PathBuf> = Vec::new();
    while let Some(folder) = waiting.pop() {
        for entry in std::fs::read_dir(&folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { waiting.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    let named = |path: &PathBuf| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
    let wanted = found.iter().filter(|path| path.to_string_lossy().ends_with(ending));
    wanted.map(|path| (named(path), std::fs::read_to_string(path).unwrap())).collect()
}

fn sources() -> Vec<Source> {
    let all: Vec<Source> = files("src", ".rs").iter().map(|(file, text)| Source::new(file, text)).collect();
    assert!(all.len() > 80, "only {} files: the rules looked at too little", all.len());
    all
}

fn holds(rule: impl Fn(&Source) -> Vec<Wrong>) {
    let wrong: Vec<Wrong> = sources().iter().flat_map(rule).collect();
    none(&wrong);
}

fn none(wrong: &[Wrong]) {
    let told: Vec<String> = wrong.iter().map(ToString::to_string).collect();
    assert!(told.is_empty(), "\n{}\n", told.join("\n"));
}

/// What a rule says of a planted file, as `line what`.
fn said(rule: impl Fn(&Source) -> Vec<Wrong>, file: &str, text: &str) -> Vec<String> {
    rule(&Source::new(file, text)).iter().map(|wrong| format!("{} {}", wrong.line, wrong.what)).collect()
}

// ---------------------------------------------------------------------------------------------------------
// Who may use whom

/// The levels from the inside out, and what each may use of ours: a module, or one thing in it.
const MAY_USE: [(&str, &[&str]); 22] = [
    ("json", &[]),
    ("order", &[]),
    ("ethics", &["json"]),
    ("i18n", &["json"]),
    ("clinical", &[]),
    ("content", &["json", "clinical", "ethics", "i18n::Language", "i18n::Day"]),
    ("progress", &["order", "clinical", "ethics", "i18n::Language", "i18n::Day", "i18n::Messages"]),
    ("route", &["ethics"]),
    ("profiles", &["ethics"]),
    ("storage", &["json", "profiles", "progress", "ethics", "i18n"]),
    ("packs", &["json", "ethics", "i18n::Language", "i18n::Day", "content", "storage"]),
    ("platform", &["json", "i18n::Language", "i18n::voices"]),
    ("ui", &[]),
    (
        "services",
        &[
            "json", "order", "clinical", "profiles", "storage", "platform", "packs", "content", "progress",
            "route", "ethics", "i18n",
        ],
    ),
    ("aloud", &["platform", "ui", "i18n"]),
    ("pictured", &["profiles", "ui", "i18n"]),
    ("scored", &["clinical", "content::Sorted", "ui", "i18n"]),
    ("writing", &["services", "ui", "ethics", "i18n"]),
    ("explained", &["services", "ui", "content", "route", "ethics", "i18n"]),
    (
        "features",
        &[
            "explained",
            "scored",
            "pictured",
            "writing",
            "aloud",
            "services",
            "ui",
            "platform",
            "storage",
            "packs",
            "clinical",
            "content",
            "profiles",
            "progress",
            "route",
            "ethics",
            "i18n",
            "json",
            "order",
        ],
    ),
    (
        "app",
        &[
            "features", "pictured", "writing", "services", "ui", "platform", "storage", "content",
            "profiles", "progress", "route", "ethics", "i18n", "json",
        ],
    ),
    ("main", &["app"]),
];

fn who_uses_whom(source: &Source) -> Vec<Wrong> {
    let here = module_of(&source.file);
    let Some(level) = here.first().filter(|level| *level != "lib") else { return Vec::new() };
    let Some((_, may)) = MAY_USE.iter().find(|(name, _)| name == level) else {
        return vec![source.wrong(0, "a module has a level", level)];
    };
    let allowed = |path: &str| {
        let is_in = |place: &str| {
            path == place || path.strip_prefix(place).is_some_and(|rest| rest.starts_with("::"))
        };
        if level == "features" && is_in("features") {
            return here.get(1).is_none_or(|feature| is_in(&format!("features::{feature}")));
        }
        is_in(level) || may.iter().any(|place| is_in(place))
    };
    let used = paths(source, &here).into_iter().filter(|(_, path)| !allowed(path));
    used.map(|(at, path)| source.wrong(at, "who may use whom", &path)).collect()
}

/// `src/features/home/view.rs` → features, home, view.
fn module_of(file: &str) -> Vec<String> {
    let inside = file.trim_start_matches("src/").trim_end_matches(".rs");
    inside.split('/').filter(|part| *part != "mod").map(str::to_owned).collect()
}

/// Every path into our own code, from the crate's root, as far as three names.
fn paths(source: &Source, here: &[String]) -> Vec<(usize, String)> {
    let mut found = Vec::new();
    for at in 0..source.tokens.len() {
        let mut base = match source.word(at) {
            Some("crate" | "refleks") if source.is_path(at + 1) => Vec::new(),
            Some("super") if source.is_path(at + 1) && !source.is_path(at.saturating_sub(2)) => {
                here.iter().take(here.len().saturating_sub(1)).cloned().collect()
            }
            _ => continue,
        };
        let mut next = at + 3;
        while source.word(next) == Some("super") && source.is_path(next + 1) {
            base.pop();
            next += 3;
        }
        ends(source, next, &base, at, &mut found);
    }
    found
}

/// What a path leads to, group by group.
fn ends(source: &Source, mut at: usize, base: &[String], from: usize, found: &mut Vec<(usize, String)>) {
    let mut path = base.to_vec();
    loop {
        if source.is_open(at, Delimiter::Brace) {
            for start in group_starts(source, at) {
                ends(source, start, &path, start, found);
            }
            return;
        }
        let Some(word) = source.word(at) else { break };
        path.push(word.to_owned());
        if !source.is_path(at + 1) {
            break;
        }
        at += 3;
    }
    path.truncate(3);
    found.push((from, path.join("::")));
}

/// Where the parts of `{a, b::{c, d}}` begin.
fn group_starts(source: &Source, open: usize) -> Vec<usize> {
    let mut starts = vec![open + 1];
    let mut depth = 0;
    for at in open..source.tokens.len() {
        match source.tokens[at].what {
            What::Open(_) => depth += 1,
            What::Close => depth -= 1,
            What::Sign(',') if depth == 1 => starts.push(at + 1),
            What::Sign(_) | What::Word(_) | What::Text(_) | What::Other => {}
        }
        if depth == 0 {
            break;
        }
    }
    starts.retain(|start| source.word(*start).is_some());
    starts
}

#[test]
fn nobody_uses_what_lies_further_out_and_no_feature_uses_another() {
    holds(who_uses_whom);
}

#[test]
fn a_turned_arrow_is_found_however_it_is_written() {
    let planted = [
        ("src/ethics/ids.rs", "use crate::storage::Records;", vec!["1 storage::Records"]),
        ("src/ui/button.rs", "fn a() { crate::i18n::Words::get(); }", vec!["1 i18n::Words::get"]),
        ("src/content/pack.rs", "use crate::i18n::{\nLanguage,\nMessages};", vec!["3 i18n::Messages"]),
        (
            "src/features/home/view.rs",
            "use super::super::reflection::Start;",
            vec!["1 features::reflection::Start"],
        ),
        ("src/features/home/view.rs", "use crate::{ui::Button, app::App};", vec!["1 app::App"]),
        ("src/features/home/view.rs", "use super::model::Model; use crate::ui::Button;", vec![]),
        ("src/main.rs", "fn main() { refleks::storage::open(); }", vec!["1 storage::open"]),
        ("src/gadgets/mod.rs", "", vec!["1 gadgets"]),
    ];
    for (file, text, wrong) in planted {
        assert_eq!(said(who_uses_whom, file, text), wrong, "{file}: {text}");
    }
}

// ---------------------------------------------------------------------------------------------------------
// Pure modules

/// Files of otherwise pure modules that drive the browser.
const DRIVERS: [&str; 6] = [
    "src/storage/indexed_db",
    "src/storage/mirror.rs",
    "src/storage/saver.rs",
    "src/storage/faulty.rs",
    "src/i18n/context.rs",
    // Asks the storage that the build of `faults` exposes.
    "src/storage/mod.rs",
];

fn is_pure(source: &Source) -> bool {
    let inner = [
        "src/json.rs",
        "src/order.rs",
        "src/ethics",
        "src/clinical",
        "src/content",
        "src/packs",
        "src/profiles",
        "src/progress",
        "src/storage",
        "src/i18n",
        "src/route.rs",
        "src/scored/names.rs",
        "src/scored/said.rs",
    ];
    let module = module_of(&source.file);
    let of_screen = |name: &String| ["view", "effects", "start_up"].contains(&name.as_str());
    let rules_of_feature = module.len() > 2 && module[0] == "features" && !of_screen(&module[2]);
    (source.is_below(&inner) && !source.is_below(&DRIVERS)) || rules_of_feature
}

fn purity(source: &Source) -> Vec<Wrong> {
    if !is_pure(source) {
        return Vec::new();
    }
    let outside = [
        "leptos",
        "web_sys",
        "js_sys",
        "gloo_",
        "wasm_bindgen",
        "wasm_bindgen_",
        "idb",
        "uuid",
        "rand",
        "getrandom",
        "SystemTime",
        "Instant",
        "spawn_local",
    ];
    source.words("a pure module knows no browser, no clock and no chance", &outside)
}

#[test]
fn pure_modules_know_no_browser_no_clock_and_no_chance() {
    holds(purity);
    assert!(sources().iter().filter(|source| is_pure(source)).count() > 60);
}

#[test]
fn a_clock_in_a_pure_module_is_found_and_one_in_its_tests_is_not() {
    let text = "fn now() { std::time::SystemTime::now() }\n#[cfg(test)]\nmod tests { use uuid::Uuid; }";
    assert_eq!(said(purity, "src/features/home/model.rs", text), ["1 SystemTime"]);
    assert_eq!(said(purity, "src/storage/merge.rs", "use gloo_timers::Timeout;"), ["1 gloo_timers"]);
    assert_eq!(said(purity, "src/features/home/view.rs", text), [""; 0]);
}

/// What need not be the same to the bit on every machine. Authors' decimals are read in one place.
fn exactness(source: &Source) -> Vec<Wrong> {
    if !source.is_below(&["src/clinical"]) || source.file == "src/clinical/fixed.rs" {
        return Vec::new();
    }
    source.words(
        "a course is the same to the bit everywhere",
        &["f32", "f64", "exp", "powf", "powi", "sqrt", "ln", "HashMap"],
    )
}

#[test]
fn clinical_rules_calculate_the_same_on_every_machine() {
    holds(exactness);
    assert_eq!(said(exactness, "src/clinical/body.rs", "fn a(b: f64) -> f64 { b.powf(2.0) }").len(), 3);
    assert_eq!(said(exactness, "src/ui/icon.rs", "fn a(b: f64) {}"), [""; 0]);
}

// ---------------------------------------------------------------------------------------------------------
// The browser

fn storage_of_the_browser(source: &Source) -> Vec<Wrong> {
    if source.is_below(&["src/storage"]) {
        return Vec::new();
    }
    let names = ["local_storage", "session_storage", "indexed_db", "idb", "caches", "cookie", "set_cookie"];
    source.words("the browser's storage is reached in src/storage only", &names)
}

fn the_browser(source: &Source) -> Vec<Wrong> {
    // `ui` handles the events of its own elements; `app` starts the page and meets `boot.js` there.
    if source.is_below(&["src/platform", "src/storage", "src/ui", "src/app", "src/app.rs"]) {
        return Vec::new();
    }
    let names = ["web_sys", "js_sys", "gloo_", "wasm_bindgen", "wasm_bindgen_futures"];
    source.words("the browser is reached in src/platform", &names)
}

fn the_network(source: &Source) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if !source.is_below(&["src/platform/assets.rs"]) {
        let names = [
            "gloo_net",
            "XmlHttpRequest",
            "WebSocket",
            "EventSource",
            "fetch_with_str",
            "send_beacon",
            "RtcPeerConnection",
        ];
        wrong = source.words("only src/platform/assets.rs fetches anything", &names);
    }
    for at in 0..source.tokens.len() {
        if let Some(text) =
            source.text(at).filter(|text| text.contains("://") && !text.contains("www.w3.org"))
        {
            wrong.push(source.wrong(at, "no address of another host", text));
        }
    }
    wrong
}

#[test]
fn the_browsers_storage_is_reached_in_one_place() {
    holds(storage_of_the_browser);
    let text = "fn a() { window().local_storage() }";
    assert_eq!(said(storage_of_the_browser, "src/services/mod.rs", text), ["1 local_storage"]);
    assert_eq!(said(storage_of_the_browser, "src/storage/mirror.rs", text), [""; 0]);
}

#[test]
fn screens_reach_the_browser_through_the_platform() {
    holds(the_browser);
    let text = "use gloo_events::EventListener;\nuse web_sys::window;";
    assert_eq!(said(the_browser, "src/features/home/view.rs", text), ["1 gloo_events", "2 web_sys"]);
    assert_eq!(said(the_browser, "src/ui/field.rs", text), [""; 0]);
}

#[test]
fn only_the_apps_own_files_are_fetched_and_in_one_place() {
    holds(the_network);
    let text = "fn a() { gloo_net::http::Request::get(\"https://example.no/x\") }";
    assert_eq!(said(the_network, "src/services/mod.rs", text), ["1 gloo_net", "1 https://example.no/x"]);
}

// ---------------------------------------------------------------------------------------------------------
// Words

/// What stands on the screen before the rooms have come asks only for the words that are here by then.
#[cfg(feature = "author")]
fn words_of_the_first_screen(source: &Source) -> Vec<Wrong> {
    use refleks::i18n::catalogue::Part;
    let before = ["src/app", "src/app.rs", "src/features/home", "src/services", "src/storage", "src/ui"];
    if !source.is_below(&before) {
        return Vec::new();
    }
    let features: BTreeSet<String> = files("locales/nb", ".toml")
        .iter()
        .filter_map(|(file, _)| Some(Path::new(file).file_stem()?.to_string_lossy().into_owned()))
        .filter(|feature| !Part::First.has(feature))
        .collect();
    assert!(features.contains("reflection"), "there is nothing to look for");
    let asked = |at: usize| source.is_sign(at.wrapping_sub(1), '.') || source.is_path(at.wrapping_sub(2));
    let of_a_room = |word: &str| word.split_once('_').is_some_and(|(feature, _)| features.contains(feature));
    let found = (0..source.tokens.len()).filter(|at| asked(*at));
    let found = found.filter_map(|at| Some((at, source.word(at).filter(|word| of_a_room(word))?)));
    found.map(|(at, word)| source.wrong(at, "the first screen has its own words only", word)).collect()
}

#[cfg(feature = "author")]
#[test]
fn the_first_screen_asks_for_no_words_of_the_rooms() {
    holds(words_of_the_first_screen);
    let text =
        "fn a() { words.text(Messages::reflection_title); b(words.settings_title()); words.home_start() }";
    assert_eq!(
        said(words_of_the_first_screen, "src/app/banners.rs", text),
        ["1 reflection_title", "1 settings_title"]
    );
    assert_eq!(said(words_of_the_first_screen, "src/features/settings/view.rs", text), [""; 0]);
}

// ---------------------------------------------------------------------------------------------------------
// Deliberately absent

fn absent(source: &Source) -> Vec<Wrong> {
    let html = ["inner_html", "set_inner_html", "outer_html", "set_outer_html", "insert_adjacent_html"];
    let mut wrong = source.words("no text is ever read as markup", &html);
    wrong.extend(source.words("a missing context is a value, not a panic", &["expect_context"]));
    wrong.extend(
        source.words("no global mutable state", &["thread_local", "OnceCell", "OnceLock", "lazy_static"]),
    );
    if !source.is_below(&["src/services/mod.rs", "src/i18n/context.rs"]) {
        let names = ["provide_context", "use_context"];
        wrong.extend(source.words("two contexts: the services and the words", &names));
    }
    if module_of(&source.file).last().is_some_and(|name| name == "model") {
        wrong.extend(
            source.words("a screen's model is not what is stored", &["serde", "Serialize", "Deserialize"]),
        );
    }
    let is_mutable = |at: &usize| source.word(*at) == Some("static") && source.word(at + 1) == Some("mut");
    let statics = (0..source.tokens.len()).filter(is_mutable);
    wrong.extend(statics.map(|at| source.wrong(at, "no global mutable state", "static mut")));
    wrong
}

fn panics(source: &Source) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for at in 0..source.tokens.len() {
        let Some(word) = source.word(at) else { continue };
        let is_method =
            at > 0 && source.is_sign(at - 1, '.') && source.is_open(at + 1, Delimiter::Parenthesis);
        let has_argument = source.tokens.get(at + 2).is_some_and(|token| token.what != What::Close);
        let found = match word {
            "unwrap" | "unwrap_err" => is_method,
            "expect" | "expect_err" => is_method && has_argument,
            "panic" | "todo" | "unimplemented" | "unreachable" => source.is_sign(at + 1, '!'),
            _ => false,
        };
        if found {
            wrong.push(source.wrong(at, "nothing that a person or a browser does may end the app", word));
        }
    }
    wrong
}

#[test]
fn what_is_deliberately_absent_is_absent() {
    holds(absent);
    let text = "#[derive(Serialize)]\nstruct Model;\nfn a() { use_context::<X>(); view! { <p inner_html=x/> } }\nstatic mut X: u8 = 0;";
    // An attribute is no token here, so a model is caught by what it imports.
    let wrong = said(absent, "src/features/home/model.rs", &format!("use serde::Serialize;\n{text}"));
    assert_eq!(wrong, ["4 inner_html", "4 use_context", "1 serde", "1 Serialize", "5 static mut"]);
}

#[test]
fn nothing_outside_tests_panics() {
    holds(panics);
    let text = "fn a() { x.unwrap(); y.expect(\"z\"); z.expect(); panic!(\"no\"); q.unwrap_or(1) }\n#[test]\nfn b() { x.unwrap() }";
    assert_eq!(said(panics, "src/app.rs", text), ["1 unwrap", "1 expect", "1 panic"]);
}

// ---------------------------------------------------------------------------------------------------------
// JSON

fn another_reader(source: &Source) -> Vec<Wrong> {
    // What authors use is not part of the app.
    if source.is_below(&["src/json.rs", "src/content/author"]) {
        return Vec::new();
    }
    source.words("JSON is read and written with src/json.rs, which costs a type little", &["serde_json"])
}

/// What the reader in `src/json.rs` cannot do, or would do wrong.
fn shapes(source: &Source) -> Vec<Wrong> {
    // What authors write is TOML, and is read by serde's own reader.
    if source.is_below(&["src/content/author"]) {
        return Vec::new();
    }
    let mut wrong = Vec::new();
    for (place, _) in source.text.match_indices("#[serde(") {
        let rest = &source.text[place..];
        let attribute = &rest[..rest.find(")]").unwrap_or(rest.len())];
        let words: Vec<&str> = attribute.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').collect();
        let is_there = |word: &str| words.contains(&word);
        let line = source.text[..place].matches('\n').count() + 1;
        let mut say = |rule, what: &str| {
            wrong.push(Wrong { file: source.file.clone(), line, rule, what: what.to_owned() });
        };
        for word in ["tag", "untagged", "flatten", "alias"].into_iter().filter(|word| is_there(word)) {
            say("src/json.rs reads enums that are tagged from outside, and each field under one name", word);
        }
        if is_there("skip_serializing_if") && !is_there("default") {
            say(
                "what may be left out when it is written has a default when it is read",
                "skip_serializing_if",
            );
        }
    }
    wrong
}

#[test]
fn json_is_read_and_written_in_one_way() {
    holds(another_reader);
    let text = "fn a() { serde_json::from_str(b) }\n#[test]\nfn c() { serde_json::to_vec(d) }";
    assert_eq!(said(another_reader, "src/storage/backup.rs", text), ["1 serde_json"]);
    assert_eq!(said(another_reader, "src/json.rs", text), [""; 0]);
}

#[test]
fn every_type_has_a_shape_that_the_reader_of_json_knows() {
    holds(shapes);
    let text = "struct A {\n    #[serde(skip_serializing_if = \"no\")]\n    a: u8,\n    #[serde(default, alias = \"c\")]\n    b: u8,\n}";
    assert_eq!(said(shapes, "src/a.rs", text), ["2 skip_serializing_if", "4 alias"]);
    assert_eq!(said(shapes, "src/a.rs", "#[serde(\n  tag = \"kind\",\n)]\nenum A { B }"), ["1 tag"]);
    assert_eq!(said(shapes, "src/a.rs", "#[serde(default, rename = \"b\")]\nstruct A;"), [""; 0]);
}

// ---------------------------------------------------------------------------------------------------------
// Privacy

/// Fields of the features that take no free text about people: searches in what is kept already, a code, and the one
/// field that is meant for a name (the receipt, the diploma, «Hvem er hvem hos oss»), where the guard is silent.
const SEARCHES: [&str; 6] = [
    "src/features/reflection/view/room.rs",
    "src/features/shelf/view/practices.rs",
    "src/features/library/view/saker.rs",
    "src/features/library/view/terms.rs",
    "src/features/simulation/view/sheets.rs",
    "src/features/learning/view/paths/name.rs",
];

fn unguarded_text(source: &Source) -> Vec<Wrong> {
    if !source.is_below(&["src/features"]) || source.is_below(&SEARCHES) {
        return Vec::new();
    }
    let is_field =
        |at: &usize| source.is_sign(*at, '<') && matches!(source.word(at + 1), Some("Field" | "textarea"));
    let found = (0..source.tokens.len()).filter(is_field);
    found
        .map(|at| {
            source.wrong(at, "free text is asked for with writing::WritingField", "a field without the guard")
        })
        .collect()
}

#[test]
fn every_free_text_is_seen_by_the_privacy_guard() {
    holds(unguarded_text);
    let text = "fn a() { view! { <Field id=\"a\"/> <WritingField id=\"b\"/> <textarea/> } }";
    assert_eq!(said(unguarded_text, "src/features/home/view.rs", text).len(), 2);
}

// ---------------------------------------------------------------------------------------------------------
// Spelled once

fn addresses(source: &Source) -> Vec<Wrong> {
    if source.file == "src/route.rs" {
        return Vec::new();
    }
    let spelled =
        (0..source.tokens.len()).filter(|at| source.text(*at).is_some_and(|text| text.contains("#/")));
    spelled
        .map(|at| source.wrong(at, "addresses are spelled in src/route.rs", source.text(at).unwrap()))
        .collect()
}

/// A colour as it is written in style sheets, somewhere in a text.
fn colour(text: &str) -> Option<&str> {
    const NOTATIONS: [&str; 7] = ["rgb(", "rgba(", "hsl(", "hsla(", "oklch(", "oklab(", "lab("];
    if let Some(place) = NOTATIONS.iter().find_map(|notation| text.find(notation)) {
        return Some(&text[place..]);
    }
    text.match_indices('#').find_map(|(place, _)| {
        let rest = &text[place + 1..];
        let digits = rest.find(|c: char| !c.is_ascii_hexdigit()).unwrap_or(rest.len());
        let goes_on = rest[digits..].starts_with(|c: char| c.is_alphanumeric() || c == '-' || c == '_');
        ([3, 4, 6, 8].contains(&digits) && !goes_on).then(|| &text[place..=place + digits])
    })
}

fn colours_in_code(source: &Source) -> Vec<Wrong> {
    let found = (0..source.tokens.len()).filter_map(|at| Some((at, colour(source.text(at)?)?)));
    found.map(|(at, colour)| source.wrong(at, "colours are spelled in style/tokens.css", colour)).collect()
}

fn colours_in_style(file: &str, text: &str) -> Vec<Wrong> {
    let rule = "colours are spelled in style/tokens.css";
    let lines = without_comments(text);
    let found = lines.lines().enumerate().filter_map(|(at, line)| Some((at + 1, colour(line)?)));
    found.map(|(line, what)| Wrong { file: file.to_owned(), line, rule, what: what.to_owned() }).collect()
}

/// A style sheet with its comments blanked, line by line.
fn without_comments(css: &str) -> String {
    let mut left = String::new();
    let mut rest = css;
    while let Some((before, comment)) = rest.split_once("/*") {
        left.push_str(before);
        let (comment, after) = comment.split_once("*/").unwrap_or((comment, ""));
        left.extend(comment.chars().filter(|c| *c == '\n'));
        rest = after;
    }
    left + rest
}

#[test]
fn addresses_are_spelled_in_one_file() {
    holds(addresses);
    assert_eq!(said(addresses, "src/app.rs", "fn a() { go(\"#/om\") }"), ["1 #/om"]);
}

#[test]
fn colours_are_spelled_in_the_tokens_and_the_theme() {
    // The theme of the design system, and what is shown before any style sheet has come, have their own.
    let mut wrong: Vec<Wrong> = sources().iter().flat_map(colours_in_code).collect();
    let mut sheets = files("style", ".css");
    sheets.extend(files("style", ".svg"));
    assert!(sheets.len() > 20);
    for (file, text) in sheets.iter().filter(|(file, _)| file != "style/tokens.css") {
        wrong.extend(colours_in_style(file, text));
    }
    none(&wrong);
}

#[test]
fn a_colour_is_told_from_a_word_an_id_and_a_comment() {
    for (text, found) in [
        ("#fff", Some("#fff")),
        ("x #1C5746;", Some("#1C5746")),
        ("rgb(0 0 0)", Some("rgb(0 0 0)")),
        ("#main", None),
        ("#add-row", None),
        ("#12345", None),
        ("var(--ink)", None),
    ] {
        assert_eq!(colour(text), found, "{text}");
    }
    let css = "/* #fff\n */ a { color: #abc; }";
    assert_eq!(colours_in_style("style/a.css", css).iter().map(|w| w.line).collect::<Vec<_>>(), [2]);
    assert_eq!(said(colours_in_code, "src/ui/icon.rs", "const A: &str = \"#F2A93B\";"), ["1 #F2A93B"]);
}

// ---------------------------------------------------------------------------------------------------------
// Words

/// Attributes whose text nobody reads.
const TECHNICAL: [&str; 9] =
    ["class", "legend_class", "viewBox", "d", "transform", "points", "accept", "content", "sandbox"];

fn words_for_people(source: &Source) -> Vec<Wrong> {
    let places = [
        "src/features",
        "src/services",
        "src/app",
        "src/app.rs",
        "src/ui",
        "src/writing.rs",
        "src/explained.rs",
    ];
    // Sentences for tests and examples of the rules of a feature.
    if !source.is_below(&places) || source.file.ends_with("/fixtures.rs") {
        return Vec::new();
    }
    let rule = "what a person reads stands in locales/";
    let mut wrong = Vec::new();
    for (at, token) in source.tokens.iter().enumerate() {
        let What::Text(text) = &token.what else { continue };
        let is_value = at > 0 && (source.is_sign(at - 1, '='));
        let attribute = if is_value { source.word(at.saturating_sub(2)) } else { None };
        if token.in_log || attribute.is_some_and(|name| TECHNICAL.contains(&name)) {
            continue;
        }
        let said = without_holes(text);
        let is_child = token.in_view
            && !is_value
            && is_markup_child(source, at)
            && said.chars().any(char::is_alphabetic);
        if is_child || is_phrase(&said) {
            wrong.push(source.wrong(at, rule, text));
        }
    }
    wrong
}

/// Whether a text in a `view!` stands between tags, and not in code.
fn is_markup_child(source: &Source, at: usize) -> bool {
    at > 0 && (source.is_sign(at - 1, '>') || source.is_sign(at + 1, '<'))
}

/// A format string without its `{…}`.
fn without_holes(text: &str) -> String {
    let mut depth = 0_u32;
    let outside = text.chars().filter(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => return depth == 0,
        }
        false
    });
    outside.collect()
}

/// Whether a text is Norwegian, or has two words with nothing but a space between them.
fn is_phrase(text: &str) -> bool {
    let is_word = |word: &str| {
        word.chars().count() > 1
            && word.trim_end_matches(['.', ',', '?', ':']).chars().all(char::is_alphabetic)
    };
    let words: Vec<&str> = text.split(' ').collect();
    text.chars().any(|c| "æøåÆØÅ".contains(c))
        || words.windows(2).any(|pair| is_word(pair[0]) && is_word(pair[1]))
}

#[test]
fn no_words_for_people_in_rust() {
    holds(words_for_people);
}

#[test]
fn a_sentence_in_rust_is_found_and_technical_text_is_not() {
    let file = "src/features/home/view.rs";
    for (text, count) in [
        ("fn a() { view! { <p>\"Hjem\"</p> } }", 1),
        ("fn a() { title(\"Ta vare\") }", 1),
        ("fn a() { title(\"Øving\") }", 1),
        ("fn a() { format!(\"{n} of {m}\") }", 0),
        ("fn a() { format!(\"{n} saved items\") }", 1),
        ("fn a() { view! { <p class=\"stack wrap\" id=\"x\">{words}</p> } }", 0),
        ("fn a() { leptos::logging::warn!(\"it went wrong: {error}\") }", 0),
        ("/// Some words.\nfn a() { key(\"home_title\") }", 0),
        ("#[test]\nfn b() { a(\"Ta vare\") }", 0),
    ] {
        assert_eq!(said(words_for_people, file, text).len(), count, "{text}");
    }
    assert!(
        said(words_for_people, "src/ethics/privacy/words.rs", "const A: &str = \"på rommet\";").is_empty()
    );
}

/// The keys of one file of words, as the code calls them.
fn keys(feature: &str, toml: &str) -> Vec<String> {
    let lines = toml.lines().filter(|line| !line.starts_with('#'));
    lines.filter_map(|line| line.split_once(" = ")).map(|(key, _)| format!("{feature}_{key}")).collect()
}

#[test]
fn every_word_that_is_translated_is_shown_somewhere() {
    let used: BTreeSet<String> = sources()
        .iter()
        .flat_map(|source| (0..source.tokens.len()).filter_map(|at| source.word(at)).map(str::to_owned))
        .collect();
    let folder = root().join("locales/nb");
    let mut unused = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let feature = path.file_stem().unwrap().to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap();
        unused.extend(keys(&feature, &text).into_iter().filter(|key| !used.contains(key)));
    }
    assert!(unused.is_empty(), "nobody sees these: {unused:?}");
    assert_eq!(keys("home", "# a = b\ntitle = \"x\"\n"), ["home_title"]);
}

// ---------------------------------------------------------------------------------------------------------
// Files

/// The longest a file of the app may be.
const LONGEST: usize = 600;

fn shape(source: &Source) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    if !source.text.starts_with("//!") {
        wrong.push(source.wrong(0, "a module says what it is for", "no `//!` at the top"));
    }
    let length = source.text.lines().count();
    if length > LONGEST {
        let what = format!("{length} lines, and {LONGEST} are allowed");
        wrong.push(Wrong { file: source.file.clone(), line: LONGEST + 1, rule: "a file is one idea", what });
    }
    wrong
}

#[test]
fn every_module_says_what_it_is_for_and_is_not_too_long() {
    holds(shape);
    assert_eq!(said(shape, "src/a.rs", "fn a() {}"), ["1 no `//!` at the top"]);
    assert_eq!(said(shape, "src/a.rs", &format!("//! A.\n{}", "\n".repeat(LONGEST))).len(), 1);
}

// ---------------------------------------------------------------------------------------------------------
// Style

/// Every class that a style sheet speaks of.
fn known_classes(css: &str) -> BTreeSet<String> {
    let css = without_comments(css);
    let is_part = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    let named = css.split('.').skip(1).filter(|rest| rest.starts_with(|c: char| c.is_ascii_alphabetic()));
    named.map(|rest| rest.chars().take_while(|c| is_part(*c)).collect()).collect()
}

fn classes(source: &Source, known: &BTreeSet<String>) -> Vec<Wrong> {
    let mut wrong = Vec::new();
    for at in 2..source.tokens.len() {
        let is_class =
            source.is_sign(at - 1, '=') && source.word(at - 2).is_some_and(|name| name.ends_with("class"));
        let Some(text) = source.text(at).filter(|_| is_class) else { continue };
        // What begins with `ds-` belongs to the design system.
        let unknown =
            text.split_whitespace().filter(|class| !class.starts_with("ds-") && !known.contains(*class));
        wrong.extend(unknown.map(|class| source.wrong(at, "a class has a style, or goes", class)));
    }
    wrong
}

#[test]
fn every_class_on_a_screen_has_a_style() {
    let known: BTreeSet<String> =
        files("style", ".css").iter().flat_map(|(_, css)| known_classes(css)).collect();
    holds(|source| classes(source, &known));
}

#[test]
fn a_class_without_a_style_is_found() {
    let known = known_classes(".stack, .row.wrap > p { gap: 0.5rem } /* .ghost */");
    assert_eq!(known.iter().map(String::as_str).collect::<Vec<_>>(), ["row", "stack", "wrap"]);
    let text = "fn a() { view! { <p class=\"stack ds-button ghost\"/> } }";
    assert_eq!(said(|source| classes(source, &known), "src/ui/a.rs", text), ["1 ghost"]);
}
