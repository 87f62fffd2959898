//! «Sist sa vi at …»: what was agreed, and three answers of equal weight.

use leptos::prelude::*;

use crate::ethics::SessionId;
use crate::features::home::model::Model;
use crate::features::home::update::Msg;
use crate::i18n::{Messages, Words};
use crate::progress::{Agreement, Outcome};
use crate::route::Route;
use crate::services::Services;
use crate::ui::{Button, Hex, HexLook, HexScale, Icon, LinkButton, Look, Panel, PanelLook, icon, live};

/// The word of an answer.
pub(super) fn word(outcome: Outcome) -> fn(&Messages) -> &str {
    match outcome {
        Outcome::Done => Messages::agreed_done,
        Outcome::Partly => Messages::agreed_partly,
        Outcome::NotYet => Messages::agreed_not_yet,
    }
}

#[component]
pub(super) fn Agreed(
    session: SessionId,
    model: RwSignal<Model>,
    dispatch: Callback<Msg>,
    may_write: Signal<bool>,
) -> impl IntoView {
    let words = Words::get();
    let referat = Route::Summary(session.clone()).to_string();
    let more = Route::FollowUp(session.clone()).to_string();
    let session = StoredValue::new(session);
    let agreement: Memo<Option<Agreement>> =
        Memo::new(move |_| session.with_value(|session| model.with(|m| m.agreement(session).cloned())));
    let outcome = Memo::new(move |_| agreement.with(|a| a.as_ref().and_then(|a| a.outcome)));
    let said = Signal::derive(move || {
        let what = agreement.with(|a| a.as_ref().map(|a| a.what.clone()).unwrap_or_default());
        words.with(|words| words.agreed_said(what))
    });
    let when =
        Signal::derive(move || agreement.with(|a| a.as_ref().map(|a| line(a, words)).unwrap_or_default()));
    let (heading, how) = (words.text(Messages::agreed_title), words.text(Messages::agreed_how));
    let answer = move |one: Outcome| {
        view! {
            <Button
                text=words.text(word(one))
                look=Look::Plain
                pressed=Signal::derive(move || outcome.get() == Some(one))
                disabled=Signal::derive(move || !may_write.get())
                on_press=move |()| dispatch.run(Msg::Answered(session.get_value(), one))
            />
        }
    };
    view! {
        <Panel look=PanelLook::Large labelled_by="home-agreed" class="home-card">
            <h2 class="row g3 t-sub" id="home-agreed">
                <Hex look=HexLook::Soft scale=HexScale::Small>{icon(Icon::Bookmark)}</Hex>
                {heading}
            </h2>
            <blockquote class="serif q-md quote home-card-said">{said}</blockquote>
            <p class="muted t-sm">{when}</p>
            <div class="home-card-answers">
                <h3 class="t-sub" id="home-how">{how}</h3>
                <div class="answers" role="group" aria-labelledby="home-how">
                    {Outcome::ALL.into_iter().map(answer).collect_view()}
                </div>
                <div class="home-card-after">{live(move || outcome.get().map(|one| after(one, session, (&more, &referat), words, dispatch)))}</div>
            </div>
        </Panel>
    }
}

fn after(
    outcome: Outcome,
    session: StoredValue<SessionId>,
    (more, referat): (&str, &str),
    words: Words,
    dispatch: Callback<Msg>,
) -> impl IntoView + use<> {
    let postpone = (outcome == Outcome::NotYet).then(|| {
        view! {
            <Button
                text=words.text(Messages::agreed_postpone)
                look=Look::Tertiary
                on_press=move |()| dispatch.run(Msg::Postponed(session.get_value()))
            />
        }
    });
    let answer = words.text(word(outcome));
    view! {
        <p class="home-card-answer" role="status">{icon(Icon::CheckCircle)} {answer}</p>
        <LinkButton text=words.text(Messages::agreed_tell_more) look=Look::Tertiary href=Signal::stored(more.to_owned())/>
        {postpone}
        <LinkButton
            text=words.text(Messages::agreed_read_referat)
            look=Look::Tertiary
            href=Signal::stored(referat.to_owned())
        />
    }
}

fn line(agreement: &Agreement, words: Words) -> String {
    let Some(services) = Services::find() else { return String::new() };
    let day = services.day_of(agreement.made_ms);
    words.with(|words| {
        if agreement.role.is_empty() {
            day.short(words)
        } else {
            words.agreed_role(day.short(words), &agreement.role)
        }
    })
}
