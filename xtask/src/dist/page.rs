//! Fills in `index.html`: names with hashes, the block of JSON, and the policy.

use super::assets::Assets;
use super::policy;

const POLICY: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\">";
const BLOCK_START: &str = "<script type=\"application/json\" id=\"assets\">";
const BLOCK_END: &str = "</script>";
const NO_CODE: &str = "></script>";

/// The page with a file's hashed name for its plain one, wherever the page names it.
///
/// # Errors
/// When the page does not name it.
pub fn with_name(html: &str, name: &str, hashed: &str) -> Result<String, String> {
    let plain = format!("\"./{name}\"");
    if !html.contains(&plain) {
        return Err(format!("index.html does not name {plain}"));
    }
    Ok(html.replace(&plain, &format!("\"./{hashed}\"")))
}

/// The page with its block of JSON and, in a release, its policy.
///
/// # Errors
/// When a place to fill in is not in the page.
pub fn filled(html: &str, assets: &Assets, with_policy: bool) -> Result<String, String> {
    // A `<` could end the block; in JSON text it may as well be escaped.
    let json = serde_json::to_string(assets).map_err(|error| error.to_string())?.replace('<', "\\u003c");
    let block = format!("{BLOCK_START}{{assets}}{BLOCK_END}");
    let html = replaced(html, &block, &format!("{BLOCK_START}{json}{BLOCK_END}"))?;
    let meta = if with_policy {
        POLICY.replace("{policy}", &policy::in_page(inline_style(&html)?, inline_script(&html)))
    } else {
        String::new()
    };
    replaced(&html, POLICY, &meta)
}

/// What stands between `<style>` and `</style>`, which must be there once.
///
/// # Errors
/// When there is no style, or more than one.
pub fn inline_style(html: &str) -> Result<&str, String> {
    let between = html.split_once("<style>").and_then(|(_, rest)| rest.split_once("</style>"));
    match between {
        Some((style, rest)) if !rest.contains("<style") => Ok(style),
        _ => Err("index.html must have exactly one <style>".into()),
    }
}

/// The page with a script's code in the place of its address: a round trip less before anything is fetched.
///
/// # Errors
/// When the page does not name the script, or the code would end the element that holds it.
pub fn with_code(html: &str, name: &str, code: &str) -> Result<String, String> {
    let code = code.trim();
    if code.contains("</") || code.contains("<!--") {
        return Err(format!("{name} holds what ends a script in a page"));
    }
    let source = format!(" src=\"./{name}\"");
    let parts =
        html.split_once(&source).and_then(|(before, after)| Some((before, after.split_once(NO_CODE)?)));
    let (before, (words, after)) = parts.ok_or_else(|| format!("index.html does not name {name}"))?;
    Ok(format!("{before}{words}>{code}{BLOCK_END}{after}"))
}

/// The code that stands in the page itself; empty where there is none.
pub fn inline_script(html: &str) -> &str {
    html.split_once("<script data-js=")
        .and_then(|(_, rest)| rest.split_once('>'))
        .and_then(|(_, rest)| rest.split_once(BLOCK_END))
        .map_or("", |(code, _)| code)
}

/// Reads the block of JSON back from a finished page.
///
/// # Errors
/// When the page has none, or it has another shape.
pub fn assets_in(html: &str) -> Result<Assets, String> {
    let json = html
        .split_once(BLOCK_START)
        .and_then(|(_, rest)| rest.split_once(BLOCK_END))
        .map(|(json, _)| json)
        .ok_or("the page has no list of assets")?;
    serde_json::from_str(json).map_err(|error| error.to_string())
}

/// Reads the policy back from a finished page.
pub fn policy_in(html: &str) -> Option<&str> {
    let (before, after) = POLICY.split_once("{policy}")?;
    html.split_once(before)?.1.split_once(after).map(|(policy, _)| policy)
}

fn replaced(html: &str, place: &str, with: &str) -> Result<String, String> {
    if html.matches(place).count() != 1 {
        return Err(format!("index.html must have this exactly once: {place}"));
    }
    Ok(html.replacen(place, with, 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<meta http-equiv=\"Content-Security-Policy\" content=\"{policy}\"><style>p{}</style>\
        <script type=\"application/json\" id=\"assets\">{assets}</script>";

    fn some() -> Assets {
        Assets { version: "v".into(), style: "</script><p>".into(), ..Assets::default() }
    }

    #[test]
    fn what_is_written_into_the_page_is_read_back_whatever_it_holds() {
        let html = filled(PAGE, &some(), true).unwrap();
        assert_eq!(assets_in(&html).unwrap(), some());
        assert_eq!(policy_in(&html).unwrap(), policy::in_page("p{}", ""));
    }

    #[test]
    fn a_page_for_development_has_no_policy() {
        let html = filled(PAGE, &some(), false).unwrap();
        assert_eq!(policy_in(&html), None);
        assert!(!html.contains("Content-Security-Policy"));
    }

    #[test]
    fn a_page_with_two_inline_styles_is_refused() {
        let two = PAGE.replace("<style>", "<style>q{}</style><style>");
        assert!(filled(&two, &some(), true).unwrap_err().contains("exactly one <style>"));
    }

    #[test]
    fn a_script_inside_the_page_keeps_its_words_and_the_policy_knows_it() {
        let page = format!("{PAGE}<script src=\"./boot.js\" data-js=\"x\"></script><p>");
        let html = filled(&with_code(&page, "boot.js", "let a = 1 > 0;\n").unwrap(), &some(), true).unwrap();
        assert!(html.contains("<script data-js=\"x\">let a = 1 > 0;</script><p>"), "{html}");
        assert_eq!(inline_script(&html), "let a = 1 > 0;");
        assert_eq!(policy_in(&html).unwrap(), policy::in_page("p{}", "let a = 1 > 0;"));
    }

    #[test]
    fn a_script_that_would_end_its_element_is_refused() {
        let page = "<script src=\"./boot.js\"></script>";
        assert!(with_code(page, "boot.js", "'</script>'").is_err());
        assert!(with_code(page, "other.js", "let a;").is_err());
    }

    #[test]
    fn a_file_that_the_page_does_not_name_is_an_error() {
        assert!(with_name(PAGE, "boot.js", "boot.1.js").is_err());
        let page = "<script src=\"./boot.js\">";
        assert_eq!(with_name(page, "boot.js", "boot.1.js").unwrap(), "<script src=\"./boot.1.js\">");
    }
}
