//! The includes for generators of static sites, in sites that Hugo and Jekyll build.

use crate::driver::Result;
use scraper::{Html, Selector};
use std::fs;
use std::path::Path;
use std::process::Command;

/// Writes the files of a site.
fn write(folder: &Path, files: &[(&str, &str)]) -> Result<()> {
    for (path, text) in files {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().ok_or("a path without folder")?)?;
        fs::write(path, text)?;
    }
    Ok(())
}

/// Builds a site, and has the two atlases of its page.
fn builds(program: &mut Command, page: &Path) -> Result<()> {
    let output = program.output().map_err(|error| format!("{:?} does not start: {error}", program.get_program()))?;
    assert!(
        output.status.success(),
        "{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    let html = Html::parse_document(&fs::read_to_string(page)?);
    let found = |selector: &str| Selector::parse(selector).map(|selector| html.select(&selector).collect::<Vec<_>>());
    let scripts = found("script").map_err(|error| error.to_string())?;
    assert!(!scripts.is_empty());
    for script in scripts {
        assert_eq!(script.value().attr("src"), Some("/site/cooperation-atlas/cooperation-atlas.js"));
        assert!(script.value().attr("defer").is_some());
    }
    let atlases = found("cooperation-atlas").map_err(|error| error.to_string())?;
    let attributes = |at: usize| -> Vec<(&str, &str)> { atlases[at].value().attrs().collect() };
    assert_eq!(
        attributes(0),
        [("lang", "en"), ("query", "as-of=2019-10-15&q=\"a\" <b>"), ("theme", "light"), ("view", "matrix")]
    );
    assert_eq!(attributes(1), []);
    let link = atlases[1].child_elements().next().ok_or("nothing inside")?;
    assert_eq!(link.value().attr("href"), Some("/site/cooperation-atlas/fallback.html"));
    Ok(())
}

#[test]
fn hugo_builds_a_site_with_the_shortcode() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = "---\ntitle: A page\n---\n\n{{< cooperation-atlas lang=\"en\" view=\"matrix\" theme=\"light\" query=`as-of=2019-10-15&q=\"a\" <b>` >}}\n\nText.\n\n{{< cooperation-atlas >}}\n";
    write(
        folder.path(),
        &[
            ("config.toml", "baseURL = \"https://example.org/site/\"\n"),
            ("layouts/_default/single.html", "<!doctype html><title>{{ .Title }}</title>{{ .Content }}"),
            ("layouts/shortcodes/cooperation-atlas.html", include_str!("../../src/bundle/cms/hugo.html")),
            ("content/page.md", page),
        ],
    )?;
    builds(Command::new("hugo").arg("--source").arg(folder.path()), &folder.path().join("public/page/index.html"))
}

#[test]
fn jekyll_builds_a_site_with_the_include() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let page = "---\ntitle: A page\n---\n{% include cooperation-atlas.html lang=\"en\" view=\"matrix\" theme=\"light\" query='as-of=2019-10-15&q=\"a\" <b>' %}\n\nText.\n\n{% include cooperation-atlas.html %}\n";
    write(
        folder.path(),
        &[
            ("_config.yml", "baseurl: /site\n"),
            ("_includes/cooperation-atlas.html", include_str!("../../src/bundle/cms/jekyll.html")),
            ("page.html", page),
        ],
    )?;
    let mut jekyll = Command::new("jekyll");
    jekyll.args(["build", "--quiet", "--disable-disk-cache", "--source"]).arg(folder.path());
    builds(jekyll.arg("--destination").arg(folder.path().join("_site")), &folder.path().join("_site/page.html"))
}
