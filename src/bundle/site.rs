//! What is told of the release at build time: the address at which it will stand, and whether it is one for readers.

use super::Result;

/// Names the address of the folder that is published, as `https://example.org/atlas/`; not set where it is not known.
const VARIABLE: &str = "ATLAS_BASE";

/// The site that a build is for.
#[derive(Clone, Debug, Default)]
pub struct Site {
    /// The address of `dist/`, with a slash at its end; without one, everything that wants an absolute address is left out.
    pub base: Option<String>,
    /// Whether readers may keep it: not while `cargo xtask serve` reloads it on every change.
    pub offline: bool,
}

impl Site {
    /// The one that Trunk and the developer's environment name.
    pub fn from_environment() -> Result<Site> {
        let base = std::env::var(VARIABLE).ok().filter(|text| !text.is_empty());
        let base = base.map(|text| base_of(&text).map_err(|why| format!("{VARIABLE}: {why}"))).transpose()?;
        Ok(Site { base, offline: std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "release") })
    }
}

/// An absolute address of a folder.
fn base_of(text: &str) -> Result<String> {
    let expected = || format!("`{text}`; expected the address of a folder, as in https://example.org/atlas/");
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://")).ok_or_else(expected)?;
    let host = rest.split('/').next().unwrap_or_default();
    // What would have to be written otherwise in an address, or be escaped where the address is written down.
    let odd = |letter: char| !letter.is_ascii_graphic() || "\"'<>\\^`{|}?#&".contains(letter);
    if host.is_empty() || host.starts_with(':') || host.contains('@') || text.contains(odd) {
        return Err(expected());
    }
    Ok(if text.ends_with('/') { text.into() } else { format!("{text}/") })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_base_gets_its_slash() {
        assert_eq!(base_of("https://example.org/atlas").unwrap(), "https://example.org/atlas/");
        assert_eq!(base_of("http://localhost:8080/").unwrap(), "http://localhost:8080/");
    }

    #[test]
    fn what_is_no_address_of_a_folder_is_refused_by_name() {
        for bad in
            ["", "atlas/", "/atlas/", "ftp://example.org/", "https://", "https:///a", "https://:80/", "https://a b/"]
        {
            let why = base_of(bad).unwrap_err();
            assert!(why.contains("expected the address of a folder") && why.contains(bad), "{why}");
        }
        for bad in ["https://a.org/?q", "https://a.org/#x", "https://a.org/\"", "https://me@a.org/", "https://ы.рф/"]
        {
            assert!(base_of(bad).is_err(), "{bad}");
        }
    }
}
