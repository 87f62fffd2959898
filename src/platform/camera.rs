//! The camera, while somebody reads a code with it. No picture is kept, and none leaves the page but for the worker
//! beside it.

// What a camera needs is reached by name: typed, each of its functions would stand in the file of the first screen.
use gloo_timers::future::TimeoutFuture;
use js_sys::{Array, Function, Object, Promise, Reflect, Uint8Array};
use wasm_bindgen::{JsCast as _, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Where a person sees what the camera sees.
pub use web_sys::HtmlVideoElement as Screen;

/// How long the page rests before the next picture, milliseconds.
const BETWEEN_MS: u32 = 120;

/// How wide a picture is that is looked at, points at the most: a code of ours can be read from it, and more takes
/// longer on an old tablet.
const WIDEST: f64 = 1280.0;

/// Why there is no camera.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoCamera {
    /// The person, or whoever set up the device, does not want it used here.
    Refused,
    /// There is none, another program has it, or this page may have none (plain http).
    Missing,
}

/// The camera is on as long as this is held.
pub struct Camera {
    stream: JsValue,
    canvas: JsValue,
}

/// What the camera saw.
pub struct Picture {
    points: JsValue,
    width: f64,
}

impl Picture {
    /// Its points, four bytes each.
    #[must_use]
    pub fn points(&self) -> &JsValue {
        &self.points
    }

    /// How many points a row has.
    #[must_use]
    pub fn width(&self) -> f64 {
        self.width
    }
}

impl Camera {
    /// Turns it on, the one on the back where there are two. The browser asks the person first.
    ///
    /// # Errors
    /// [`NoCamera`].
    pub async fn open() -> Result<Self, NoCamera> {
        let asked = ask().ok_or(NoCamera::Missing)?;
        let stream = JsFuture::from(asked).await.map_err(|error| why(&error))?;
        Ok(Self { stream, canvas: canvas().ok_or(NoCamera::Missing)? })
    }

    /// Shows what it sees.
    pub fn show_in(&self, video: &Screen) {
        // Where the browser does not show or play it, nothing is seen, and the person can stop.
        let _ = set(video, "muted", &JsValue::TRUE)
            .and_then(|()| set(video, "srcObject", &self.stream))
            .and_then(|()| call(video, "play", &[]));
    }

    /// What it sees in a moment; `None` before it sees something.
    pub async fn next_picture(&self, video: &Screen) -> Option<Picture> {
        TimeoutFuture::new(BETWEEN_MS).await;
        self.picture(video)
    }

    fn picture(&self, video: &Screen) -> Option<Picture> {
        let (wide, high) = (number(video, "videoWidth")?, number(video, "videoHeight")?);
        if wide < 1.0 || high < 1.0 {
            return None;
        }
        let width = wide.min(WIDEST);
        let height = (high * width / wide).round();
        if (number(&self.canvas, "width")?, number(&self.canvas, "height")?) != (width, height) {
            set(&self.canvas, "width", &width.into())?;
            set(&self.canvas, "height", &height.into())?;
        }
        let options = Object::new();
        set(&options, "willReadFrequently", &JsValue::TRUE)?;
        let context = call(&self.canvas, "getContext", &["2d".into(), options.into()])?;
        let [left, top, across, down] = [0.0, 0.0, width, height].map(JsValue::from_f64);
        let all = [video.into(), left.clone(), top.clone(), across.clone(), down.clone()];
        call(&context, "drawImage", &all)?;
        let seen = call(&context, "getImageData", &[left, top, across, down])?;
        // The bytes stay on the side of the browser: they go on to the worker.
        let buffer = get(&get(&seen, "data")?, "buffer")?;
        Some(Picture { points: Uint8Array::new(&buffer).into(), width })
    }
}

impl Drop for Camera {
    fn drop(&mut self) {
        let tracks = call(&self.stream, "getTracks", &[]).and_then(|tracks| tracks.dyn_into::<Array>().ok());
        for track in tracks.iter().flat_map(Array::iter) {
            // What cannot be stopped has stopped.
            let _ = call(&track, "stop", &[]);
        }
    }
}

fn canvas() -> Option<JsValue> {
    Some(web_sys::window()?.document()?.create_element("canvas").ok()?.into())
}

fn ask() -> Option<Promise> {
    // Over plain http there is no such thing, whatever the types say.
    let devices = get(&web_sys::window()?.navigator(), "mediaDevices").filter(JsValue::is_object)?;
    let ideal = |value: JsValue| {
        let wish = Object::new();
        set(&wish, "ideal", &value).map(|()| wish)
    };
    let picture = Object::new();
    set(&picture, "facingMode", &ideal("environment".into())?.into())?;
    set(&picture, "width", &ideal(WIDEST.into())?.into())?;
    let wishes = Object::new();
    set(&wishes, "video", &picture.into())?;
    call(&devices, "getUserMedia", &[wishes.into()])?.dyn_into().ok()
}

fn why(error: &JsValue) -> NoCamera {
    match get(error, "name").and_then(|name| name.as_string()).as_deref() {
        Some("NotAllowedError" | "SecurityError") => NoCamera::Refused,
        Some(_) | None => NoCamera::Missing,
    }
}

fn get(of: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(of, &name.into()).ok()
}

fn number(of: &JsValue, name: &str) -> Option<f64> {
    get(of, name)?.as_f64()
}

fn set(of: &JsValue, name: &str, value: &JsValue) -> Option<()> {
    Reflect::set(of, &name.into(), value).ok().map(|_| ())
}

fn call(of: &JsValue, name: &str, arguments: &[JsValue]) -> Option<JsValue> {
    let function: Function = get(of, name)?.dyn_into().ok()?;
    Reflect::apply(&function, of, &arguments.iter().collect::<Array>()).ok()
}
