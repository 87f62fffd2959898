//! Every verb of the project: `cargo xtask <verb>`.

mod content;
mod privacy;

use std::process::ExitCode;

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match words.split_first() {
        Some((&"content", rest)) => content::run(rest),
        Some((&"new", rest)) => content::new_item(rest),
        Some((&"privacy", rest)) => privacy::run(rest),
        _ => {
            eprintln!("cargo xtask <content|privacy>");
            ExitCode::FAILURE
        }
    }
}
