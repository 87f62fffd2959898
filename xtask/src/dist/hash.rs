//! SHA-256 in the three forms that a release needs: whole in hex, whole in base64, and short in a name.

use std::fmt::Write as _;

use base64::Engine as _;
use sha2::Digest as _;

/// How many hex digits stand in a file's name.
const SHORT: usize = 16;

/// The whole hash in hex, as the service worker compares it.
pub fn hex(bytes: &[u8]) -> String {
    sha2::Sha256::digest(bytes).iter().fold(String::new(), |mut word, byte| {
        let _ = write!(word, "{byte:02x}");
        word
    })
}

/// The whole hash in base64, as a content security policy names it.
pub fn base64(bytes: &[u8]) -> String {
    base64::engine::general_purpose::STANDARD.encode(sha2::Sha256::digest(bytes))
}

/// The first digits of the hash.
pub fn short(bytes: &[u8]) -> String {
    hex(bytes).chars().take(SHORT).collect()
}

/// `boot.js` → `boot.<hash>.js`.
pub fn in_name(name: &str, bytes: &[u8]) -> String {
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    format!("{stem}.{}.{ending}", short(bytes))
}

/// Whether a file's name carries a hash of what is in it, so that it may be kept for ever: a part of the
/// name, between dots or hyphens, of at least eight hex digits with a digit among them.
pub fn is_in_name(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    let Some((stem, _)) = file.rsplit_once('.') else { return false };
    stem.split(['.', '-']).skip(1).any(|part| {
        part.len() >= 8
            && part.chars().all(|c| c.is_ascii_digit() || ('a'..='f').contains(&c))
            && part.chars().any(|c| c.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_of_nothing_is_the_known_one() {
        assert_eq!(hex(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
        assert_eq!(base64(b""), "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=");
    }

    #[test]
    fn a_name_carries_its_hash_before_its_ending() {
        assert_eq!(in_name("words-nb.json", b""), "words-nb.e3b0c44298fc1c14.json");
    }

    #[test]
    fn only_names_with_a_hash_may_be_kept_for_ever() {
        for kept in ["boot.e3b0c44298fc1c14.js", "fonts/inter-3f2a91bc.woff2", "core-nb.3f2a91bc00.json"] {
            assert!(is_in_name(kept), "{kept}");
        }
        for asked in ["index.html", "sw.js", "icons.svg", "icons/icon-192.png", "deadbeef.js", "a-facade.js"]
        {
            assert!(!is_in_name(asked), "{asked}");
        }
    }
}
