//! The start card: what kind of situation it is, and the one amber button.

use leptos::prelude::*;

use crate::features::home::model::{Model, Situation};
use crate::features::home::update::Msg;
use crate::i18n::{Messages, Phrase, Words};
use crate::route::Route;
use crate::ui::{Art, Button, Icon, LinkButton, Look, Panel, PanelLook, RadioTile, Scale, Tiles, Tone, art};

#[component]
pub(super) fn Start(model: RwSignal<Model>, dispatch: Callback<Msg>) -> impl IntoView {
    let words = Words::get();
    let title = words.text(Messages::home_start);
    let device = words.text(Messages::home_start_device);
    let tile = move |situation: Situation| {
        let (text, small): (Phrase, Phrase) = match situation {
            Situation::Difficult => (Messages::home_difficult, Messages::home_difficult_hint),
            Situation::Unusual => (Messages::home_unusual, Messages::home_unusual_hint),
            Situation::Joyful => (Messages::home_joyful, Messages::home_joyful_hint),
        };
        view! {
            <RadioTile
                name="home-situation"
                text=words.text(text)
                small=words.text(small)
                chosen=Signal::derive(move || model.with(|m| m.situation == situation))
                on_choose=move |()| dispatch.run(Msg::SituationChosen(situation))
            />
        }
    };
    view! {
        <Panel look=PanelLook::Start labelled_by="home-start" class="home-start">
            {art(Art::Comb)}
            <h2 id="home-start" class="serif q-lg">{title}</h2>
            <Tiles legend=words.text(Messages::home_start_question) legend_class="t-lead night-subtle" count=3>
                {Situation::ALL.into_iter().map(tile).collect_view()}
            </Tiles>
            <div class="home-start-go">
                <Button
                    text=words.text(Messages::home_start_button)
                    tone=Tone::Refleks
                    scale=Scale::Large
                    after=Icon::ArrowRight
                    on_press=move |()| dispatch.run(Msg::StartPressed)
                />
                <LinkButton
                    text=words.text(Messages::home_start_together)
                    href=Signal::stored(Route::StartGroup.to_string())
                    look=Look::Secondary
                    scale=Scale::Large
                    before=Icon::Group
                />
            </div>
            <p class="night-subtle">{device}</p>
        </Panel>
    }
}
