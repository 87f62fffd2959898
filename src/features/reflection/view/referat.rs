//! The referat on the screen and on paper, and as a file.

use leptos::prelude::*;
use serde::Serialize;

use crate::features::reflection::referat::{Block, Item, markdown, referat};
use crate::features::reflection::summary::Summary;
use crate::i18n::{Day, Messages, Words};
use crate::json;
use crate::platform::{clock, document, download};
use crate::services::Services;
use crate::ui::{Button, Icon, Look, Notice, NoticeKind, Tone, live};
use crate::writing::FileRefused;

/// The blocks of a summary in the language in use.
fn blocks_of(summary: &Summary, words: &Messages) -> Vec<Block> {
    referat(summary, words, clock::minutes_ahead(summary.started_ms))
}

/// The referat of a summary.
#[component]
pub(super) fn Referat(#[prop(into)] summary: Signal<Summary>) -> impl IntoView {
    let words = Words::get();
    let blocks = Memo::new(move |_| summary.with(|summary| words.with(|words| blocks_of(summary, words))));
    let language = Memo::new(move |_| summary.with(|summary| summary.language.code()));
    view! { <Paper blocks language/> }
}

/// Blocks as they stand on the screen and on paper.
#[component]
pub(super) fn Paper(
    blocks: Memo<Vec<Block>>,
    /// The language of what somebody wrote.
    #[prop(into)]
    language: Signal<&'static str>,
    /// Not seen before it is printed.
    #[prop(optional)]
    on_paper_only: bool,
) -> impl IntoView {
    view! {
        <article class=if on_paper_only { "referat paper-only" } else { "referat" } lang=language>
            {live(move || blocks.get().into_iter().map(block).collect_view())}
        </article>
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Title(text) => {
            view! { <h1 id="step-title" class="serif q-lg" tabindex="-1">{text}</h1> }.into_any()
        }
        Block::Meta(text) => view! { <p class="muted t-sm">{text}</p> }.into_any(),
        Block::Heading(text) => view! { <h2>{text}</h2> }.into_any(),
        Block::SubHeading(text) => view! { <h3>{text}</h3> }.into_any(),
        Block::Question(text) => view! { <p class="serif q-md">{text}</p> }.into_any(),
        Block::Text(text) => {
            let lines: Vec<String> =
                text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect();
            lines.into_iter().map(|line| view! { <p>{line}</p> }).collect_view().into_any()
        }
        Block::Items(items) => view! { <ul>{items.into_iter().map(item).collect_view()}</ul> }.into_any(),
        Block::Notice(text) => {
            view! { <Notice kind=NoticeKind::Amber sign=Icon::Voice text=Signal::stored(text)/> }.into_any()
        }
    }
}

fn item(item: Item) -> impl IntoView {
    let Item { lead, text, notes } = item;
    let lead = (!lead.is_empty()).then(|| view! { <b>{lead}": "</b> });
    let notes = (!notes.is_empty()).then(|| {
        let note = |note: String| view! { <li>{note}</li> };
        view! { <ul class="notes">{notes.into_iter().map(note).collect_view()}</ul> }
    });
    view! { <li>{lead}{text}{notes}</li> }
}

/// What a file is called, without its ending, by the day.
pub(super) type FileName = fn(&Messages, Day) -> String;

/// Print, text file, data file.
#[component]
pub(super) fn Exports(#[prop(into)] summary: Signal<Summary>) -> impl IntoView {
    let words = Words::get();
    let blocks =
        Signal::derive(move || summary.with(|summary| words.with(|words| blocks_of(summary, words))));
    let name: FileName = |words, day| words.reflection_file_name(day);
    view! { <PaperExports blocks name data=summary/> }
}

/// Print and text file; a data file too, where there is a summary to put into it.
#[component]
pub(super) fn PaperExports(
    #[prop(into)] blocks: Signal<Vec<Block>>,
    name: FileName,
    #[prop(optional)] data: Option<Signal<Summary>>,
) -> impl IntoView {
    let Some(services) = Services::find() else { return ().into_any() };
    let words = Words::get();
    let refused = RwSignal::new(false);
    let hand_out = move |ending: &str, mime: &'static str, text: String| {
        let name = words.now(|words| name(words, services.today()));
        refused.set(download::save(&format!("{name}.{ending}"), mime, text.as_bytes()).is_err());
    };
    let save_text = move |()| hand_out("md", "text/markdown", markdown(&blocks.get_untracked()));
    let save_data = move |summary: Signal<Summary>| {
        // A summary is plain data; JSON can hold all of it.
        if let Ok(text) = summary.with_untracked(data_file) {
            hand_out("json", "application/json", text);
        }
    };
    view! {
        <div class="row wrap g2 no-print">
            <Button text=words.text(Messages::reflection_print) on_press=move |()| document::print() look=Look::Secondary tone=Tone::Neutral before=Icon::Print/>
            <Button text=words.text(Messages::reflection_save_markdown) on_press=save_text look=Look::Secondary tone=Tone::Neutral before=Icon::Download/>
            {data.map(|summary| view! {
                <Button text=words.text(Messages::reflection_save_json) on_press=move |()| save_data(summary) look=Look::Tertiary tone=Tone::Neutral before=Icon::Download/>
            })}
        </div>
        <FileRefused refused/>
    }
    .into_any()
}

/// The file for machines.
#[derive(Serialize)]
struct DataFile<'a> {
    format: &'static str,
    version: u32,
    referat: &'a Summary,
}

fn data_file(summary: &Summary) -> Result<String, json::Error> {
    json::write_text(&DataFile { format: "refleks-referat", version: 1, referat: summary })
}
