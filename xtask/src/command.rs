//! Running other programs: what is said before, how long it took, and what a failure is called.

use std::ffi::OsString;
use std::io::{BufRead as _, BufReader, Write as _};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::Instant;

/// The folder of the workspace.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().unwrap_or(here).to_path_buf()
}

/// Runs a step: says what it is, shows what the program prints, and says how long it took.
///
/// # Errors
/// When the program is missing or does not succeed.
pub fn step(what: &str, command: &mut Command) -> Result<(), String> {
    println!("→ {what}");
    let started = Instant::now();
    silent(command).map_err(|error| format!("{what}: {error}"))?;
    println!("  {what}: done in {:.1} s", started.elapsed().as_secs_f32());
    Ok(())
}

/// A step that goes on beside others. What it prints goes to a file, and is shown only when it fails.
pub struct Background {
    what: String,
    child: Child,
    log: PathBuf,
    started: Instant,
}

impl Background {
    /// Starts a step.
    ///
    /// # Errors
    /// When the program is missing or its file cannot be written.
    pub fn start(what: &str, command: &mut Command, log: &Path) -> Result<Self, String> {
        println!("→ {what}, beside what follows");
        let file = std::fs::File::create(log).map_err(|error| format!("{}: {error}", log.display()))?;
        let errors = file.try_clone().map_err(|error| format!("{}: {error}", log.display()))?;
        let child = command.stdout(file).stderr(errors).spawn().map_err(|error| missing(command, &error))?;
        Ok(Self { what: what.to_owned(), child, log: log.to_owned(), started: Instant::now() })
    }

    /// Waits for the end of the step.
    ///
    /// # Errors
    /// When it did not succeed.
    pub fn wait(mut self) -> Result<(), String> {
        let waiting = Instant::now();
        let status = self.child.wait().map_err(|error| format!("{}: {error}", self.what))?;
        if !status.success() {
            print!("{}", std::fs::read_to_string(&self.log).unwrap_or_default());
            return Err(format!("{}: {status}", self.what));
        }
        let (took, waited) = (self.started.elapsed().as_secs(), waiting.elapsed().as_secs());
        println!("  {}: done {took} s after its start, waited for {waited} s", self.what);
        Ok(())
    }
}

impl Drop for Background {
    /// Nobody waits for it any more.
    fn drop(&mut self) {
        // One that has ended cannot be ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Runs a program quietly and gives what it printed.
///
/// # Errors
/// When the program is missing or does not succeed.
pub fn output(command: &mut Command) -> Result<String, String> {
    let output = command.stderr(Stdio::null()).output().map_err(|error| missing(command, &error))?;
    if !output.status.success() {
        return Err(format!("`{}` failed ({})", shown(command), output.status));
    }
    Ok(String::from_utf8_lossy(&output.stdout).trim().to_owned())
}

/// Runs a program that says nothing unless it fails.
///
/// # Errors
/// When the program is missing or does not succeed.
pub fn silent(command: &mut Command) -> Result<(), String> {
    let status = command.status().map_err(|error| missing(command, &error))?;
    if status.success() { Ok(()) } else { Err(format!("`{}` failed ({status})", shown(command))) }
}

/// Runs a program that reads a text and prints another.
///
/// # Errors
/// When the program is missing or does not succeed.
pub fn fed(command: &mut Command, text: &str) -> Result<String, String> {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| missing(command, &error))?;
    if let Some(mut stdin) = child.stdin.take() {
        stdin.write_all(text.as_bytes()).map_err(|error| error.to_string())?;
    }
    let output = child.wait_with_output().map_err(|error| error.to_string())?;
    if !output.status.success() {
        return Err(format!("`{}` failed ({})", shown(command), output.status));
    }
    String::from_utf8(output.stdout).map_err(|error| error.to_string())
}

/// The files that lie in a folder itself, by name.
///
/// # Errors
/// When the folder cannot be read.
pub fn files_in(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let told = |error: std::io::Error| format!("{}: {error}", folder.display());
    let entries = std::fs::read_dir(folder).map_err(told)?.collect::<Result<Vec<_>, _>>().map_err(told)?;
    let mut files: Vec<PathBuf> =
        entries.into_iter().map(|entry| entry.path()).filter(|path| path.is_file()).collect();
    files.sort();
    Ok(files)
}

/// Where a program lies on the search path, if it does.
pub fn on_path(program: &str) -> Option<PathBuf> {
    let path = std::env::var_os("PATH")?;
    let file = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::split_paths(&path).map(|folder| folder.join(&file)).find(|file| file.is_file())
}

/// The search path with some folders before the rest.
///
/// # Errors
/// When a folder has a name that cannot stand in a search path.
pub fn path_with(first: &[PathBuf]) -> Result<OsString, String> {
    let rest = std::env::var_os("PATH").unwrap_or_default();
    let all = first.iter().cloned().chain(std::env::split_paths(&rest));
    std::env::join_paths(all).map_err(|error| error.to_string())
}

/// The cargo that started us.
pub fn cargo() -> Command {
    Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()))
}

fn missing(command: &Command, error: &std::io::Error) -> String {
    format!("`{}` could not be started: {error}", command.get_program().to_string_lossy())
}

fn shown(command: &Command) -> String {
    let words = command.get_args().map(|word| word.to_string_lossy());
    std::iter::once(command.get_program().to_string_lossy()).chain(words).collect::<Vec<_>>().join(" ")
}

/// How many tests passed and failed.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub struct Tally {
    /// Tests that passed.
    pub passed: u64,
    /// Tests that failed.
    pub failed: u64,
}

impl Tally {
    /// Both together.
    #[must_use]
    pub fn and(self, other: Self) -> Self {
        Self { passed: self.passed + other.passed, failed: self.failed + other.failed }
    }

    /// Reads a runner's closing line: `test result: ok. 12 passed; 0 failed; …`.
    fn in_line(line: &str) -> Option<Self> {
        let mut found = Self::default();
        for part in line.strip_prefix("test result: ")?.split([';', '.']) {
            match part.trim().split_once(' ') {
                Some((number, "passed")) => found.passed = number.parse().ok()?,
                Some((number, "failed")) => found.failed = number.parse().ok()?,
                _ => {}
            }
        }
        Some(found)
    }
}

impl std::fmt::Display for Tally {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "{} passed, {} failed", self.passed, self.failed)
    }
}

/// Runs tests, shows what they print, and counts them.
///
/// # Errors
/// When a test fails or none could be run; the text carries the count.
pub fn tests(what: &str, command: &mut Command) -> Result<Tally, String> {
    println!("→ {what}");
    let started = Instant::now();
    let mut child = command.stdout(Stdio::piped()).spawn().map_err(|error| missing(command, &error))?;
    let mut tally = Tally::default();
    if let Some(stdout) = child.stdout.take() {
        for line in BufReader::new(stdout).lines().map_while(Result::ok) {
            println!("{line}");
            tally = tally.and(Tally::in_line(&line).unwrap_or_default());
        }
    }
    let status = child.wait().map_err(|error| error.to_string())?;
    println!("  {what}: {tally}, {:.1} s", started.elapsed().as_secs_f32());
    if status.success() && tally.failed == 0 { Ok(tally) } else { Err(format!("{what}: {tally} ({status})")) }
}

#[cfg(test)]
mod unit {
    use super::*;

    #[test]
    fn the_closing_line_of_a_test_runner_is_counted() {
        let line = "test result: FAILED. 12 passed; 3 failed; 0 ignored; 0 measured; 1 filtered out; finished in 0.04s";
        assert_eq!(Tally::in_line(line), Some(Tally { passed: 12, failed: 3 }));
        assert_eq!(Tally::in_line("test a_word ... ok"), None);
    }
}
