//! QR codes, drawn and looked for in a worker of its own (docs/decisions/0022).

use js_sys::Uint8Array;
use wasm_bindgen::JsCast as _;

use super::camera::Picture;
use super::worker::Helper;

/// How long one question may take on the slowest device, milliseconds: the first one fetches the worker.
const LONGEST_MS: u32 = 20_000;

/// A code, to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// How many squares it has along each side, with its light ground.
    pub side: u32,
    /// The dark squares as a path of SVG, one unit for each square.
    pub path: String,
}

/// What became of a file that a code was to be made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Drawn {
    /// Here it is.
    Code(Drawing),
    /// It is too large for a code.
    TooLarge,
    /// The worker did not come.
    NoWorker,
}

/// What was seen in a picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Seen {
    /// The file of a code of ours.
    File(Vec<u8>),
    /// None yet.
    Nothing,
    /// This reader can go on no more.
    Broken,
}

/// The code of a file.
pub async fn code_of(worker: &str, file: &[u8]) -> Drawn {
    let Some(helper) = Helper::start(worker) else { return Drawn::NoWorker };
    match helper.ask(&[("file", Uint8Array::from(file).into())], LONGEST_MS).await {
        Some(answer) if answer.is_null() => Drawn::TooLarge,
        Some(answer) => answer.as_string().as_deref().and_then(drawing).map_or(Drawn::NoWorker, Drawn::Code),
        None => Drawn::NoWorker,
    }
}

fn drawing(text: &str) -> Option<Drawing> {
    let (side, path) = text.split_once(' ')?;
    Some(Drawing { side: side.parse().ok()?, path: path.to_owned() })
}

/// Looks for codes, picture after picture.
pub struct Reader(Helper);

impl Reader {
    /// Starts one; `None` where the browser does not.
    #[must_use]
    pub fn start(worker: &str) -> Option<Self> {
        Helper::start(worker).map(Self)
    }

    /// What is in a picture.
    pub async fn look_at(&self, picture: &Picture) -> Seen {
        let question = [("picture", picture.points().clone()), ("width", picture.width().into())];
        match self.0.ask(&question, LONGEST_MS).await {
            Some(answer) if answer.is_null() => Seen::Nothing,
            Some(answer) => {
                answer.dyn_into::<Uint8Array>().map_or(Seen::Broken, |file| Seen::File(file.to_vec()))
            }
            None => Seen::Broken,
        }
    }
}
