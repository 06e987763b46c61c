//! Pictures of the whole timeline and of the whole matrix.

use crate::asking::shipped_shown;
use atlas::export::{Of, Picture, picture};

#[test]
fn scratch() {
    let out = std::path::Path::new("/tmp/pictures");
    std::fs::create_dir_all(out).unwrap();
    for (name, query) in [
        ("2019", "as-of=2019-10-15"),
        ("today", ""),
        ("compare", "as-of=2020-09-01&compare=2018-06-01"),
        ("gaps", "gaps=1&as-of=2019-10-15"),
        ("filter", "sector=energy&as-of=2019-09-10&inferred=1"),
    ] {
        for lang in ["en", "ru"] {
            for of in [Of::Timeline, Of::Matrix] {
                for dark in [false, true] {
                    for size in [None, Some((1200, 630)), Some((1920, 1080))] {
                        let shown = shipped_shown(&format!("{query}&lang={lang}"));
                        let svg = picture(&shown, Picture { of, dark, size });
                        let size = size.map_or(String::new(), |(w, h)| format!("-{w}x{h}"));
                        let file = format!("{of:?}-{name}-{lang}{}{size}.svg", if dark { "-dark" } else { "" });
                        std::fs::write(out.join(file), svg).unwrap();
                    }
                }
            }
        }
    }
}
