//! What the page may do: the content security policy, and the other headers that go with it.
//!
//! Nothing from another host; one inline style and one inline script, both known by their hashes.

use super::hash;

/// The policy that stands in the page, for a page with this inline style and script (which may be empty).
pub fn in_page(style: &str, script: &str) -> String {
    let known = |code: &str| format!("'sha256-{}'", hash::base64(code.as_bytes()));
    let style = format!("style-src 'self' {}", known(style));
    let script = match script {
        "" => "script-src 'self' 'wasm-unsafe-eval'".to_owned(),
        code => format!("script-src 'self' 'wasm-unsafe-eval' {}", known(code)),
    };
    [
        "default-src 'none'",
        &script,
        &style,
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "manifest-src 'self'",
        "worker-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
    ]
    .join("; ")
}

/// The same policy as a header: only a header can say who may frame the page.
pub fn in_header(policy: &str) -> String {
    format!("{policy}; frame-ancestors 'self'")
}

/// The headers of every response, beside the policy.
pub const HEADERS: [(&str, &str); 5] = [
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "no-referrer"),
    ("cross-origin-opener-policy", "same-origin"),
    ("cross-origin-resource-policy", "same-origin"),
    (
        "permissions-policy",
        "camera=(self), screen-wake-lock=(self), microphone=(), geolocation=(), payment=()",
    ),
];

/// How long a file may be kept without asking again.
pub fn cache_control(address: &str) -> &'static str {
    if hash::is_in_name(address) { "public, max-age=31536000, immutable" } else { "no-cache" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_names_the_inline_style_by_its_hash() {
        // printf 'p{color:red}' | openssl dgst -sha256 -binary | base64
        assert!(
            in_page("p{color:red}", "").contains("'sha256-p0bF+un5yUb9MBO6xRb8kPHlY2BdpHVtLiFkDrZPF64='"),
            "{}",
            in_page("p{color:red}", "")
        );
    }

    #[test]
    fn the_policy_lets_in_no_other_host_and_no_script_that_it_does_not_know() {
        let policy = in_page("", "let a;");
        for part in policy.split("; ") {
            let mut words = part.split(' ');
            let name = words.next().unwrap();
            for word in words {
                let known = matches!(word, "'self'" | "'none'")
                    || (name == "script-src" && word == "'wasm-unsafe-eval'")
                    || (name == "img-src" && word == "data:")
                    || (matches!(name, "style-src" | "script-src") && word.starts_with("'sha256-"));
                assert!(known, "{part}");
            }
        }
    }

    #[test]
    fn documented_headers_are_the_ones_that_are_served() {
        let text = std::fs::read_to_string(crate::command::root().join("docs/deploy.md")).unwrap();
        for (name, value) in HEADERS {
            assert!(text.to_lowercase().contains(&format!("{name}: {value}")), "{name}: {value}");
        }
        let with_hashes = |part: &&str| part.starts_with("style-src") || part.starts_with("script-src");
        for part in in_header(&in_page("", "")).split("; ").filter(|part| !with_hashes(part)) {
            assert!(text.contains(part), "{part}");
        }
    }

    #[test]
    fn what_may_change_under_its_name_is_asked_for_again() {
        for address in ["", "index.html", "sw.js", "manifest.webmanifest", "icons.svg"] {
            assert_eq!(cache_control(address), "no-cache", "{address}");
        }
        assert!(cache_control("boot.e3b0c44298fc1c14.js").contains("immutable"));
    }
}
