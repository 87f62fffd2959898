//! Pictures as the camera of a tablet takes them of another tablet: askew, out of focus, in poor light, with noise.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may end here")]

use qr::{Drawing, MOST_BYTES, code_of, file_in};

const WIDTH: usize = 1280;
const HEIGHT: usize = 720;

/// How the camera is held, and what it sees.
#[derive(Debug, Clone, Copy)]
struct Shot {
    /// How much of the height of the picture the code takes.
    share: f64,
    /// Turned in the plane of the picture, degrees.
    turned: f64,
    /// Tilted away to the side and upwards: how much smaller the far edge is.
    tilted: (f64, f64),
    /// How far a point is smeared, in points.
    blur: f64,
    /// How light what is dark is, and what is light, from 0 to 255: a screen in a room.
    light: (f64, f64),
    /// How much darker the lower right corner is than the upper left one.
    shadow: f64,
    /// How much the sensor adds or takes away.
    noise: f64,
}

/// Held well, in daylight.
const WELL: Shot = Shot {
    share: 0.9,
    turned: 0.0,
    tilted: (0.0, 0.0),
    blur: 0.6,
    light: (25.0, 235.0),
    shadow: 0.0,
    noise: 4.0,
};

/// Bytes that cannot be packed.
fn noise(length: usize, seed: u64) -> Vec<u8> {
    let mut chance = Chance(seed);
    std::iter::repeat_with(|| (chance.next() * 256.0) as u8).take(length).collect()
}

struct Chance(u64);

impl Chance {
    /// From 0 to 1.
    fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 40) as f64 / (1_u64 << 24) as f64
    }
}

/// The picture that the camera takes of a tablet with this code.
fn photograph(code: &Drawing, shot: Shot, seed: u64) -> Vec<u8> {
    let side = code.side as f64;
    let (sin, cos) = shot.turned.to_radians().sin_cos();
    let scale = side / (HEIGHT as f64 * shot.share);
    // Where a point of the picture lies on the code.
    let on_code = |x: f64, y: f64| {
        let (x, y) = (x - WIDTH as f64 / 2.0, y - HEIGHT as f64 / 2.0);
        let (x, y) = (x * cos + y * sin, y * cos - x * sin);
        let far = 1.0 + (x * shot.tilted.0 + y * shot.tilted.1) / HEIGHT as f64;
        (x * scale / far + side / 2.0, y * scale / far + side / 2.0)
    };
    let is_dark = |(x, y): (f64, f64)| {
        let inside = |place: f64| (0.0..side).contains(&place);
        inside(x) && inside(y) && code.dark[y as usize * code.side + x as usize]
    };
    // Each point is the mean of what it is smeared over.
    let smear = [-1.0, -0.5, 0.0, 0.5, 1.0].map(|step| step * (0.5 + shot.blur));
    let mut chance = Chance(seed);
    let mut point = |x: usize, y: usize| {
        let (mut sum, mut all) = (0.0, 0.0);
        for dx in smear {
            for dy in smear {
                let weight = 1.0 / (1.0 + dx * dx + dy * dy);
                let is_dark = is_dark(on_code(x as f64 + 0.5 + dx, y as f64 + 0.5 + dy));
                sum += weight * if is_dark { shot.light.0 } else { shot.light.1 };
                all += weight;
            }
        }
        let down = (x as f64 / WIDTH as f64 + y as f64 / HEIGHT as f64) / 2.0;
        let seen = sum / all * (1.0 - shot.shadow * down) + shot.noise * (chance.next() * 2.0 - 1.0);
        seen.clamp(0.0, 255.0) as u8
    };
    (0..HEIGHT).flat_map(|y| (0..WIDTH).map(move |x| (x, y))).map(|(x, y)| point(x, y)).collect()
}

fn is_read(bytes: usize, shot: Shot) -> bool {
    let file = noise(bytes, 7);
    let code = code_of(&file).unwrap();
    // Nobody holds still: a camera gives many pictures, and one of them is enough.
    (0..3).any(|seed| file_in(&photograph(&code, shot, seed), WIDTH).as_ref() == Some(&file))
}

#[test]
fn the_largest_code_is_read_from_a_hand_that_holds_the_tablet_well() {
    assert!(is_read(MOST_BYTES - 40, WELL));
    assert!(is_read(MOST_BYTES - 40, Shot { turned: 4.0, share: 0.85, ..WELL }));
}

#[test]
fn an_ordinary_code_is_read_askew_and_upside_down() {
    for turned in [-20.0, -8.0, 8.0, 20.0, 90.0, 180.0] {
        assert!(is_read(600, Shot { turned, share: 0.7, ..WELL }), "turned by {turned}°");
    }
    for tilted in [(0.12, 0.0), (0.0, 0.12), (-0.1, 0.08)] {
        assert!(is_read(600, Shot { tilted, share: 0.75, ..WELL }), "tilted by {tilted:?}");
    }
}

#[test]
fn an_ordinary_code_is_read_in_poor_light_and_a_little_out_of_focus() {
    let evening = Shot { light: (20.0, 90.0), noise: 10.0, share: 0.8, ..WELL };
    assert!(is_read(600, evening), "in the evening");
    assert!(is_read(600, Shot { shadow: 0.6, share: 0.8, ..WELL }), "with a shadow over it");
    assert!(is_read(600, Shot { blur: 1.5, share: 0.8, ..WELL }), "out of focus");
    assert!(
        is_read(600, Shot { turned: 6.0, tilted: (0.06, 0.04), shadow: 0.3, blur: 1.0, ..evening }),
        "all of it"
    );
}

#[test]
fn a_code_that_is_too_far_away_is_not_read_and_harms_nothing() {
    assert!(!is_read(1_200, Shot { share: 0.15, ..WELL }));
}
