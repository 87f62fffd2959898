//! A profile that goes to another tablet as a QR code, and one that comes with a code that the camera reads. Where that
//! cannot be there is the file.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::taken::{Taken, said, take_in};
use crate::ethics::ProfileId;
use crate::i18n::{Messages, Phrase, Words};
use crate::platform::awake::Awake;
use crate::platform::camera::{Camera, NoCamera, Screen};
use crate::platform::clock::LocalTime;
use crate::platform::document;
use crate::platform::qr::{self, Drawing, Drawn, Reader, Seen};
use crate::services::Services;
use crate::storage::brief;
use crate::ui::{Button, Look, live, when};

/// What makes and reads codes.
const WORKER: &str = "qr";

/// Where the focus goes: to the code and back to what shows it, to the camera and back to what turns it on.
const CODE: &str = "profile-code";
const SHOW: &str = "profile-code-show";
const EYE: &str = "code-eye";
const READ: &str = "code-read";

/// Where a code stands.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Shown {
    Hidden,
    Working,
    Code(Drawing),
    TooLarge,
    NotMade,
}

/// Shows everything of a profile as a code.
#[component]
pub(super) fn ShowCode(services: Services, id: ProfileId) -> impl IntoView {
    let words = Words::get();
    let id = StoredValue::new(id);
    let shown = RwSignal::new(Shown::Hidden);
    let make = move |()| {
        shown.set(Shown::Working);
        spawn_local(async move {
            let made = made(&id.get_value(), services).await;
            let next = if matches!(made, Shown::Code(_)) { CODE } else { SHOW };
            // The screen may be gone by now.
            if shown.try_set(made).is_none() {
                document::focus_soon(next.to_owned());
            }
        });
    };
    let hide = move |()| {
        shown.set(Shown::Hidden);
        document::focus_soon(SHOW.to_owned());
    };
    let body = move || {
        match shown.get() {
        Shown::Code(code) => view! { <Code code on_hide=hide/> }.into_any(),
        Shown::Hidden | Shown::Working | Shown::TooLarge | Shown::NotMade => view! {
            <div id=SHOW tabindex="-1"><Button text=words.text(Messages::profiles_code_show) on_press=make look=Look::Secondary
                disabled=Signal::derive(move || shown.with(|shown| *shown == Shown::Working))/></div>
        }
        .into_any(),
    }
    };
    let told = words.made(move |words| {
        let told = shown.with(|shown| match shown {
            Shown::Working => words.profiles_code_working(),
            Shown::TooLarge => words.profiles_code_too_large(),
            Shown::NotMade => words.profiles_code_not_made(),
            Shown::Hidden | Shown::Code(_) => "",
        });
        told.to_owned()
    });
    view! {
        {live(body)}
        <p class="profile-outcome" role="status">{told}</p>
    }
}

async fn made(id: &ProfileId, services: Services) -> Shown {
    services.saver().flush();
    match services.records().brief_of(id, &LocalTime::now().iso_minute()).await {
        Err(_) => Shown::NotMade,
        // What only a file takes along goes with a file.
        Ok(None) => Shown::TooLarge,
        Ok(Some(file)) => match qr::code_of(services.assets().worker(WORKER), &file).await {
            Drawn::Code(code) => Shown::Code(code),
            Drawn::TooLarge => Shown::TooLarge,
            Drawn::NoWorker => Shown::NotMade,
        },
    }
}

/// The code, as long as somebody needs it.
#[component]
fn Code(code: Drawing, #[prop(into)] on_hide: Callback<()>) -> impl IntoView {
    let words = Words::get();
    // Somebody fetches the other tablet meanwhile.
    let awake = StoredValue::new_local(Some(Awake::ask()));
    on_cleanup(move || {
        let _ = awake.try_update_value(|held| held.take());
    });
    let Drawing { side, path } = code;
    view! {
        <div class="stack g4" id=CODE tabindex="-1">
            <p>{words.text(Messages::profiles_code_use)}</p>
            <p class="muted">{words.text(Messages::profiles_code_care)}</p>
            <svg class="profile-code" viewBox=format!("0 0 {side} {side}") role="img" shape-rendering="crispEdges"
                aria-label=words.text(Messages::profiles_code_alt)><path d=path/></svg>
            <div><Button text=words.text(Messages::profiles_code_hide) on_press=on_hide look=Look::Secondary/></div>
        </div>
    }
}

/// How reading a code ended.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Ended {
    NoCamera(NoCamera),
    NoReader,
    Read(Taken),
}

fn told(ended: &Ended, words: &Messages) -> String {
    match ended {
        Ended::NoCamera(NoCamera::Refused) => words.profiles_code_refused().to_owned(),
        Ended::NoCamera(NoCamera::Missing) => words.profiles_code_no_camera().to_owned(),
        Ended::NoReader => words.profiles_code_no_reader().to_owned(),
        Ended::Read(taken) => said(taken, words, Messages::profiles_code_no_profile),
    }
}

/// Takes a profile in from a code that the camera sees.
#[component]
pub(super) fn ReadCode(services: Services) -> impl IntoView {
    let words = Words::get();
    let reading = RwSignal::new(false);
    let ended: RwSignal<Option<Ended>> = RwSignal::new(None);
    let begin = move |()| {
        ended.set(None);
        reading.set(true);
        document::focus_soon(EYE.to_owned());
    };
    let stop = move |()| {
        reading.set(false);
        document::focus_soon(READ.to_owned());
    };
    let end = move |how: Ended| {
        ended.set(Some(how));
        stop(());
    };
    let outcome = words
        .made(move |words| ended.with(|how| how.as_ref().map(|how| told(how, words))).unwrap_or_default());
    let rests = Memo::new(move |_| !reading.get());
    view! {
        {when(rests, move || view! {
            <div id=READ tabindex="-1"><Button text=words.text(Messages::profiles_code_read) on_press=begin look=Look::Secondary
                disabled=Signal::derive(move || services.reads_only())/></div>
        })}
        {when(reading, move || view! { <Eye services on_end=end on_stop=stop/> })}
        <p class="profile-outcome" role="status">{outcome}</p>
    }
}

/// What the camera sees, until there is a code in it.
#[component]
fn Eye(
    services: Services,
    #[prop(into)] on_end: Callback<Ended>,
    #[prop(into)] on_stop: Callback<()>,
) -> impl IntoView {
    let words = Words::get();
    let video: NodeRef<html::Video> = NodeRef::new();
    let sees = RwSignal::new(false);
    Effect::new(move |_| {
        let Some(video) = video.get() else { return };
        spawn_local(async move {
            if let Some(how) = watch(services, &video, sees).await {
                // The screen may be gone by now.
                let _ = on_end.try_run(how);
            }
        });
    });
    let told = move || {
        let told: Phrase =
            if sees.get() { Messages::profiles_code_hold } else { Messages::profiles_code_asking };
        words.text(told).get()
    };
    view! {
        <section class="code-reader stack g3" id=EYE tabindex="-1" aria-label=words.text(Messages::profiles_code_read)>
            <p role="status">{told}</p>
            <video node_ref=video class="code-eye" playsinline=true aria-hidden="true"></video>
            <div><Button text=words.text(Messages::profiles_code_stop) on_press=on_stop look=Look::Secondary/></div>
        </section>
    }
}

/// How often a reader that broke is begun anew.
const ANEW: u32 = 3;

/// Looks until there is a code, and tells how it ended; nothing where somebody ended it. The camera is off then.
async fn watch(services: Services, video: &Screen, sees: RwSignal<bool>) -> Option<Ended> {
    let camera = match Camera::open().await {
        Ok(camera) => camera,
        Err(why) => return Some(Ended::NoCamera(why)),
    };
    let assets = services.assets();
    let worker = assets.worker(WORKER);
    let (mut reader, mut broken) = (Reader::start(worker), 0);
    camera.show_in(video);
    let _ = sees.try_set(true);
    while !sees.is_disposed() {
        let Some(picture) = camera.next_picture(video).await else { continue };
        let seen = match &reader {
            Some(reader) => reader.look_at(&picture).await,
            None => Seen::Broken,
        };
        match seen {
            Seen::Nothing => {}
            Seen::File(_) if sees.is_disposed() => {}
            Seen::File(file) => return Some(Ended::Read(take_in(brief::read(&file), services).await)),
            Seen::Broken if broken == ANEW => return Some(Ended::NoReader),
            Seen::Broken => {
                broken += 1;
                reader = Reader::start(worker);
            }
        }
    }
    None
}
