//! What the standalone page looks like in 24 states: view, width, theme, language. The pictures in `tests/golden/looks` are
//! small, to be looked at side by side; `cargo xtask pictures` takes them anew.
//!
//! Another version of a browser draws letters otherwise, so what is compared is what the eye would see from afar: the
//! height of the page, and the mean colour of each patch.

use crate::driver::{Options, Result};
use crate::page::Page;
use crate::pictures::{fit, root};
use serde_json::json;
use std::path::{Path, PathBuf};

const SCALE: f64 = 0.28;

/// Each picture may weigh this much.
const BYTES: u64 = 75_000;

/// How far the means of two patches may differ, of 255.
const SAME: u32 = 24;

fn folder() -> PathBuf {
    root().join("tests/golden/looks")
}

/// Takes the pictures into a folder, and gives their names.
async fn take(page: &Page, to: &Path) -> Result<Vec<String>> {
    std::fs::create_dir_all(to)?;
    page.goto("/index.html").await?;
    let mut names = Vec::new();
    for theme in ["light", "dark"] {
        page.browser.emulate_media(&[("prefers-color-scheme", theme)]).await?;
        for lang in ["en", "ru"] {
            for view in ["both", "matrix", "timeline"] {
                page.ask(&format!("as-of=2019-10-15&view={view}&lang={lang}")).await?;
                for width in [360, 1280] {
                    let height = fit(page, width).await?;
                    page.browser.set_viewport(width, height, SCALE).await?;
                    page.until(&format!("innerHeight == {height}")).await?;
                    let name = format!("{view}-{width}-{theme}-{lang}.png");
                    page.browser.screenshot(&to.join(&name)).await?;
                    names.push(name);
                }
            }
        }
    }
    Ok(names)
}

async fn page() -> Result<Page> {
    let args = vec!["--hide-scrollbars".into()];
    Page::with(Options { window: (1280, 900), lang: Some("en".into()), args, ..Options::default() }).await
}

#[tokio::test]
#[ignore = "makes pictures: cargo xtask pictures"]
async fn pictures_of_all_looks() -> Result<()> {
    let page = page().await?;
    for name in take(&page, &folder()).await? {
        let bytes = std::fs::metadata(folder().join(&name))?.len();
        assert!(bytes < BYTES, "{name} has {bytes} bytes, more than {BYTES}");
    }
    page.end().await
}

#[tokio::test]
async fn the_page_looks_as_it_did_in_24_states() -> Result<()> {
    let page = page().await?;
    let taken = Path::new(env!("CARGO_TARGET_TMPDIR")).join("looks");
    let names = take(&page, &taken).await?;
    assert_eq!(names.len(), 24);
    let kept = std::fs::read_dir(folder())?.count();
    assert_eq!(kept, 24, "each picture that is kept belongs to a state");
    page.server.folder("/taken/", &taken);
    page.server.folder("/kept/", folder());
    page.server.page("/blank.html", "<!doctype html>");
    page.browser.goto(&page.server.url("/blank.html")).await?;
    let script = "
        const patches = async (folder, name) => {
            const picture = await createImageBitmap(await (await fetch(`/${folder}/${name}`)).blob());
            const width = Math.round(picture.width / 8), height = Math.round(picture.height / 8);
            const context = new OffscreenCanvas(width, height).getContext('2d');
            context.imageSmoothingQuality = 'high';
            context.drawImage(picture, 0, 0, width, height);
            return { height, data: context.getImageData(0, 0, width, height).data };
        };
        const [name, same] = arguments, [one, two] = [await patches('taken', name), await patches('kept', name)];
        let differ = 0;
        for (let i = 0; i < Math.min(one.data.length, two.data.length); i++) if (Math.abs(one.data[i] - two.data[i]) > same) differ++;
        return [Math.abs(one.height - two.height) / two.height, differ / two.data.length];";
    for name in &names {
        let found = page.browser.js_async(script, vec![json!(name), json!(SAME)]).await?;
        let share = |index: usize| found[index].as_f64().unwrap_or(1.0) * 100.0;
        let (height, patches) = (share(0), share(1));
        assert!(
            height < 2.0 && patches < 2.0,
            "{name}: its height is another by {height:.1} %, and {patches:.1} % of its patches; see {}",
            taken.display()
        );
    }
    Ok(())
}
