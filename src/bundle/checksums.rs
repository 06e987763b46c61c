//! `checksums.txt`: what an editor puts into `integrity`, and anybody compares a download with.

use super::{Result, files, read};
use base64::Engine;
use sha2::{Digest, Sha384};
use std::path::Path;

/// The file of the checksums.
pub const FILE: &str = "checksums.txt";

/// A line `sha384-…  path` for each file in the folder but the list itself.
pub fn list(folder: &Path) -> Result<String> {
    let mut lines = String::new();
    for path in files(folder)? {
        let name = path.strip_prefix(folder).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if name != FILE {
            lines += &format!("{}  {name}\n", integrity(&read(&path)?));
        }
    }
    Ok(lines)
}

/// The value of the attribute `integrity`.
pub fn integrity(bytes: &[u8]) -> String {
    format!("sha384-{}", base64::prelude::BASE64_STANDARD.encode(Sha384::digest(bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn integrity_is_what_browsers_expect() {
        // The example of the recommendation "Subresource Integrity".
        assert_eq!(
            integrity(b"alert('Hello, world.');"),
            "sha384-H8BRh8j48O9oYatfu5AZzq6A9RINhZO5H16dQZngK7T62em8MUt1FLm52t+eX6xO"
        );
    }
}
