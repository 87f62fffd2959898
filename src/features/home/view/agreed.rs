//! «Sist sa vi at …»: what was agreed, and three answers of equal weight.

use leptos::prelude::*;

use crate::ethics::SessionId;
use crate::features::home::model::Model;
use crate::features::home::update::Msg;
use crate::i18n::{Messages, Words};
use crate::progress::{Agreement, Outcome};
use crate::route::Route;
use crate::services::{Services, outcome_name, read_more_of};
use crate::ui::{Button, Hex, HexLook, HexScale, Icon, LinkButton, Look, Panel, PanelLook, icon, live};

#[component]
pub(super) fn Agreed(
    session: SessionId,
    model: RwSignal<Model>,
    dispatch: Callback<Msg>,
    may_write: Signal<bool>,
) -> impl IntoView {
    let services = Services::find()?;
    let words = Words::get();
    let session = StoredValue::new(session);
    let agreement: Memo<Option<Agreement>> =
        Memo::new(move |_| session.with_value(|session| model.with(|m| m.agreement(session).cloned())));
    let outcome = Memo::new(move |_| agreement.with(|a| a.as_ref().and_then(|a| a.outcome)));
    let said = Signal::derive(move || {
        let what = agreement.with(|a| a.as_ref().map(|a| a.what.clone()).unwrap_or_default());
        words.with(|words| words.agreed_said(what))
    });
    let when = words.made(move |words| {
        agreement.with(|a| a.as_ref().map(|a| services.when_agreed(a, words)).unwrap_or_default())
    });
    let (heading, how) = (words.text(Messages::agreed_title), words.text(Messages::agreed_how));
    let answer = move |one: Outcome| {
        view! {
            <Button
                text=words.made(move |words| outcome_name(one, words).to_owned())
                look=Look::Plain
                pressed=Signal::derive(move || outcome.get() == Some(one))
                disabled=Signal::derive(move || !may_write.get())
                on_press=move |()| dispatch.run(Msg::Answered(session.get_value(), one))
            />
        }
    };
    let card = view! {
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
                <div class="home-card-after">{live(move || outcome.get().map(|one| after(one, session, agreement, words, dispatch)))}</div>
            </div>
        </Panel>
    };
    Some(card)
}

fn after(
    outcome: Outcome,
    session: StoredValue<SessionId>,
    agreement: Memo<Option<Agreement>>,
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
    let further = Signal::stored(Route::FollowUp(session.get_value()).to_string());
    let behind =
        agreement.with_untracked(|agreement| agreement.as_ref().map(read_more_of)).map(|(route, name)| {
            let href = Signal::stored(route.to_string());
            view! { <LinkButton text=words.text(name) look=Look::Tertiary href=href/> }
        });
    let answer = words.made(move |words| outcome_name(outcome, words).to_owned());
    view! {
        <p class="home-card-answer" role="status">{icon(Icon::CheckCircle)} {answer}</p>
        <LinkButton text=words.text(Messages::agreed_tell_more) look=Look::Tertiary href=further/>
        {postpone}
        {behind}
    }
}
