//! A small file as a QR code, and the file of a QR code that a camera sees.
//!
//! In the browser it is a program of its own, in a worker: looking for a code in a picture takes longer than a frame,
//! and the page answers meanwhile. `worker.js` beside it is what the page talks to.

use miniz_oxide::deflate::compress_to_vec_zlib;
use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;
use qrcodegen::{QrCode, QrCodeEcc};
use rxing::common::{BitMatrix, DetectorRXingResult as _, HybridBinarizer};
use rxing::qrcode::cpp_port::decoder::Decode;
use rxing::qrcode::cpp_port::detector::{FindFinderPatterns, GenerateFinderPatternSets, SampleQR};
use rxing::{BinaryBitmap, Luma8LuminanceSource};

/// How many bytes a code holds at the most, packed: a code with more has squares that are too small for the camera of
/// an ordinary tablet.
pub const MOST_BYTES: usize = 1_500;

/// How many bytes a file has at the most when it is unpacked: whoever shows another code cannot fill the memory.
pub const MOST_UNPACKED: usize = 64 * 1024;

/// What the bytes of a code of ours begin with. The number is the version of what follows.
const MARK: &[u8] = b"refleks1";

/// The light ground around a code, in squares: less, and cameras do not find it (ISO/IEC 18004).
const GROUND: i32 = 4;

/// How hard it is packed, from 0 to 10.
const PACKING: u8 = 10;

/// A code, to be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// How many squares it has along each side, with its light ground.
    pub side: usize,
    /// Which of them are dark, row by row.
    pub dark: Vec<bool>,
}

impl Drawing {
    /// The dark squares as a path of SVG, one unit for each square: a run of them is one rectangle.
    #[must_use]
    pub fn path(&self) -> String {
        let mut path = String::new();
        for (y, row) in self.dark.chunks(self.side.max(1)).enumerate() {
            let mut x = 0;
            for run in row.chunk_by(|one, next| one == next) {
                if run.first() == Some(&true) {
                    let long = run.len();
                    path.push_str(&format!("M{x} {y}h{long}v1h-{long}z"));
                }
                x += run.len();
            }
        }
        path
    }
}

/// The code of a file; `None` for one that is too large.
#[must_use]
pub fn code_of(file: &[u8]) -> Option<Drawing> {
    let mut bytes = MARK.to_vec();
    bytes.extend(compress_to_vec_zlib(file, PACKING));
    if file.len() > MOST_UNPACKED || bytes.len() > MOST_BYTES {
        return None;
    }
    QrCode::encode_binary(&bytes, QrCodeEcc::Low).ok().map(|code| drawn(&code))
}

fn drawn(code: &QrCode) -> Drawing {
    let places = -GROUND..code.size() + GROUND;
    let side = places.clone().count();
    // Outside a code everything is light.
    let dark = places.clone().flat_map(|y| places.clone().map(move |x| code.get_module(x, y))).collect();
    Drawing { side, dark }
}

/// The file of a code of ours in a picture: how light each point is, row by row. `None` where there is none, or it
/// cannot be read whole.
#[must_use]
pub fn file_in(light: &[u8], width: usize) -> Option<Vec<u8>> {
    let height = light.len().checked_div(width)?;
    let picture = light.get(..width * height).filter(|picture| !picture.is_empty())?.to_vec();
    let source = Luma8LuminanceSource::new(picture, u32::try_from(width).ok()?, u32::try_from(height).ok()?);
    let picture = BinaryBitmap::new(HybridBinarizer::new(source.ok()?));
    let picture = picture.get_black_matrix();
    looked(picture, false).or_else(|| looked(picture, true))
}

/// Looks at a picture of dark and light points, quickly or line by line.
fn looked(picture: &BitMatrix, carefully: bool) -> Option<Vec<u8>> {
    let mut corners = FindFinderPatterns(picture, carefully, 1);
    GenerateFinderPatternSets(&mut corners).iter().find_map(|corners| {
        let squares = SampleQR(picture, corners).ok()?;
        let found = Decode(squares.getBits()).ok().filter(|found| found.isValid())?;
        unpacked(found.content().bytes())
    })
}

fn unpacked(bytes: &[u8]) -> Option<Vec<u8>> {
    decompress_to_vec_zlib_with_limit(bytes.strip_prefix(MARK)?, MOST_UNPACKED).ok()
}

/// How light each point of a picture of a camera is: four bytes a point, red, green, blue and one that says nothing
/// here. Weighed as the eye does (ITU-R BT.601).
#[must_use]
pub fn light(rgba: &[u8]) -> Vec<u8> {
    let weighed = |point: &[u8; 4]| {
        let [red, green, blue, _] = point.map(u32::from);
        u8::try_from((299 * red + 587 * green + 114 * blue) / 1000).unwrap_or(u8::MAX)
    };
    rgba.as_chunks::<4>().0.iter().map(weighed).collect()
}

#[cfg(target_arch = "wasm32")]
mod worker {
    use wasm_bindgen::prelude::wasm_bindgen;

    /// The code of a file for `worker.js`: how many squares it has along each side, a space, and the path; nothing where
    /// [`code_of`](crate::code_of) gives nothing.
    #[wasm_bindgen]
    #[must_use]
    pub fn code_of(file: &[u8]) -> Option<String> {
        crate::code_of(file).map(|code| format!("{} {}", code.side, code.path()))
    }

    /// The file in a picture for `worker.js`: nothing where [`file_in`](crate::file_in) gives nothing.
    #[wasm_bindgen]
    #[must_use]
    pub fn file_in(rgba: &[u8], width: usize) -> Option<Vec<u8>> {
        crate::file_in(&crate::light(rgba), width)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Bytes that cannot be packed, as those of a sealed record cannot.
    fn noise(length: usize, mut seed: u64) -> Vec<u8> {
        let next = || {
            seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            (seed >> 33) as u8
        };
        std::iter::repeat_with(next).take(length).collect()
    }

    /// A code as a picture that a window takes of itself: so many points a square.
    fn pictured(code: &Drawing, points: usize) -> (Vec<u8>, usize) {
        let width = code.side * points;
        let light = |at: usize| {
            let (x, y) = (at % width / points, at / width / points);
            if code.dark[y * code.side + x] { 0 } else { 255 }
        };
        ((0..width * width).map(light).collect(), width)
    }

    #[test]
    fn a_file_of_any_size_that_fits_comes_back_as_it_was() {
        for length in [0, 1, 100, 700, 1_000, 1_400, 1_470] {
            let file = noise(length, length as u64);
            let (picture, width) = pictured(&code_of(&file).unwrap(), 4);
            assert_eq!(file_in(&picture, width), Some(file), "{length} bytes");
        }
        let text = "leksjon ".repeat(1_000).into_bytes();
        let (picture, width) = pictured(&code_of(&text).unwrap(), 4);
        assert_eq!(file_in(&picture, width), Some(text));
    }

    #[test]
    fn a_file_that_is_too_large_has_no_code() {
        assert_eq!(code_of(&noise(MOST_BYTES, 1)), None);
        assert_eq!(code_of(&vec![b'a'; MOST_UNPACKED + 1]), None);
    }

    #[test]
    fn the_code_has_light_ground_all_around() {
        let code = code_of(b"noe").unwrap();
        let ground = GROUND as usize;
        let is_outside = |at: usize| {
            let places = [at % code.side, at / code.side];
            places.iter().any(|place| *place < ground || *place >= code.side - ground)
        };
        assert!((0..code.dark.len()).filter(|at| is_outside(*at)).all(|at| !code.dark[at]));
        assert!(code.dark[ground * code.side + ground]);
    }

    #[test]
    fn a_run_of_dark_squares_is_one_rectangle_of_the_path() {
        let dark = [0, 1, 1, 0, 0, 0, 1, 0, 1].map(|dark| dark == 1).to_vec();
        assert_eq!(Drawing { side: 3, dark }.path(), "M1 0h2v1h-2zM0 2h1v1h-1zM2 2h1v1h-1z");
    }

    #[test]
    fn the_code_of_somebody_else_is_none_of_ours() {
        let other = QrCode::encode_binary(b"https://example.org/", QrCodeEcc::Low).unwrap();
        let (picture, width) = pictured(&drawn(&other), 4);
        assert_eq!(file_in(&picture, width), None);
        // One that says it is ours, and unpacks to more than anybody has.
        let mut bomb = MARK.to_vec();
        bomb.extend(compress_to_vec_zlib(&vec![0; 10 * MOST_UNPACKED], PACKING));
        let bomb = QrCode::encode_binary(&bomb, QrCodeEcc::Low).unwrap();
        let (picture, width) = pictured(&drawn(&bomb), 4);
        assert_eq!(file_in(&picture, width), None);
    }

    #[test]
    fn where_there_is_no_code_nothing_is_found() {
        assert_eq!(file_in(&[], 0), None);
        assert_eq!(file_in(&[0; 7], 0), None);
        assert_eq!(file_in(&[], 640), None);
        assert_eq!(file_in(&vec![128; 640 * 480], 640), None);
        assert_eq!(file_in(&noise(640 * 480, 3), 640), None);
    }

    #[test]
    fn a_point_is_as_light_as_the_eye_sees_it() {
        let points = [[0, 0, 0, 255], [255, 255, 255, 255], [255, 0, 0, 0], [0, 255, 0, 9], [0, 0, 255, 9]];
        assert_eq!(light(&points.concat()), [0, 255, 76, 149, 29]);
        assert_eq!(light(&[1, 2, 3]), Vec::<u8>::new());
    }
}
