//! `cargo xtask serve`: the built release on this machine, with the headers that `docs/deploy.md` asks for.
//!
//! A plain file server: no reload, no fallback page, packed copies where the browser takes them.

#[cfg(feature = "lan")]
mod authority;
#[cfg(feature = "lan")]
mod lan;

use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, HeaderValue, header};
use axum::middleware::{Next, from_fn};
use axum::response::Response;
use tower_http::services::ServeDir;

use crate::build::{self, Release};
use crate::command;
use crate::dist::{page, policy};

/// What stands behind `serve`.
#[derive(Debug, PartialEq, Eq)]
struct Options {
    port: u16,
    lan: bool,
    build: bool,
    folder: Option<PathBuf>,
}

impl Options {
    fn parse(words: &[&str]) -> Result<Self, String> {
        let mut words = pico_args::Arguments::from_vec(words.iter().map(Into::into).collect());
        let wrong = |error: pico_args::Error| format!("{error}; see cargo xtask help");
        let options = Self {
            port: words.opt_value_from_str("--port").map_err(wrong)?.unwrap_or(8080),
            lan: words.contains("--lan"),
            build: !words.contains("--no-build"),
            folder: words.opt_value_from_str("--folder").map_err(wrong)?,
        };
        let rest = words.finish();
        if rest.is_empty() {
            Ok(options)
        } else {
            Err(format!("serve does not know {rest:?}; see cargo xtask help"))
        }
    }
}

/// `cargo xtask serve [--port N] [--lan] [--no-build] [--folder DIST]`.
///
/// # Errors
/// On an unknown word, a failed build, or a port that is taken.
pub fn run(words: &[&str]) -> Result<(), String> {
    let options = Options::parse(words)?;
    let root = command::root();
    if options.build {
        build::release(&root, Release::Real)?;
    }
    if options.lan && !cfg!(feature = "lan") {
        return with_https(&root, words);
    }
    let folder = options.folder.unwrap_or_else(|| Release::Real.folder(&root));
    let app = app(&folder)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| format!("the server cannot start: {error}"))?;
    runtime.block_on(async {
        #[cfg(feature = "lan")]
        if options.lan {
            return lan::serve(app, options.port).await;
        }
        serve(app, (Ipv4Addr::LOCALHOST, options.port).into()).await
    })
}

/// Starts this tool again with its https part, which is built only for this: in a folder of its own, since
/// a running program cannot be replaced everywhere.
fn with_https(root: &Path, words: &[&str]) -> Result<(), String> {
    let mut command = command::cargo();
    command
        .args(["run", "--quiet", "--package", "xtask", "--features", "lan", "--target-dir"])
        .arg(root.join("target/lan"))
        .args(["--", "serve", "--no-build"])
        .args(words.iter().filter(|word| **word != "--no-build"))
        .current_dir(root);
    command::step(
        "https for the local network (the first time about a minute; end it with Ctrl-C)",
        &mut command,
    )
}

async fn serve(app: Router, address: SocketAddr) -> Result<(), String> {
    let listener = listen(address).await?;
    println!("\nRefleks is at http://localhost:{}/  (end with Ctrl-C)", address.port());
    axum::serve(listener, app).await.map_err(|error| error.to_string())
}

async fn listen(address: SocketAddr) -> Result<tokio::net::TcpListener, String> {
    tokio::net::TcpListener::bind(address).await.map_err(|error| {
        format!("port {} cannot be used ({error}): choose another with --port", address.port())
    })
}

/// The release with its headers.
fn app(folder: &Path) -> Result<Router, String> {
    let html = std::fs::read_to_string(folder.join("index.html"))
        .map_err(|error| format!("no release in {} ({error}): cargo xtask build", folder.display()))?;
    let policy = page::policy_in(&html).ok_or("the page carries no policy: it is not a release")?;
    let policy = HeaderValue::from_str(&policy::in_header(policy)).map_err(|error| error.to_string())?;
    let policy = Arc::new(policy);
    let files = ServeDir::new(folder).precompressed_br().precompressed_gzip();
    let headers = from_fn(move |request: Request, next: Next| {
        let policy = Arc::clone(&policy);
        async move { with_headers(request, next, &policy).await }
    });
    Ok(Router::new().fallback_service(files).layer(headers))
}

async fn with_headers(request: Request, next: Next, policy: &HeaderValue) -> Response {
    let kept = policy::cache_control(request.uri().path());
    let mut response = next.run(request).await;
    let kept = if response.status().is_client_error() { "no-store" } else { kept };
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_SECURITY_POLICY, policy.clone());
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(kept));
    for (name, value) in policy::HEADERS {
        headers.insert(HeaderName::from_static(name), HeaderValue::from_static(value));
    }
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serve_builds_and_stays_on_this_machine_unless_told_otherwise() {
        let plain = Options { port: 8080, lan: false, build: true, folder: None };
        assert_eq!(Options::parse(&[]), Ok(plain));
        let told = Options { port: 9000, lan: true, build: false, folder: None };
        assert_eq!(Options::parse(&["--no-build", "--lan", "--port", "9000"]), Ok(told));
    }

    #[test]
    fn a_word_that_serve_does_not_know_is_refused() {
        assert!(Options::parse(&["--prot", "9000"]).is_err());
        assert!(Options::parse(&["--port", "many"]).is_err());
    }
}
