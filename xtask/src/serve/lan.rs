//! `serve --lan`: https for tablets on the same network, so that they have service worker, locks and camera.
//!
//! Three doors: http on this machine as always, https on the network (the next port), and a small http page
//! (the port after that) where a device gets the certificate authority that it has to trust first.

use std::net::{Ipv4Addr, SocketAddr, UdpSocket};

use axum::Router;
use axum::http::{HeaderValue, header};
use axum::response::{Html, IntoResponse as _};
use axum::routing::get;
use axum_server::tls_rustls::RustlsConfig;

use super::authority::{self, Authority};
use super::listen;

/// Where a device gets the certificate.
const CERTIFICATE: &str = "/refleks-ca.crt";

/// Serves on all three doors until it is ended.
pub(super) async fn serve(app: Router, port: u16) -> Result<(), String> {
    let (secure, help) = neighbours(port)?;
    let address = own_address()?;
    let authority = Authority::of_this_machine()?;
    let pair = authority.certificate_for(&names(address))?;
    // Another provider can only be there already if it is this one.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let tls = RustlsConfig::from_pem(pair.certificate.into_bytes(), pair.key.into_bytes())
        .await
        .map_err(|error| format!("https cannot start: {error}"))?;

    let local = listen((Ipv4Addr::LOCALHOST, port).into()).await?;
    let helper = listen((Ipv4Addr::UNSPECIFIED, help).into()).await?;
    println!("\nRefleks is at http://localhost:{port}/  (end with Ctrl-C)");
    println!("On the network: https://{address}:{secure}/");
    println!(
        "A tablet must trust this machine first: open http://{address}:{help}/ on it, and follow the page."
    );
    let helper_app = help_page(authority.pem().to_owned(), address, secure);
    let https = axum_server::bind_rustls(SocketAddr::from((Ipv4Addr::UNSPECIFIED, secure)), tls)
        .serve(app.clone().into_make_service());
    let told =
        |what: &str, error: &std::io::Error| format!("{what}: {error}; choose another port with --port");
    tokio::select! {
        ended = https => ended.map_err(|error| told("https", &error)),
        ended = axum::serve(local, app) => ended.map_err(|error| told("http", &error)),
        ended = axum::serve(helper, helper_app) => ended.map_err(|error| told("http for certificates", &error)),
    }
}

fn neighbours(port: u16) -> Result<(u16, u16), String> {
    let next = |by: u16| port.checked_add(by).ok_or("--port: choose one below 65534");
    Ok((next(1)?, next(2)?))
}

/// This machine's address on the network: the one it would send from. Nothing is sent.
fn own_address() -> Result<Ipv4Addr, String> {
    let found = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0))
        .and_then(|socket| {
            socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9))?;
            socket.local_addr()
        })
        .map_err(|error| format!("this machine seems to be on no network: {error}"))?;
    match found {
        SocketAddr::V4(address) if authority::may_speak_for(*address.ip()) => Ok(*address.ip()),
        other => Err(format!(
            "{} is not an address of a private network: --lan is for private networks only",
            other.ip()
        )),
    }
}

/// What the certificate is good for: the address, this machine itself, and its name on the local network.
fn names(address: Ipv4Addr) -> Vec<String> {
    let mut names = vec![address.to_string(), "127.0.0.1".into(), "localhost".into()];
    let name = crate::command::output(&mut std::process::Command::new("hostname")).unwrap_or_default();
    let plain = name.split('.').next().unwrap_or_default().to_lowercase();
    if !plain.is_empty() && plain.chars().all(|c| c.is_ascii_alphanumeric() || c == '-') {
        names.push(format!("{plain}.local"));
    }
    names
}

fn help_page(pem: String, address: Ipv4Addr, secure: u16) -> Router {
    let page = format!(
        "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width, initial-scale=1\"><title>Refleks on this network</title>\
         <style>body{{font:18px/1.5 system-ui;max-width:34em;margin:2em auto;padding:0 1em}}</style>\
         <h1>Refleks on this network</h1>\
         <p>This device must trust the machine that serves Refleks, once. It is then trusted for private \
         networks only, never for sites on the internet.</p>\
         <p><a href=\"{CERTIFICATE}\">1. Get the certificate</a></p>\
         <h2>iPad and iPhone</h2><ol>\
         <li>Settings → General → VPN &amp; Device Management → Refleks → Install.</li>\
         <li>Settings → General → About → Certificate Trust Settings → turn on Refleks.</li></ol>\
         <h2>Android</h2><ol>\
         <li>Settings → Security &amp; privacy → More → Encryption &amp; credentials → Install a certificate → \
         CA certificate, and choose the file.</li></ol>\
         <p><a href=\"https://{address}:{secure}/\">2. Open Refleks</a></p>\
         <p>When you are done testing, remove the certificate in the same place.</p></html>"
    );
    let certificate = move || async move {
        let kind = HeaderValue::from_static("application/x-x509-ca-cert");
        ([(header::CONTENT_TYPE, kind)], pem.clone()).into_response()
    };
    Router::new()
        .route("/", get(move || async move { Html(page.clone()) }))
        .route(CERTIFICATE, get(certificate))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_doors_have_three_ports_in_a_row() {
        assert_eq!(neighbours(8080), Ok((8081, 8082)));
        assert!(neighbours(65534).is_err());
    }

    #[test]
    fn a_certificate_is_for_the_address_and_for_this_machine() {
        let names = names(Ipv4Addr::new(192, 168, 1, 20));
        for wanted in ["192.168.1.20", "127.0.0.1", "localhost"] {
            assert!(names.iter().any(|name| name == wanted), "{wanted}");
        }
    }
}
