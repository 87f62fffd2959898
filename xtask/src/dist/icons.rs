//! The app's icons as PNG files, drawn from the one SVG of the logo.
//!
//! The favicon is the SVG itself.

use std::path::Path;

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg;

/// Paper, the ground of every screen: an icon with ground is never seen through.
const PAPER: (u8, u8, u8) = (0xFB, 0xF7, 0xEF);

/// An icon: its name, its side in pixels, how much of the side the logo fills, and whether it has ground.
struct Icon {
    name: &'static str,
    side: u32,
    share: f32,
    ground: bool,
}

/// A maskable icon may be cut to a circle of 80 % of its side; the logo stays well inside.
const ICONS: [Icon; 4] = [
    Icon { name: "icon-192.png", side: 192, share: 0.86, ground: false },
    Icon { name: "icon-512.png", side: 512, share: 0.86, ground: false },
    Icon { name: "icon-maskable-512.png", side: 512, share: 0.56, ground: true },
    Icon { name: "apple-touch-icon.png", side: 180, share: 0.68, ground: true },
];

/// Draws all icons into a folder.
pub(super) fn write(svg: &Path, folder: &Path) -> Result<(), String> {
    let text = std::fs::read_to_string(svg).map_err(|error| format!("{}: {error}", svg.display()))?;
    let logo = usvg::Tree::from_str(&text, &usvg::Options::default())
        .map_err(|error| format!("{}: {error}", svg.display()))?;
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    for icon in &ICONS {
        let bytes = drawn(&logo, icon).ok_or_else(|| format!("{} cannot be drawn", icon.name))?;
        std::fs::write(folder.join(icon.name), bytes).map_err(|error| format!("{}: {error}", icon.name))?;
    }
    Ok(())
}

fn drawn(logo: &usvg::Tree, icon: &Icon) -> Option<Vec<u8>> {
    let mut pixels = Pixmap::new(icon.side, icon.side)?;
    if icon.ground {
        let (red, green, blue) = PAPER;
        pixels.fill(Color::from_rgba8(red, green, blue, 255));
    }
    let (width, height) = (logo.size().width(), logo.size().height());
    // Sides of icons are far below what an f32 holds exactly.
    #[allow(clippy::cast_precision_loss, reason = "at most 512")]
    let side = icon.side as f32;
    let scale = side * icon.share / width.max(height);
    let (left, top) = ((side - width * scale) / 2.0, (side - height * scale) / 2.0);
    resvg::render(logo, Transform::from_row(scale, 0.0, 0.0, scale, left, top), &mut pixels.as_mut());
    pixels.encode_png().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn logo() -> usvg::Tree {
        let text = std::fs::read_to_string(crate::command::root().join("public/icon.svg")).unwrap();
        usvg::Tree::from_str(&text, &usvg::Options::default()).unwrap()
    }

    #[test]
    fn a_maskable_icon_shows_nothing_but_paper_outside_the_safe_circle() {
        let icon = ICONS.iter().find(|icon| icon.name.contains("maskable")).unwrap();
        let pixels = Pixmap::decode_png(&drawn(&logo(), icon).unwrap()).unwrap();
        let middle = f64::from(icon.side) / 2.0;
        let mut inside = 0;
        for y in 0..icon.side {
            for x in 0..icon.side {
                let colour = pixels.pixel(x, y).unwrap().demultiply();
                let paper = (colour.red(), colour.green(), colour.blue()) == PAPER && colour.alpha() == 255;
                let far = (f64::from(x) - middle).hypot(f64::from(y) - middle) > middle * 0.8;
                assert!(paper || !far, "{x},{y}");
                inside += u32::from(!paper);
            }
        }
        assert!(inside > icon.side * icon.side / 8, "the logo is missing or tiny");
    }

    #[test]
    fn the_icons_of_the_manifest_are_the_ones_that_are_drawn() {
        let text =
            std::fs::read_to_string(crate::command::root().join("public/manifest.webmanifest")).unwrap();
        let manifest: serde_json::Value = serde_json::from_str(&text).unwrap();
        for named in manifest["icons"].as_array().unwrap() {
            let src = named["src"].as_str().unwrap();
            let Some(name) = src.strip_prefix("icons/") else {
                assert_eq!(src, "icon.svg");
                continue;
            };
            let icon = ICONS.iter().find(|icon| icon.name == name).unwrap();
            assert_eq!(named["sizes"], format!("{0}x{0}", icon.side));
            assert_eq!(named["purpose"] == "maskable", icon.name.contains("maskable"));
        }
    }
}
