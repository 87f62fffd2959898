//! Processes that cannot outlive the test that started them.
//!
//! Each is the leader of its own process group, behind a small shell that ends the whole group when its
//! standard input closes: on a normal end, a panic, a time limit, and when the test process itself is killed.
//! Nothing outside these groups is ever signalled.

use std::fs::{self, File};
use std::io;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use rustix::process::{Pid, Signal, kill_process, kill_process_group};

use crate::Outcome;

/// Runs the command in the background and ends the group when nobody holds the other end any more.
const WARDEN: &str = r#""$@" & read -r _; kill -KILL 0"#;

/// A killed browser takes a moment to give its memory back.
const GOING: Duration = Duration::from_secs(3);

/// A running program with everything that it has started itself.
#[derive(Debug)]
pub struct Guarded {
    warden: Child,
}

/// One process, as `/proc` tells it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Running {
    /// Process id.
    pub id: i32,
    /// The short name of the program or thread group (`comm`).
    pub name: String,
    /// The command line, words joined by a space.
    pub command: String,
}

impl Guarded {
    /// Starts `program` with its output going to `log`.
    ///
    /// # Errors
    /// When the program or the log cannot be opened.
    pub fn start(
        program: &Path,
        arguments: &[&str],
        environment: &[(&str, String)],
        log: &Path,
    ) -> Outcome<Self> {
        let output = File::options().create(true).append(true).open(log)?;
        let warden = Command::new("/bin/sh")
            .args(["-c", WARDEN, "warden"])
            .arg(program)
            .args(arguments)
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdin(Stdio::piped())
            .stdout(output.try_clone()?)
            .stderr(output)
            .process_group(0)
            .spawn()
            .map_err(|error| format!("{} does not start: {error}", program.display()))?;
        Ok(Self { warden })
    }

    /// Every process of the group, the shell in front of it left out.
    ///
    /// # Errors
    /// When `/proc` cannot be read.
    pub fn members(&self) -> Outcome<Vec<Running>> {
        let group = i32::try_from(self.warden.id())?;
        let mut members = Vec::new();
        for entry in fs::read_dir("/proc")? {
            let Some(id) = entry?.file_name().to_str().and_then(|name| name.parse::<i32>().ok()) else {
                continue;
            };
            // A process may end between the listing and the reading.
            if id != group
                && let Ok(running) = read_process(id, group)
                && let Some(running) = running
            {
                members.push(running);
            }
        }
        Ok(members)
    }

    /// Kills one member of the group.
    ///
    /// # Errors
    /// When the process is not one of ours, or is gone.
    pub fn kill_member(&self, running: &Running) -> Outcome {
        if !self.members()?.contains(running) {
            return Err(format!("{running:?} is not ours to end").into());
        }
        let pid = Pid::from_raw(running.id).ok_or("no such process id")?;
        Ok(kill_process(pid, Signal::KILL)?)
    }
}

impl Drop for Guarded {
    fn drop(&mut self) {
        drop(self.warden.stdin.take());
        if let Some(group) = i32::try_from(self.warden.id()).ok().and_then(Pid::from_raw) {
            // Already gone is what we want.
            let _ = kill_process_group(group, Signal::KILL);
        }
        let _ = self.warden.wait();
        let deadline = Instant::now() + GOING;
        while self.members().is_ok_and(|left| !left.is_empty()) && Instant::now() < deadline {
            std::thread::yield_now();
        }
    }
}

/// The process, if it belongs to the group and still runs.
fn read_process(id: i32, group: i32) -> io::Result<Option<Running>> {
    let stat = fs::read_to_string(format!("/proc/{id}/stat"))?;
    // The name stands in brackets and may itself hold spaces and brackets.
    let Some((head, tail)) = stat.rsplit_once(')') else { return Ok(None) };
    let name = head.split_once('(').map(|(_, name)| name.to_owned()).unwrap_or_default();
    let mut fields = tail.split_whitespace();
    let state = fields.next();
    let process_group = fields.nth(1).and_then(|field| field.parse::<i32>().ok());
    if process_group != Some(group) || state == Some("Z") {
        return Ok(None);
    }
    let command = fs::read(format!("/proc/{id}/cmdline"))?;
    let command = String::from_utf8_lossy(&command).replace('\0', " ").trim().to_owned();
    Ok(Some(Running { id, name, command }))
}

/// A port that nothing listens on right now, chosen by the operating system.
///
/// # Errors
/// When the machine has no free port.
pub fn free_port() -> Outcome<u16> {
    Ok(std::net::TcpListener::bind(("127.0.0.1", 0))?.local_addr()?.port())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_guarded_program_started_ends_with_it() {
        let folder = tempfile::tempdir().unwrap();
        let guarded = Guarded::start(
            Path::new("/bin/sh"),
            &["-c", "sleep 600 & sleep 601"],
            &[],
            &folder.path().join("log"),
        )
        .unwrap();
        let sleepers = loop {
            let members = guarded.members().unwrap();
            if members.iter().filter(|member| member.name == "sleep").count() == 2 {
                break members;
            }
        };
        drop(guarded);
        for sleeper in sleepers {
            let still = fs::read_to_string(format!("/proc/{}/stat", sleeper.id)).unwrap_or_default();
            assert!(still.is_empty() || still.contains(") Z "), "still running: {sleeper:?}");
        }
    }
}
