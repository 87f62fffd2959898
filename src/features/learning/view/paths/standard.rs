//! Etisk standard: read, answered, signed, and the receipt on paper.

use leptos::prelude::*;

use super::kept::Kept;
use super::name::NameField;
use super::{Head, in_place_of_paths};
use crate::content::lesson::Reasoned;
use crate::ethics::ReceiptId;
use crate::explained::Explained;
use crate::features::learning::paths::standard::{Asked, Shown};
use crate::i18n::{Day, Messages, Words};
use crate::platform::document;
use crate::progress::{Receipt, ReceiptAnswer};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Button, Details, Icon, Look, Notice, NoticeKind, RadioTile, Scale, Tiles, Tone, live, when};
use crate::writing::{WritingField, paragraphs};

/// What is being answered and signed.
#[derive(Clone, Copy)]
struct Signing {
    services: Services,
    words: Words,
    kept: Kept,
    shown: StoredValue<Shown>,
    /// The receipt that is being written.
    id: RwSignal<ReceiptId>,
}

impl Signing {
    /// What stands in the receipt so far.
    fn receipt(self) -> Receipt {
        let id = self.id.get();
        let found = self.kept.receipts().into_iter().find(|(one, _)| *one == id);
        found.map(|(_, receipt)| receipt).unwrap_or_default()
    }

    fn edit(self, edit: impl FnOnce(&mut Receipt)) {
        let id = self.id.get_untracked();
        self.kept.edit_receipt(&id, |receipt| {
            self.shown.with_value(|shown| {
                receipt.standard = shown.id.clone();
                receipt.title.clone_from(&shown.title);
                receipt.version.clone_from(&shown.version);
                receipt.dated.clone_from(&shown.date);
            });
            edit(receipt);
        });
    }

    fn sign(self) {
        let today = self.services.today();
        self.edit(|receipt| receipt.sign(today));
        document::scroll_to_top();
    }
}

/// Etisk standard.
#[component]
pub fn StandardPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    services.need_paths();
    let kept = Kept::read(services);
    let shown = Memo::new(move |_| kept.standard());
    let body = move || match shown.get() {
        None => in_place_of_paths(services),
        Some(shown) => view! { <Read kept shown/> }.into_any(),
    };
    let title = words.made(move |words| {
        let own = shown.with(|shown| shown.as_ref().map(|shown| shown.title.clone()));
        own.unwrap_or_else(|| words.standard_title().to_owned())
    });
    let lead = words.made(move |words| {
        shown.with(|shown| shown.as_ref().map(|shown| edition(shown, words)).unwrap_or_default())
    });
    Some(view! {
        <div class="measure stack g6">
            <Head back=Route::Lessons back_text=Messages::app_learning title lead/>
            {live(body)}
        </div>
    })
}

/// Version and day.
fn edition(shown: &Shown, words: &Messages) -> String {
    words.standard_version(long(&shown.date, words), &shown.version)
}

fn long(iso: &str, words: &Messages) -> String {
    Day::parse(iso).map_or_else(|| iso.to_owned(), |day| day.long(words))
}

/// The text, the questions, the signature, and the receipts.
#[component]
fn Read(kept: Kept, shown: Shown) -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let before = untrack(|| kept.receipts());
    let begun = before
        .iter()
        .find(|(_, receipt)| receipt.is_of(&shown.id, &shown.version) && receipt.signed().is_none());
    let id = begun.map_or_else(|| services.random_id().into(), |(id, _)| id.clone());
    let signing =
        Signing { services, words, kept, shown: StoredValue::new(shown.clone()), id: RwSignal::new(id) };
    let signed = Memo::new(move |_| newest(&kept.receipts(), signing));
    let reading = RwSignal::new(signed.with_untracked(Option::is_none));
    let again = move |()| {
        signing.id.set(services.random_id().into());
        reading.set(true);
    };
    let is_done = Memo::new(move |_| signing.receipt().signed().is_some());
    let on_paper = Memo::new(move |_| signed.get());
    Some(view! {
        <div class="stack g6 no-print">
            {live(move || notice(signing, signed.get()))}
            <Sections shown=shown.clone()/>
            {live(move || {
                let is_open = reading.get() && !is_done.get();
                if is_open { view! { <Sign signing/> }.into_any() } else { after(signing, again).into_any() }
            })}
        </div>
        {live(move || on_paper.get().map(|receipt| view! { <Paper receipt sign=shown.sign.receipt.clone()/> }))}
    })
}

/// The receipt of this version that was signed last.
fn newest(receipts: &[(ReceiptId, Receipt)], signing: Signing) -> Option<Receipt> {
    let of_this =
        |receipt: &&Receipt| signing.shown.with_value(|shown| receipt.is_of(&shown.id, &shown.version));
    let signed = receipts.iter().map(|(_, receipt)| receipt).filter(of_this);
    signed.filter(|receipt| receipt.signed().is_some()).max_by_key(|receipt| receipt.signed()).cloned()
}

/// That it was signed, or that there is a new version.
fn notice(signing: Signing, signed: Option<Receipt>) -> Option<AnyView> {
    let words = signing.words;
    if let Some(receipt) = signed {
        let text = words.made(move |words| words.standard_signed(long(&receipt.day, words)));
        return Some(view! { <Notice kind=NoticeKind::Success sign=Icon::CheckCircle text/> }.into_any());
    }
    let all = signing.kept.receipts();
    let before = all.iter().map(|(_, receipt)| receipt).filter(|receipt| receipt.signed().is_some());
    let version = before.max_by_key(|receipt| receipt.signed())?.version.clone();
    let text = words.made(move |words| words.standard_new_version_text(&version));
    Some(
        view! { <Notice kind=NoticeKind::Amber sign=Icon::Book title=words.text(Messages::standard_new_version) text/> }
            .into_any(),
    )
}

/// What it says.
#[component]
fn Sections(shown: Shown) -> impl IntoView {
    let section = |(title, text): (String, String)| {
        let title = (!title.is_empty()).then(|| view! { <h2 class="t-sub">{title}</h2> });
        view! { <section class="stack g2">{title}<Explained text=Signal::stored(text)/></section> }
    };
    let sample = (!shown.sample.is_empty()).then(|| {
        view! { <Notice kind=NoticeKind::Quiet sign=Icon::Info text=Signal::stored(shown.sample.clone())/> }
    });
    view! {
        {sample}
        <div class="stack g5" lang=shown.language.code()>
            {(!shown.intro.is_empty()).then(|| view! { <p class="t-lead">{shown.intro.clone()}</p> })}
            {shown.sections.into_iter().map(section).collect_view()}
        </div>
    }
}

/// The questions, the name, and the button.
#[component]
fn Sign(signing: Signing) -> impl IntoView {
    let Signing { services, words, shown, .. } = signing;
    let Shown { questions, sign, language, .. } = shown.get_value();
    let ids = StoredValue::new(questions.iter().map(|asked| asked.id.clone()).collect::<Vec<_>>());
    let is_whole =
        Memo::new(move |_| ids.with_value(|ids| signing.receipt().is_whole(ids.iter().map(String::as_str))));
    let blocked = Signal::derive(move || !is_whole.get() || services.reads_only());
    let missing = Memo::new(move |_| !is_whole.get());
    let name = Signal::derive(move || signing.receipt().name);
    let asked = questions.into_iter().map(|asked| view! { <Question signing asked/> }).collect_view();
    let has_questions = ids.with_value(|ids| !ids.is_empty());
    view! {
        {has_questions.then(|| view! {
            <section class="stack g5" aria-labelledby="standard-questions" lang=language.code()>
                <h2 id="standard-questions" class="t-title">{words.text(Messages::standard_questions)}</h2>
                {asked}
            </section>
        })}
        <section class="panel stack g4" data-look="soft" aria-labelledby="standard-sign">
            <h2 id="standard-sign" class="t-title">{sign.title}</h2>
            <p>{sign.first}</p>
            <p class="serif q-sm">{sign.says}</p>
            <NameField id="standard-name" label=words.text(Messages::standard_name)
                hint=words.text(Messages::standard_name_hint) value=name
                on_input=move |text| signing.edit(|receipt| receipt.named(text))/>
            <p class="muted t-sm">{sign.receipt} " " {sign.keeps}</p>
            {when(missing, move || view! { <p class="muted">{words.text(Messages::standard_missing)}</p> })}
            <div class="row"><Button text=words.text(Messages::standard_sign) scale=Scale::Large disabled=blocked
                on_press=move |()| signing.sign()/></div>
        </section>
    }
}

/// A question, with the reason of what was chosen.
#[component]
fn Question(signing: Signing, asked: Asked) -> impl IntoView {
    let words = signing.words;
    let Asked { id, question, options } = asked;
    let chosen = Memo::new({
        let id = id.clone();
        move |_| signing.receipt().answer(&id).cloned()
    });
    let (id, question) = (StoredValue::new(id), StoredValue::new(question));
    let answer = move |option: String, answer: String| {
        let answer = ReceiptAnswer { id: id.get_value(), option, question: question.get_value(), answer };
        signing.edit(|receipt| receipt.answered(answer));
    };
    if options.is_empty() {
        let value = Signal::derive(move || chosen.get().map(|one| one.answer).unwrap_or_default());
        return view! {
            <WritingField id=id.with_value(|id| format!("asked-{id}")) label=Signal::stored(question.get_value())
                hint=words.text(Messages::standard_own_words) value on_input=move |text| answer(String::new(), text)/>
        }
        .into_any();
    }
    let reasons = StoredValue::new(options.clone());
    let reason = move || {
        let chosen = chosen.get()?;
        let find = |all: &Vec<(String, Reasoned)>| {
            all.iter().find(|(id, _)| *id == chosen.option).map(|(_, said)| said.reason.clone())
        };
        reasons.with_value(find).map(|reason| view! { <p class="lesson-after">{reason}</p> })
    };
    let tile = move |(option, said): (String, Reasoned)| {
        let this = option.clone();
        let is_chosen = Signal::derive(move || {
            chosen.with(|chosen| chosen.as_ref().is_some_and(|one| one.option == this))
        });
        let text = said.text.clone();
        view! {
            <RadioTile name=id.get_value() text=Signal::stored(said.text) chosen=is_chosen
                on_choose=move |()| answer(option.clone(), text.clone())/>
        }
    };
    view! {
        <div class="lesson-options stack g3">
            <Tiles legend=Signal::stored(question.get_value()) sentences=true>
                {options.into_iter().map(tile).collect_view()}
            </Tiles>
            <div role="status">{live(reason)}</div>
        </div>
    }
    .into_any()
}

/// After it was signed: print it, or read and sign again. Earlier receipts stay.
fn after(signing: Signing, again: impl Fn(()) + Copy + Send + Sync + 'static) -> impl IntoView {
    let words = signing.words;
    let rows = move || {
        let signed = signing.kept.receipts().into_iter().filter(|(_, receipt)| receipt.signed().is_some());
        let row = |(_, receipt): (ReceiptId, Receipt)| {
            let text = words.made(move |words| {
                let day = long(&receipt.day, words);
                let edition = words.standard_version(long(&receipt.dated, words), &receipt.version);
                format!("{day}: {}, {edition}", receipt.title)
            });
            view! { <li>{text}</li> }
        };
        signed.map(row).collect_view()
    };
    view! {
        <div class="row wrap g2">
            <Button text=words.text(Messages::reflection_print) look=Look::Secondary before=Icon::Print
                on_press=move |()| document::print()/>
            <Button text=words.text(Messages::standard_once_more) look=Look::Tertiary tone=Tone::Neutral on_press=again/>
        </div>
        <Details summary=words.text(Messages::standard_earlier)><ul class="lesson-lines-plain">{live(rows)}</ul></Details>
    }
}

/// The receipt on paper.
#[component]
fn Paper(receipt: Receipt, sign: String) -> impl IntoView {
    let words = Words::get();
    let Receipt { title, version, dated, answers, name, day, .. } = receipt;
    let edition = words.made(move |words| words.standard_version(long(&dated, words), &version));
    let name = words.made(move |words| words.standard_receipt_name(&name));
    let day = words.made(move |words| words.standard_receipt_day(long(&day, words)));
    let answer = |one: ReceiptAnswer| {
        view! { <li><b>{one.question}</b> {paragraphs(&one.answer)}</li> }
    };
    view! {
        <article class="referat paper-only">
            <h1>{words.text(Messages::standard_receipt)}</h1>
            <p><b>{title}</b></p>
            <p>{edition}</p>
            <p>{name}</p>
            <p>{day}</p>
            <h2>{words.text(Messages::standard_answers)}</h2>
            <ul>{answers.into_iter().map(answer).collect_view()}</ul>
            <p>{sign}</p>
        </article>
    }
}
