//! The sizes at which every screen is looked at, and where pictures go.

use std::fmt;
use std::path::PathBuf;

use crate::{Browser, Outcome};

/// The inside of a window, in CSS pixels.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Size {
    /// Width in CSS pixels.
    pub width: u32,
    /// Height in CSS pixels.
    pub height: u32,
}

impl Size {
    /// A tablet flat on the table.
    pub const TABLET: Self = Self { width: 1180, height: 820 };
    /// The same tablet held upright.
    pub const TABLET_UPRIGHT: Self = Self { width: 820, height: 1180 };
    /// A phone.
    pub const PHONE: Self = Self { width: 390, height: 844 };
    /// A computer with a projector.
    pub const PROJECTOR: Self = Self { width: 1920, height: 1080 };
    /// The narrowest that must work: 400 % zoom on a small screen (WCAG 1.4.10).
    pub const NARROWEST: Self = Self { width: 320, height: 640 };
    /// The tablet while its on-screen keyboard is open.
    pub const KEYBOARD_OPEN: Self = Self { width: 1180, height: 420 };
    /// The four sizes of every screenshot.
    pub const SHOTS: [Self; 4] = [Self::TABLET, Self::TABLET_UPRIGHT, Self::PHONE, Self::PROJECTOR];

    /// Firefox and WebKitGTK do not make windows this narrow: there it must be a frame.
    #[must_use]
    pub fn is_narrow(self) -> bool {
        self.width < 520
    }
}

impl fmt::Display for Size {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{}x{}", self.width, self.height)
    }
}

/// The folder for pictures, logs and prints; git does not see it.
///
/// # Errors
/// When it cannot be made.
pub fn output() -> Outcome<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("output");
    std::fs::create_dir_all(&folder)?;
    Ok(folder)
}

/// How high the window would have to be to show the whole page.
///
/// # Errors
/// When the browser does not answer.
pub async fn height_of(browser: &Browser) -> Outcome<u32> {
    browser.run("return document.documentElement.scrollHeight", vec![]).await
}

/// Takes a picture of the current window and answers where it lies. `name` may hold folders.
///
/// # Errors
/// When the browser gives no picture or the file cannot be written.
pub async fn take(browser: &Browser, name: &str) -> Outcome<PathBuf> {
    let file = output()?.join(format!("{name}.png"));
    if let Some(folder) = file.parent() {
        std::fs::create_dir_all(folder)?;
    }
    std::fs::write(&file, browser.driver().screenshot_as_png().await?)?;
    Ok(file)
}

/// Turns a print into one picture per sheet with `pdftoppm`, for looking at; answers the pictures.
///
/// # Errors
/// When `pdftoppm` is missing or the print is no PDF.
pub fn look_at_print(pdf: &[u8], name: &str) -> Outcome<Vec<PathBuf>> {
    let folder = output()?.join("print");
    std::fs::create_dir_all(&folder)?;
    let file = folder.join(format!("{name}.pdf"));
    std::fs::write(&file, pdf)?;
    let status = std::process::Command::new("pdftoppm")
        .args(["-png", "-r", "80"])
        .arg(&file)
        .arg(folder.join(name))
        .status()
        .map_err(|error| format!("pdftoppm: {error} (apt-get install poppler-utils)"))?;
    if !status.success() {
        return Err(format!("pdftoppm could not read {}", file.display()).into());
    }
    let mut sheets: Vec<PathBuf> = std::fs::read_dir(&folder)?
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| {
            let stem = path.file_stem().and_then(|stem| stem.to_str()).unwrap_or_default();
            path.extension().is_some_and(|extension| extension == "png")
                && stem.strip_prefix(name).is_some_and(|rest| rest.starts_with('-'))
        })
        .collect();
    sheets.sort();
    Ok(sheets)
}

/// The text of a print that [`look_at_print`] has kept under that name, blanks made plain.
///
/// # Errors
/// When `pdftotext` is missing or there is no such print.
pub fn text_of_print(name: &str) -> Outcome<String> {
    let file = output()?.join("print").join(format!("{name}.pdf"));
    let read = std::process::Command::new("pdftotext")
        .arg(&file)
        .arg("-")
        .output()
        .map_err(|error| format!("pdftotext: {error} (apt-get install poppler-utils)"))?;
    let text = String::from_utf8_lossy(&read.stdout);
    Ok(text.split_whitespace().collect::<Vec<_>>().join(" "))
}
