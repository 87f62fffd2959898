//! The page for the medarbeidersamtale: what was done, what comes next, and what one wants to say. It is one's own.

use leptos::prelude::*;

use super::kept::Kept;
use super::log::{entries, line};
use super::names::part_name;
use super::part::told;
use super::written::talk_notes;
use super::{Head, in_one_piece};
use crate::content::PathItem;
use crate::content::path::PathPart;
use crate::features::learning::paths::plan::{is_asked, standing};
use crate::i18n::{Messages, Phrase, Words};
use crate::platform::document;
use crate::progress::TalkNotes;
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Button, Icon, Look, Tone, live};
use crate::writing::{WritingField, paragraphs};

/// How one note is read and written.
#[derive(Clone, Copy)]
struct Note {
    id: &'static str,
    title: Phrase,
    read: fn(&TalkNotes) -> &String,
    write: fn(&mut TalkNotes) -> &mut String,
}

const NOTES: [Note; 4] = [
    Note {
        id: "talk-well",
        title: Messages::proof_well,
        read: |notes| &notes.well,
        write: |notes| &mut notes.well,
    },
    Note {
        id: "talk-unsure",
        title: Messages::proof_unsure,
        read: |notes| &notes.unsure,
        write: |notes| &mut notes.unsure,
    },
    Note {
        id: "talk-wishes",
        title: Messages::proof_wishes,
        read: |notes| &notes.wishes,
        write: |notes| &mut notes.wishes,
    },
    Note {
        id: "talk-agreed",
        title: Messages::proof_agreed,
        read: |notes| &notes.agreed,
        write: |notes| &mut notes.agreed,
    },
];

/// What comes next in every path that somebody is on; tracked.
fn next(services: Services, kept: Kept, words: &Messages) -> Vec<String> {
    let paths = services.paths();
    let all = paths.ready().map(|pack| pack.paths.as_slice()).unwrap_or_default();
    let known = kept.known();
    let of_path = |item: &PathItem| {
        let marks = kept.marks(&item.neutral.id);
        let line = |part: &PathPart| {
            let stands = standing(part, &marks, &known, services.today());
            let is_next = marks.is_begun() && is_asked(part, &marks) && stands.is_open();
            let name = part_name(services, item, part).filter(|_| is_next)?;
            Some(format!("{name}: {}", told(stands, words)))
        };
        item.neutral.items.iter().filter_map(line).collect::<Vec<_>>()
    };
    all.iter().flat_map(of_path).collect()
}

/// The page for the medarbeidersamtale.
#[component]
pub fn AppraisalPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let kept = Kept::read(services);
    let is_here = kept.with_names();
    let notes = talk_notes(services);
    let done = Memo::new(move |_| {
        let found = entries(services, kept);
        words.with(|words| found.iter().map(|entry| line(services, entry, words)).collect::<Vec<_>>())
    });
    let next = Memo::new(move |_| words.with(|words| next(services, kept, words)));
    let field = move |note: Note| {
        let value = Signal::derive(move || (note.read)(&notes.get()).clone());
        let write = move |text: String| notes.write(|notes| *(note.write)(notes) = text);
        view! { <WritingField id=note.id label=words.text(note.title) value on_input=write/> }
    };
    let on_paper = move |note: Note| {
        let text = move || paragraphs((note.read)(&notes.get()));
        view! { <h2>{words.text(note.title)}</h2> {live(text)} }
    };
    let made = words.made(move |words| words.proof_made(services.today().long(words)));
    let read_only = Signal::derive(move || services.reads_only());
    let body = move || {
        view! {
                <article class="referat">
                    <div class="paper-only"><h1>{words.text(Messages::proof_appraisal)}</h1><p>{made}</p></div>
                    <h2>{words.text(Messages::proof_done)}</h2>
                    {list(done, Messages::proof_log_empty, words)}
                    <h2>{words.text(Messages::proof_next)}</h2>
                    {list(next, Messages::proof_nothing_next, words)}
                    <div class="paper-only">{NOTES.map(on_paper).collect_view()}</div>
                </article>
                <div class="stack g4 no-print" inert=read_only>
                    <p class="muted">{words.text(Messages::proof_no_names)}</p>
                    {NOTES.map(field).collect_view()}
                </div>
                <div class="row no-print"><Button text=words.text(Messages::reflection_print) look=Look::Secondary tone=Tone::Neutral
                    before=Icon::Print on_press=move |()| document::print()/></div>
        }
    };
    Some(view! {
        <div class="measure stack g6">
            <Head back=Route::Paths back_text=Messages::paths_title title=words.text(Messages::proof_appraisal)
                lead=words.text(Messages::proof_appraisal_lead)/>
            {in_one_piece(services, is_here, body)}
        </div>
    })
}

fn list(lines: Memo<Vec<String>>, none: Phrase, words: Words) -> impl IntoView {
    live(move || {
        if lines.with(Vec::is_empty) {
            return view! { <p class="muted">{words.text(none)}</p> }.into_any();
        }
        let line = |line: String| view! { <li>{line}</li> };
        view! { <ul>{lines.get().into_iter().map(line).collect_view()}</ul> }.into_any()
    })
}
