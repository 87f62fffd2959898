//! A film for the camera of a browser: somebody holds up another tablet with a code on it.

use crate::{Outcome, ensure};

const WIDTH: usize = 1280;
const HEIGHT: usize = 720;

/// How dark the room is, and the light and the dark squares of a screen in it.
const ROOM: u8 = 110;
const LIGHT: u8 = 225;
const DARK: u8 = 35;

/// How often there is another picture, and for how many of them the tablet is not held up yet.
const PICTURES: usize = 8;
const BEFORE: usize = 2;

/// A film of a code: how many squares it has along each side, and its dark ones as a path of SVG that draws runs of
/// them (`M4 4h7v1h-7z`). The film is in the format YUV4MPEG2, which Chromium takes for a camera.
///
/// # Errors
/// When the path is no such path, or the code does not fit into a picture.
pub fn film(side: usize, path: &str) -> Outcome<Vec<u8>> {
    let code = squares(side, path)?;
    let points = HEIGHT / side.max(1);
    ensure(points >= 3, || format!("a code of {side} squares is too large for the film"))?;
    let mut film = format!("YUV4MPEG2 W{WIDTH} H{HEIGHT} F10:1 Ip A1:1 C420jpeg\n").into_bytes();
    for number in 0..PICTURES {
        film.extend(b"FRAME\n");
        let is_shown = number >= BEFORE;
        let (left, top) = ((WIDTH - side * points) / 2, (HEIGHT - side * points) / 2);
        for at in 0..WIDTH * HEIGHT {
            let (x, y) = ((at % WIDTH).checked_sub(left), (at / WIDTH).checked_sub(top));
            let place = x.zip(y).map(|(x, y)| (x / points, y / points));
            let square = place.filter(|(x, y)| is_shown && *x < side && *y < side);
            film.push(match square {
                None => ROOM,
                Some((x, y)) if code.get(y * side + x) == Some(&true) => DARK,
                Some(_) => LIGHT,
            });
        }
        // No colour.
        film.extend(std::iter::repeat_n(128, WIDTH * HEIGHT / 2));
    }
    Ok(film)
}

/// Which squares are dark, row by row.
fn squares(side: usize, path: &str) -> Outcome<Vec<bool>> {
    let mut dark = vec![false; side * side];
    for part in path.split('M').skip(1) {
        let numbers: Vec<usize> =
            part.split(['z', ' ', 'h', 'v', '-']).filter_map(|one| one.parse().ok()).collect();
        let [x, y, wide, high, ..] = numbers[..] else {
            return Err(format!("no run of squares: {part}").into());
        };
        for row in y..y + high {
            let run = dark.get_mut(row * side + x..row * side + x + wide);
            run.ok_or_else(|| format!("outside of the code: {part}"))?.fill(true);
        }
    }
    Ok(dark)
}
