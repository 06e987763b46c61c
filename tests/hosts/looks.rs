//! What the widget looks like, as pixels, and how much two looks differ.

use crate::driver::Result;
use crate::site::Site;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// A picture of the window, and where in it the widget is drawn.
pub struct Look {
    name: String,
    place: Value,
}

impl Look {
    /// The widget as it looks now, its upper left part if the window does not show it whole. The name is the picture's.
    pub async fn take(site: &Site, name: &str) -> Result<Look> {
        let place = "(box => ({
            left: box.left, top: box.top, width: box.width, height: Math.min(box.height, innerHeight - box.top),
            scale: devicePixelRatio,
        }))($('.root').getBoundingClientRect())";
        let place = site.page.get(place).await?;
        fs::write(site.files().join(format!("{name}.png")), site.page.browser.client().screenshot().await?)?;
        Ok(Look { name: name.into(), place })
    }

    /// At most one pixel of a thousand is another in the other look. Leaves the page, since its policy may forbid to count.
    pub async fn is_like(&self, other: &Look, site: &Site) -> Result<()> {
        site.visit("/blank.html").await?;
        let pixels = "
            const pixels = async ({ name, place }) => {
                const picture = await createImageBitmap(await (await fetch(`/files/${name}.png`)).blob());
                const [x, y, width, height] = ['left', 'top', 'width', 'height'].map(key => Math.round(place[key] * place.scale));
                const canvas = document.createElement('canvas');
                Object.assign(canvas, { width, height });
                const context = canvas.getContext('2d');
                context.drawImage(picture, -x, -y);
                return context.getImageData(0, 0, width, height);
            };
            const [one, two] = await Promise.all([...arguments].map(pixels));
            const width = Math.max(one.width, two.width), height = Math.max(one.height, two.height);
            let differ = 0;
            for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) {
                const color = ({ data, width, height }) => x < width && y < height ?
                    data.slice((y * width + x) * 4, (y * width + x) * 4 + 4).join() : '';
                if (color(one) != color(two)) differ++;
            }
            return { share: differ / width / height, sizes: [one, two].map(({ width, height }) => `${width} x ${height}`) };";
        let look = |look: &Look| json!({"name": look.name, "place": look.place});
        let found = site.page.browser.js_async(pixels, vec![look(self), look(other)]).await?;
        let share = found["share"].as_f64().ok_or("no pixels to compare")?;
        println!("{} and {}: {:.3} % of pixels differ", self.name, other.name, share * 100.0);
        if share > 0.001 {
            let kept = Path::new(env!("CARGO_TARGET_TMPDIR"));
            for look in [self, other] {
                let name = format!("{}.png", look.name);
                fs::copy(site.files().join(&name), kept.join(&name))?;
            }
            let (share, kept) = (share * 100.0, kept.display());
            panic!(
                "{share:.2} % of pixels differ between {} and {}, {}; see {kept}",
                self.name, other.name, found["sizes"]
            );
        }
        Ok(())
    }
}
