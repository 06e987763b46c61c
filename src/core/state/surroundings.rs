//! What a widget finds around it: the reader's date, the room and the letters that it has, the page it stands in.

use crate::advances::Advances;
use crate::embed::Origin;
use crate::locale::Locale;
use crate::query::View;
use crate::time::Day;
use std::rc::Rc;

/// From this width on the details stand beside the views, in CSS pixels, as in `app.css` and `details.css`: what the
/// standalone page has in a window of 1440. The matrix stays a table beside them, in any font.
const WIDE: u32 = 1330;
/// So many columns of the matrix are taken to have no room until it is seen.
const MANY: usize = 12;
/// The width of a static view, whose drawing is laid out for a wide page and scaled to what there is.
const STILL: u32 = 1150;

/// What is around a widget.
#[derive(Clone, Debug, PartialEq)]
pub struct Surroundings {
    /// The reader's civil date.
    pub today: Day,
    /// The width of the views in CSS pixels.
    pub width: u32,
    /// That of all of the widget.
    pub room: u32,
    /// Whether all columns of the matrix have room in that, once it has been seen.
    pub fits: Option<bool>,
    /// How wide letters are in the reader's font.
    pub advances: Rc<Advances>,
    /// What the page asks for where the query says nothing.
    pub page: Page,
    /// Where the script came from.
    pub origin: Origin,
    /// Whether the address of the page says what is shown, so that there is a link to it.
    pub linked: bool,
    /// Whether this is the static view, in which nothing can be done: it says on which day the data were checked, and
    /// what else the details would say.
    pub still: bool,
}

/// What the host page asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Page {
    /// The language.
    pub lang: Locale,
    /// The views.
    pub view: View,
    /// The level of the widget's heading, 1 to 6.
    pub heading: u8,
}

/// Something that has become another around a widget.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// The reader's date.
    Today(Day),
    /// The width of the views, and that of the widget.
    Width(u32, u32),
    /// Whether all columns of the matrix have room.
    Fits(bool),
    /// The widths of letters.
    Advances(Rc<Advances>),
    /// What the page asks for.
    Page(Page),
    /// Where the script came from.
    Origin(Origin),
    /// Whether the address of the page says what is shown.
    Linked(bool),
}

impl Surroundings {
    /// What is around a new widget, until its room is measured.
    pub fn new(today: Day, page: Page) -> Surroundings {
        Surroundings {
            today,
            width: 960,
            room: 960,
            fits: None,
            advances: Rc::default(),
            page,
            origin: Origin::default(),
            linked: false,
            still: false,
        }
    }

    /// The same around a static view.
    pub fn still(self) -> Surroundings {
        Surroundings { still: true, width: STILL, ..self }
    }

    /// Takes in what has become another.
    pub fn hear(&mut self, news: News) {
        match news {
            News::Today(today) => self.today = today,
            News::Width(width, room) => (self.width, self.room) = (width.clamp(240, 4000), room),
            News::Fits(fits) => self.fits = Some(fits),
            News::Advances(advances) => self.advances = advances,
            News::Page(page) => self.page = page,
            News::Origin(origin) => self.origin = origin,
            News::Linked(linked) => self.linked = linked,
        }
    }

    /// Whether so many columns of the matrix have room: as was seen, and until then if they are few.
    pub fn has_room_for(&self, columns: usize) -> bool {
        self.fits.unwrap_or(columns < MANY)
    }

    /// Whether the details stand beside the views.
    pub fn is_wide(&self) -> bool {
        self.room >= WIDE
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn around() -> Surroundings {
        Surroundings::new(Day::MIN, Page { lang: Locale::ENGLISH, view: View::Both, heading: 2 })
    }

    #[test]
    fn each_piece_of_news_changes_what_it_is_about() {
        let page = Page { lang: Locale::ENGLISH, view: View::Matrix, heading: 4 };
        let origin = Origin { script: "a.js".into(), integrity: String::new() };
        let mut heard = around();
        for news in [
            News::Fits(false),
            News::Today(Day::MAX),
            News::Width(700, 800),
            News::Page(page),
            News::Origin(origin.clone()),
        ] {
            heard.hear(news);
        }
        assert_eq!(
            heard,
            Surroundings { fits: Some(false), today: Day::MAX, width: 700, room: 800, page, origin, ..around() }
        );
    }

    #[test]
    fn no_width_is_too_small_or_too_large_for_a_drawing() {
        for (told, expected) in [(0, 240), (360, 360), (100_000, 4000)] {
            let mut heard = around();
            heard.hear(News::Width(told, told));
            assert_eq!((heard.width, heard.room), (expected, told));
        }
    }

    #[test]
    fn the_details_stand_beside_the_views_where_all_of_the_widget_has_room() {
        for (room, expected) in [(1329, false), (1330, true)] {
            let mut heard = around();
            heard.hear(News::Width(600, room));
            assert_eq!(heard.is_wide(), expected, "{room}");
        }
    }
}
