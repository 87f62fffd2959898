//! A static host for one test: `dist/` with the headers that the project documents.
//!
//! It can be stopped and started on the same port (offline), serve another version (an update in the middle of
//! a session) and lie under a sub-path (a learning platform). Every request is noted. Addresses below
//! `__e2e/` belong to the tests and are not counted as the app's.

use std::collections::{BTreeMap, BTreeSet};
use std::convert::Infallible;
use std::net::SocketAddr;
use std::path::{Component, Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use http_body_util::{BodyExt as _, Full};
use hyper::body::{Bytes, Incoming};
use hyper::service::service_fn;
use hyper::{Request, Response, StatusCode, header};
use hyper_util::rt::TokioIo;
use tokio::net::{TcpListener, TcpSocket};
use tokio::runtime::Runtime;

use crate::Outcome;

const PERMISSIONS: &str = "camera=(self), screen-wake-lock=(self), microphone=(), geolocation=(), payment=()";

/// Below this lie the pages that only tests use.
pub const TEST_PAGES: &str = "__e2e/";

/// A request as the host saw it.
#[derive(Debug, Clone)]
pub struct Visitor {
    /// The method, `GET` as a rule.
    pub method: String,
    /// Path and query.
    pub path: String,
    /// The `Host` header.
    pub host: String,
    /// The status that was answered.
    pub status: u16,
    /// Bytes of the answer's body.
    pub bytes: usize,
    /// When it arrived.
    pub at: Instant,
}

/// What is served now; shared with the serving thread.
#[derive(Debug)]
struct Site {
    folder: PathBuf,
    prefix: String,
    /// What is answered instead of a file; nothing: that there is none.
    overrides: BTreeMap<String, Option<Vec<u8>>>,
    visitors: Vec<Visitor>,
    violations: Vec<String>,
}

/// A running (or stopped) static host on a port of its own.
#[derive(Debug)]
pub struct Server {
    site: Arc<Mutex<Site>>,
    address: SocketAddr,
    state: State,
}

#[derive(Debug)]
enum State {
    /// The runtime owns the listener and every open connection.
    Running(Runtime),
    /// Keeps the port from being given to somebody else; connections are refused.
    Stopped(TcpSocket),
    /// Only for the moment between the two.
    Changing,
}

impl Server {
    /// Serves `folder` at the root of a free port.
    ///
    /// # Errors
    /// When the folder has no `index.html`, or no port is free.
    pub fn serve(folder: impl Into<PathBuf>) -> Outcome<Self> {
        Self::serve_under(folder, "/")
    }

    /// Serves `folder` under a sub-path such as `/kommune/refleks/`; everything else is 404.
    ///
    /// # Errors
    /// When the folder has no `index.html`, or no port is free.
    pub fn serve_under(folder: impl Into<PathBuf>, prefix: &str) -> Outcome<Self> {
        let folder = checked(folder.into())?;
        let prefix = format!("/{}/", prefix.trim_matches('/')).replace("//", "/");
        let site =
            Site { folder, prefix, overrides: BTreeMap::new(), visitors: Vec::new(), violations: Vec::new() };
        let (socket, address) = on_a_port_of_its_own()?;
        let mut server = Self { site: Arc::new(Mutex::new(site)), address, state: State::Stopped(socket) };
        server.start()?;
        Ok(server)
    }

    /// The address of the app's first page.
    #[must_use]
    pub fn url(&self) -> String {
        format!("{}{}", self.origin(), self.lock().prefix)
    }

    /// The address of a path below the app's first page, `#/…` among them.
    #[must_use]
    pub fn url_of(&self, path: &str) -> String {
        format!("{}{}", self.url(), path.trim_start_matches('/'))
    }

    /// Scheme, host and port.
    #[must_use]
    pub fn origin(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Refuses every connection from now on and breaks those that are open: no network.
    ///
    /// # Errors
    /// When the port cannot be kept.
    pub fn stop(&mut self) -> Outcome {
        if let State::Running(runtime) = std::mem::replace(&mut self.state, State::Changing) {
            // Waits until the listener is really gone; a runtime may not be waited for inside another one.
            let ending = std::thread::spawn(move || runtime.shutdown_timeout(Duration::from_secs(2)));
            ending.join().map_err(|_| "the host did not stop")?;
        }
        // A program that another test is starting holds a copy of the listener until it runs.
        let deadline = Instant::now() + Duration::from_secs(2);
        let socket = loop {
            match bound(self.address) {
                Err(_) if Instant::now() < deadline => std::thread::yield_now(),
                finished => break finished?,
            }
        };
        self.state = State::Stopped(socket);
        Ok(())
    }

    /// The network is back, on the same port.
    ///
    /// # Errors
    /// When the port was lost.
    pub fn start(&mut self) -> Outcome {
        let socket = match std::mem::replace(&mut self.state, State::Changing) {
            running @ State::Running(_) => {
                self.state = running;
                return Ok(());
            }
            State::Stopped(socket) => socket,
            State::Changing => bound(self.address)?,
        };
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build()?;
        let site = Arc::clone(&self.site);
        let listener = {
            let _inside = runtime.enter();
            socket.listen(128)?
        };
        runtime.spawn(accept(listener, site));
        self.state = State::Running(runtime);
        Ok(())
    }

    /// Serves another version from now on: an update has been published.
    ///
    /// # Errors
    /// When the folder has no `index.html`.
    pub fn publish(&self, folder: impl Into<PathBuf>) -> Outcome {
        let folder = checked(folder.into())?;
        self.lock().folder = folder;
        Ok(())
    }

    /// Answers one path with these bytes instead of the file: a damaged or a changed file.
    pub fn replace(&self, path: &str, body: impl Into<Vec<u8>>) {
        self.lock().overrides.insert(path.to_owned(), Some(body.into()));
    }

    /// Answers one path as if there were no such file.
    pub fn lose(&self, path: &str) {
        self.lock().overrides.insert(path.to_owned(), None);
    }

    /// Serves the folder's own files again.
    pub fn replace_nothing(&self) {
        self.lock().overrides.clear();
    }

    /// Every request since the start or the last [`Server::forget`], the tests' own pages left out.
    #[must_use]
    pub fn visitors(&self) -> Vec<Visitor> {
        self.lock().visitors.clone()
    }

    /// Forgets the requests and violations so far.
    pub fn forget(&self) {
        let mut site = self.lock();
        site.visitors.clear();
        site.violations.clear();
    }

    /// What the browser has reported against the Content Security Policy, from every page and worker.
    #[must_use]
    pub fn violations(&self) -> Vec<String> {
        self.lock().violations.clone()
    }

    fn lock(&self) -> MutexGuard<'_, Site> {
        lock(&self.site)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // A runtime may not be dropped inside another one; this ends it without waiting.
        if let State::Running(runtime) = std::mem::replace(&mut self.state, State::Changing) {
            runtime.shutdown_background();
        }
    }
}

fn lock(site: &Mutex<Site>) -> MutexGuard<'_, Site> {
    site.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A port that no host of this run has had: a browser goes on to the next scene, and what it has stored belongs
/// to its port.
fn on_a_port_of_its_own() -> Outcome<(TcpSocket, SocketAddr)> {
    static HAD: Mutex<BTreeSet<u16>> = Mutex::new(BTreeSet::new());
    loop {
        let socket = bound(SocketAddr::from(([127, 0, 0, 1], 0)))?;
        let address = socket.local_addr()?;
        if HAD.lock().unwrap_or_else(PoisonError::into_inner).insert(address.port()) {
            return Ok((socket, address));
        }
    }
}

fn bound(address: SocketAddr) -> Outcome<TcpSocket> {
    let socket = TcpSocket::new_v4()?;
    socket.set_reuseaddr(true)?;
    socket.bind(address)?;
    Ok(socket)
}

fn checked(folder: PathBuf) -> Outcome<PathBuf> {
    if folder.join("index.html").is_file() {
        Ok(folder)
    } else {
        Err(format!("{} has no index.html; build the app first", folder.display()).into())
    }
}

async fn accept(listener: TcpListener, site: Arc<Mutex<Site>>) {
    while let Ok((stream, _)) = listener.accept().await {
        let site = Arc::clone(&site);
        tokio::spawn(async move {
            let service = service_fn(|request| answer(request, Arc::clone(&site)));
            // A browser that hangs up is no failure of the host.
            let _ = hyper::server::conn::http1::Builder::new()
                .serve_connection(TokioIo::new(stream), service)
                .await;
        });
    }
}

async fn answer(
    request: Request<Incoming>,
    site: Arc<Mutex<Site>>,
) -> Result<Response<Full<Bytes>>, Infallible> {
    let at = Instant::now();
    let method = request.method().to_string();
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str()).to_owned();
    let host = request
        .headers()
        .get(header::HOST)
        .and_then(|host| host.to_str().ok())
        .unwrap_or_default()
        .to_owned();
    let packed = accepted(&request);
    let body = request.into_body().collect().await.map(|body| body.to_bytes()).unwrap_or_default();
    let mut site = lock(&site);
    if let Some(test_page) = path.strip_prefix(&site.prefix).and_then(|path| path.strip_prefix(TEST_PAGES)) {
        return Ok(answer_test(&mut site, test_page, &body));
    }
    let file = path.split('?').next().unwrap_or_default().to_owned();
    let (status, kind, bytes) = find(&site, &file);
    let (coding, bytes) = pack(&site, &file, packed, bytes);
    site.visitors.push(Visitor { method, path, host, status: status.as_u16(), bytes: bytes.len(), at });
    let mut response = respond(status, kind, bytes, &policy(&site));
    let headers = response.headers_mut();
    headers.insert(header::CACHE_CONTROL, header::HeaderValue::from_static(kept(&file)));
    headers.insert(header::VARY, header::HeaderValue::from_static("Accept-Encoding"));
    if let Some(coding) = coding {
        headers.insert(header::CONTENT_ENCODING, header::HeaderValue::from_static(coding));
    }
    Ok(response)
}

/// The file of a path, with its media type.
fn find(site: &Site, path: &str) -> (StatusCode, &'static str, Vec<u8>) {
    let missing = || (StatusCode::NOT_FOUND, "text/plain; charset=utf-8", b"not found".to_vec());
    let Some(relative) = path.strip_prefix(&site.prefix) else { return missing() };
    let relative = if relative.is_empty() { "index.html" } else { relative };
    match site.overrides.get(relative) {
        Some(Some(bytes)) => return (StatusCode::OK, media_type(relative), bytes.clone()),
        Some(None) => return missing(),
        None => {}
    }
    let relative_path = Path::new(relative);
    if !relative_path.components().all(|part| matches!(part, Component::Normal(_))) {
        return missing();
    }
    match std::fs::read(site.folder.join(relative_path)) {
        Ok(bytes) => (StatusCode::OK, media_type(relative), bytes),
        Err(_) => missing(),
    }
}

/// How a file may be packed for this browser, the best first.
fn accepted(request: &Request<Incoming>) -> Vec<(&'static str, &'static str)> {
    let accepts = request.headers().get(header::ACCEPT_ENCODING).and_then(|value| value.to_str().ok());
    let accepts = accepts.unwrap_or_default();
    [("br", "br"), ("gzip", "gz")].into_iter().filter(|(coding, _)| accepts.contains(coding)).collect()
}

/// The packed file beside a file, where the build has made one and the test has not put something else in.
fn pack(
    site: &Site,
    path: &str,
    packed: Vec<(&'static str, &'static str)>,
    plain: Vec<u8>,
) -> (Option<&'static str>, Vec<u8>) {
    let relative = path.strip_prefix(&site.prefix).unwrap_or_default();
    let relative = if relative.is_empty() { "index.html" } else { relative };
    if site.overrides.contains_key(relative) {
        return (None, plain);
    }
    for (coding, ending) in packed {
        let (status, _, bytes) = find(site, &format!("{}{relative}.{ending}", site.prefix));
        if status == StatusCode::OK {
            return (Some(coding), bytes);
        }
    }
    (None, plain)
}

/// A name with a hash in it never changes what it means.
fn kept(path: &str) -> &'static str {
    let name = path.rsplit('/').next().unwrap_or_default();
    let hashed = name
        .split(['.', '-'])
        .any(|part| (10..=16).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_hexdigit()));
    if hashed { "public, max-age=31536000, immutable" } else { "no-cache" }
}

/// Pages for the tests only: an empty one, a frame of a given width, the mailbox for violations.
fn answer_test(site: &mut Site, page: &str, body: &[u8]) -> Response<Full<Bytes>> {
    let html = "text/html; charset=utf-8";
    let (name, query) = page.split_once('?').unwrap_or((page, ""));
    match name {
        "violation" => {
            site.violations.push(String::from_utf8_lossy(body).into_owned());
            respond(StatusCode::NO_CONTENT, html, Vec::new(), "")
        }
        "frame" => {
            let (width, height) = query.split_once('x').unwrap_or(("390", "844"));
            let page = format!(
                "<!doctype html><html lang=en><title>Frame</title><link rel=icon href=data:,>\
                 <body style=margin:0>\
                 <iframe id=frame title=frame src=\"about:blank\" \
                 style=\"display:block;border:0;width:{width}px;height:{height}px\"></iframe>"
            );
            respond(StatusCode::OK, html, page.into_bytes(), "")
        }
        _ => {
            let page = "<!doctype html><html lang=en><title>Empty</title><link rel=icon href=data:,>";
            respond(StatusCode::OK, html, page.as_bytes().to_vec(), "")
        }
    }
}

/// The page's own policy as a header, with what only a header can say.
fn policy(site: &Site) -> String {
    let page = std::fs::read_to_string(site.folder.join("index.html")).unwrap_or_default();
    let own = policy_of(&page).unwrap_or_default();
    let own = own.trim().trim_end_matches(';');
    let separator = if own.is_empty() { "" } else { "; " };
    format!("{own}{separator}frame-ancestors 'self'; report-uri {}{TEST_PAGES}violation", site.prefix)
}

/// The content of the policy `<meta>` of a page.
fn policy_of(page: &str) -> Option<String> {
    let start = page
        .to_ascii_lowercase()
        .find("http-equiv=\"content-security-policy\"")
        .or_else(|| page.to_ascii_lowercase().find("http-equiv=content-security-policy"))?;
    let tag = page.get(start..)?;
    let value = tag.get(..tag.find('>')?)?.split_once("content=\"")?.1;
    Some(value.split('"').next()?.replace("&#39;", "'"))
}

fn respond(status: StatusCode, kind: &str, body: Vec<u8>, policy: &str) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::new(Bytes::from(body)));
    *response.status_mut() = status;
    let headers = response.headers_mut();
    let mut set = |name: header::HeaderName, value: &str| {
        if let Ok(value) = header::HeaderValue::from_str(value) {
            headers.insert(name, value);
        }
    };
    set(header::CONTENT_TYPE, kind);
    set(header::CACHE_CONTROL, "no-cache");
    set(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    set(header::REFERRER_POLICY, "no-referrer");
    set(header::HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    set(header::HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    set(header::HeaderName::from_static("permissions-policy"), PERMISSIONS);
    if !policy.is_empty() {
        set(header::CONTENT_SECURITY_POLICY, policy);
    }
    response
}

fn media_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_read_from_the_page() {
        let page =
            r#"<meta http-equiv="Content-Security-Policy" content="default-src 'self'; img-src data:">"#;
        assert_eq!(policy_of(page).as_deref(), Some("default-src 'self'; img-src data:"));
        assert_eq!(policy_of("<p>no policy</p>"), None);
    }

    #[test]
    fn only_a_name_with_a_hash_is_kept_for_good() {
        for (path, immutable) in [
            ("/refleks.a42e9c6549259675.js", true),
            ("/words-nb.3bbd62f9303a75c7.json", true),
            ("/", false),
            ("/sw.js", false),
            ("/manifest.webmanifest", false),
        ] {
            assert_eq!(kept(path).contains("immutable"), immutable, "{path}");
        }
    }

    #[test]
    fn a_stopped_host_refuses_and_comes_back_on_the_same_port() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("index.html"), "<p>here</p>").unwrap();
        let mut server = Server::serve(folder.path()).unwrap();
        let connect = |server: &Server| std::net::TcpStream::connect(server.address).is_ok();
        assert!(connect(&server));
        server.stop().unwrap();
        assert!(!connect(&server));
        server.start().unwrap();
        assert!(connect(&server));
    }

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("index.html"), "<p>here</p>").unwrap();
        let site = Site {
            folder: folder.path().to_owned(),
            prefix: "/a/".to_owned(),
            overrides: BTreeMap::new(),
            visitors: Vec::new(),
            violations: Vec::new(),
        };
        for path in ["/a/../index.html", "/index.html", "/a//etc/passwd", "/a/./x"] {
            assert_eq!(find(&site, path).0, StatusCode::NOT_FOUND, "{path}");
        }
        assert_eq!(find(&site, "/a/").0, StatusCode::OK);
    }
}
