//! Content as it is read: a text with its terms explained where they stand, a law card, and when something was
//! checked last. Between the features and the parts, as `writing` is for what people write: every feature that shows
//! content shows it through here.
//!
//! A term in running text is a button that may be smaller than 48 px; the same terms therefore stand as buttons of
//! 48 px below the text. While the glossary has not come, or where it has none of the words, the text is plain.

#![allow(unreachable_pub, reason = "the component macro repeats `pub` on an inner function")]

use leptos::prelude::*;

use crate::content::{LawItem, Marked, Metadata, Piece, Review};
use crate::ethics::TermId;
use crate::i18n::{Day, Messages, Phrase, Words};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Dialog, Icon, LinkButton, Look, Notice, NoticeKind, Text, Tone, live, when};

/// What is being explained.
#[derive(Clone, Copy)]
struct Explaining {
    services: Services,
    /// The term; stays when the dialog is closed, so that nothing changes in it on its way out.
    term: RwSignal<Option<TermId>>,
    open: RwSignal<bool>,
}

impl Explaining {
    fn explain(self, id: &TermId) {
        self.term.set(Some(id.clone()));
        self.open.set(true);
    }

    /// A word of the term that is being explained; empty while there is none.
    fn word(self, of: fn(&crate::content::TermWords) -> &str) -> Text {
        Signal::derive(move || {
            let glossary = self.services.terms();
            self.term.with(|id| {
                let term = glossary.ready().zip(id.as_ref()).and_then(|(glossary, id)| glossary.term(id));
                term.map(|term| of(&term.words).to_owned()).unwrap_or_default()
            })
        })
    }

    fn name_of(self, id: &TermId) -> String {
        let glossary = self.services.terms();
        let term = glossary.ready().and_then(|glossary| glossary.term(id));
        term.map(|term| term.words.name.clone()).unwrap_or_default()
    }
}

/// A text as paragraphs, with the first occurrence of every term as a button that explains it, and the same terms as
/// larger buttons below.
#[component]
pub fn Explained(
    /// The text; every line is a paragraph.
    #[prop(into)]
    text: Text,
    /// A term that is not explained here, because the text is its own explanation.
    #[prop(optional_no_strip)]
    but: Option<TermId>,
    /// What the second paragraph is called, before it.
    #[prop(optional, into)]
    second: Option<Text>,
) -> impl IntoView {
    let services = Services::find()?;
    services.need_terms();
    let explaining = Explaining { services, term: RwSignal::new(None), open: RwSignal::new(false) };
    let marked = Memo::new(move |_| {
        let glossary = services.terms();
        let text = text.with(|text| unparted(text));
        match glossary.ready() {
            Some(glossary) => glossary.mark(&text, but.as_ref()),
            None => Marked::plain(&text),
        }
    });
    let paragraphs = move || {
        let paragraphs = marked.with(|marked| marked.paragraphs.clone());
        let pieces =
            move |pieces: Vec<Piece>| pieces.into_iter().map(|one| piece(one, explaining)).collect_view();
        let called = move |place: usize| second.filter(|_| place == 1);
        let paragraph = |(place, one)| {
            view! { <p>{called(place).map(|name| view! { <b>{name}": "</b> })}{pieces(one)}</p> }
        };
        paragraphs.into_iter().enumerate().map(paragraph).collect_view()
    };
    let terms = Memo::new(move |_| marked.with(|marked| marked.terms.clone()));
    let view = view! {
        <div class="explained">
            {live(paragraphs)}
            {live(move || {
                let terms = terms.get();
                (!terms.is_empty()).then(|| view! { <Terms terms explaining/> })
            })}
        </div>
        <Explanation explaining/>
    };
    Some(view)
}

fn piece(piece: Piece, explaining: Explaining) -> AnyView {
    match piece {
        Piece::Text(text) => text.into_any(),
        Piece::Term { before, word, after, id } => view! {
            <span class="term-kept">
                {before}
                <button type="button" class="term" aria-haspopup="dialog" data-term=id.to_string() on:click=move |_| explaining.explain(&id)>{word}</button>
                {after}
            </span>
        }
        .into_any(),
    }
}

/// The terms of a text, large enough for a finger.
#[component]
fn Terms(terms: Vec<TermId>, explaining: Explaining) -> impl IntoView {
    let words = Words::get();
    let chip = move |id: TermId| {
        let name = explaining.name_of(&id);
        view! {
            <button type="button" class="chip" aria-haspopup="dialog" data-term=id.to_string() on:click=move |_| explaining.explain(&id)>{name}</button>
        }
    };
    view! {
        <div class="terms no-print" role="group" aria-label=words.text(Messages::library_words_here)>
            <span class="muted t-sm" aria-hidden="true">{words.text(Messages::library_words_here)}</span>
            {terms.into_iter().map(chip).collect_view()}
        </div>
    }
}

/// A text in which no line parts a section from its number.
fn unparted(text: &str) -> String {
    text.replace("§ ", "§\u{a0}")
}

/// The explanation over the page. It is made when somebody first asks for one.
#[component]
fn Explanation(explaining: Explaining) -> impl IntoView {
    let words = Words::get();
    let Explaining { services, term, open } = explaining;
    let asked_for = Memo::new(move |before: Option<&bool>| before == Some(&true) || open.get());
    let text = explaining.word(|words| &words.text);
    let example = explaining.word(|words| &words.example);
    let has_example = Memo::new(move |_| example.with(|example| !example.is_empty()));
    let more = Signal::derive(move || term.get().map(|id| Route::Term(id).to_string()).unwrap_or_default());
    // Many texts on a page have one each, and an id stands once.
    let id = StoredValue::new(format!("term-{}", services.random_id()));
    when(asked_for, move || {
        view! {
            <Dialog id=id.get_value() title=explaining.word(|words| &words.name) close=words.text(Messages::library_close)
                open=open on_close=move |()| open.set(false)
                actions=move || view! {
                    <LinkButton text=words.text(Messages::library_term_more) href=more look=Look::Secondary after=Icon::ArrowRight/>
                }>
                <p>{text}</p>
                {when(has_example, move || view! { <p class="muted">{example}</p> })}
            </Dialog>
        }
    })
}

/// The way back, above something that the library lists: to the library, for whoever came from there, and else to a
/// list of its own.
#[component]
pub fn BackToList(
    /// Its own list.
    list: Route,
    /// What the list is called.
    name: Phrase,
) -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let list = StoredValue::new(list);
    let from_library = Memo::new(move |_| services.came_from_library());
    let href = Signal::derive(move || {
        if from_library.get() { Route::Library.to_string() } else { list.with_value(Route::to_string) }
    });
    let text = words
        .made(move |words| if from_library.get() { words.app_library() } else { name(words) }.to_owned());
    let link = view! {
        <LinkButton text=text href=href look=Look::Tertiary tone=Tone::Neutral before=Icon::ArrowLeft class="pull-start"/>
    };
    Some(link)
}

/// What a law card says: the act and the section, what the law says, where it leaves room, when it was checked last,
/// and what a professional must still look at.
#[component]
pub fn LawText(
    /// The card.
    law: LawItem,
) -> impl IntoView {
    let words = Words::get();
    let legal = law.neutral.metadata.needs_review.contains(&Review::Legal);
    let section = format!("{} {}", law.words.act, law.neutral.section);
    view! {
        <p class="muted t-sm law-source">{section}</p>
        <Explained text=Signal::stored(format!("{}\n{}", law.words.says, law.words.room)) second=words.text(Messages::reflection_law_room)/>
        <Checked metadata=law.neutral.metadata of_law=true/>
        {legal.then(|| view! { <p class="muted t-sm">{words.text(Messages::reflection_law_review)}</p> })}
    }
}

/// When something was checked last, and a notice where that is more than twelve months ago.
#[component]
pub fn Checked(
    /// Where it comes from.
    metadata: Metadata,
    /// Whether it tells what the law says, which can be looked up.
    #[prop(optional)]
    of_law: bool,
) -> impl IntoView {
    let words = Words::get();
    let notice: Phrase = if of_law { Messages::library_stale } else { Messages::library_stale_text };
    let stale = Services::find().is_some_and(|services| metadata.is_stale(services.today()));
    let day = Day::parse(&metadata.last_checked);
    let checked =
        words.made(move |words| day.map(|day| words.library_checked(day.long(words))).unwrap_or_default());
    view! {
        <p class="muted t-sm">{checked}</p>
        {stale.then(|| view! {
            <Notice kind=NoticeKind::Warning sign=Icon::Info text=words.text(notice)/>
        })}
    }
}

/// What something rests on, in one line.
#[component]
pub fn Sources(
    /// Where it comes from.
    metadata: Metadata,
) -> impl IntoView {
    let words = Words::get();
    let sources = unparted(&metadata.source_lines().join(" · "));
    view! { <p class="muted t-sm">{words.text(Messages::library_sources)}": "{sources}</p> }
}
