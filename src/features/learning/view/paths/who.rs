//! «Hvem er hvem hos oss»: filled in here, and shown where it is needed.

use leptos::prelude::*;

use super::Head;
use super::name::NameField;
use super::names::contact_name;
use super::written::{Written, who_is_who};
use crate::i18n::{Messages, Words};
use crate::progress::{Contact, WhoIsWho};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Button, Look, live};

/// Who is who, as it is read.
#[component]
pub(super) fn Contacts(who: Written<WhoIsWho>) -> impl IntoView {
    let words = Words::get();
    let who = Memo::new(move |_| who.get());
    let line = move |contact: Contact| {
        let said = words.made(move |words| {
            let said = who.with(|who| who.of(contact).to_owned());
            if said.is_empty() { words.standard_who_none().to_owned() } else { said }
        });
        view! { <div><dt>{words.text(contact_name(contact))}</dt><dd>{said}</dd></div> }
    };
    view! { <dl class="path-steps">{Contact::ALL.map(line).collect_view()}</dl> }
}

/// Who is who, to be read and filled in.
#[component]
pub fn WhoIsWhoPage() -> impl IntoView {
    let words = Words::get();
    let services = Services::find()?;
    let who = who_is_who(services);
    let writing = RwSignal::new(false);
    let is_here = Memo::new(move |_| who.is_here());
    let field = move |contact: Contact| {
        let value = Signal::derive(move || who.get().contacts.get(&contact).cloned().unwrap_or_default());
        view! {
            <NameField id=field_id(contact) label=words.text(contact_name(contact))
                hint=words.text(Messages::standard_who_hint) value
                on_input=move |text| who.write(|who| who.write(contact, text))/>
        }
    };
    let body = move || {
        if !is_here.get() {
            ().into_any()
        } else if writing.get() {
            view! {
                <div class="stack g4">{Contact::ALL.map(field).collect_view()}</div>
                <div class="row"><Button text=words.text(Messages::standard_who_done) on_press=move |()| writing.set(false)/></div>
            }
            .into_any()
        } else {
            let blocked = Signal::derive(move || services.reads_only());
            view! {
                <Contacts who/>
                <div class="row"><Button text=words.text(Messages::standard_who_fill) look=Look::Secondary disabled=blocked
                    on_press=move |()| writing.set(true)/></div>
            }
            .into_any()
        }
    };
    Some(view! {
        <div class="measure stack g6">
            <Head back=Route::Lessons back_text=Messages::app_learning title=words.text(Messages::standard_who)
                lead=words.text(Messages::standard_who_lead)/>
            {live(body)}
        </div>
    })
}

/// The id of the field of somebody.
const fn field_id(contact: Contact) -> &'static str {
    match contact {
        Contact::Leader => "who-leader",
        Contact::Facilitator => "who-facilitator",
        Contact::SafetyRepresentative => "who-safety",
        Contact::UnionRepresentative => "who-union",
    }
}
