//! The timeline as a list: its content for everybody, drawing or not. By date: instruments with state and term, then all events
//! in order of time; or by instrument, each with its own events.

use crate::controls::{button, folder, linked, more, selector};
use crate::details::details_at;
use crate::el::{El, all, el, heading};
use crate::memo::memo;
use crate::view::{Props, between_class, hue, known_class};
use atlas_core::edition::Edition;
use atlas_core::linking::Lit;
use atlas_core::locale::{Arg, Msg, msg};
use atlas_core::model::{Column, EventId, InstrumentId, PartnershipId};
use atlas_core::place::Place;
use atlas_core::query::{Target, View};
use atlas_core::shown::Shown;
use atlas_core::state::{Action, Fold, Listing};
use atlas_core::time::known::Known;
use atlas_core::time::{Day, Edtf, Relation};
use atlas_core::timeline::told;
use atlas_core::words::Words;
use std::cell::Cell;
use yew::prelude::*;

/// The list, as it is arranged.
pub fn list(props: &Props) -> Html {
    let teller =
        Teller { props, lit: Lit::of(&props.shown.catalogue, props.shown.state.lit()), has_details: Cell::new(false) };
    let root = el("div").class("events");
    match props.shown.state.interface.listing {
        Listing::Dates => teller.by_date(root),
        Listing::Instruments => teller.by_instrument(root),
    }
    .html()
}

struct Teller<'a> {
    props: &'a Props,
    lit: Lit,
    /// Whether the details of an event stand in the list already.
    has_details: Cell<bool>,
}

impl Teller<'_> {
    fn shown(&self) -> &Shown {
        &self.props.shown
    }

    fn heading(&self, below: u8, words: Words) -> El {
        heading(self.shown().state.heading() + 2 + below).text(words)
    }

    /// The first heading of the list, with the choice between the arrangements beside it. In either arrangement one list of
    /// nodes follows it, so that its button stays what it is, and keeps the focus.
    fn head(&self, words: Words) -> El {
        let choice = (!self.shown().is_still).then(|| arrangement(self.props));
        el("div").class("list-head").el(self.heading(0, words)).opt(choice)
    }

    /// Dated events in order, then those without a date. What the filters leave out stays in the list and is hidden. Where
    /// no matrix tells the states of instruments in its heads, they come first; in a static view they stand there for phones,
    /// which have no drawing of it.
    fn by_date(&self, root: El) -> El {
        let shown = self.shown();
        let (dated, undated) = told::ordered(shown);
        let left = |of: &[EventId]| of.iter().any(|id| shown.selection.event(*id).is_some());
        let title = self.heading(0, shown.locale.text(msg::TIMELINE_UNDATED)).class("tray-title");
        let years = told::years(shown, &dated);
        let tray = el("div").class("tray").hidden_if(!left(&undated)).el(title);
        let tray = match &years {
            Some(_) => {
                let left: Vec<EventId> =
                    undated.into_iter().filter(|id| shown.selection.event(*id).is_some()).collect();
                tray.el(self.lines(&left[..left.len().min(self.most())], false)).opt(self.more(left.len()))
            }
            None => tray.el(self.lines(&undated, false)),
        };
        let is_told = shown.is_still || shown.state.view() == View::Timeline;
        let groups = if is_told { told::instruments(shown) } else { Vec::new() };
        let has_states = !groups.is_empty();
        let group = |(partnership, ids): (PartnershipId, Vec<InstrumentId>)| {
            let lines = ids.iter().take(self.most()).map(|id| self.standing(id)).collect();
            self.group(partnership).el(el("ul").attr("role", "list").list(lines)).opt(self.more(ids.len())).html()
        };
        let standings = el("div").class("standings").list(groups.into_iter().map(group).collect());
        let events = shown.locale.text(msg::LIST_EVENTS);
        let (head, next) = match has_states {
            true => (self.head(told::heading(shown)), Some(self.heading(0, events).class("list-title"))),
            false => (self.head(events), None),
        };
        let none = shown.selection.events.is_empty();
        let none = none.then(|| el("p").class("quiet").text(shown.locale.text(msg::EMPTY_EVENTS)));
        let dated = match years {
            Some(years) => el("div").class("years").list(self.years(years)),
            None => self.lines(&dated, false).class("dated"),
        };
        let parts = [has_states.then_some(standings), next, none, Some(dated), Some(tray)];
        root.el(head).list(parts.map(|part| part.map_or_else(Html::default, El::html)).into())
    }

    /// Each instrument with its events; an event that concerns several stands with each of them.
    fn by_instrument(&self, root: El) -> El {
        let shown = self.shown();
        let (of, rest) = told::by_instrument(shown);
        let instrument = |id: &InstrumentId| {
            let name = self.name(self.heading(2, Words::default()), *id);
            el("div")
                .key(u32::from(id.0))
                .classes(&[Some("told"), self.lit_class(*id)])
                .el(name)
                .el(self.state(el("p"), "", *id))
                .opt((!of[id.index()].is_empty()).then(|| self.lines(&of[id.index()], true)))
                .html()
        };
        let groups = told::instruments(shown).into_iter().map(|(partnership, ids)| {
            let first = ids.iter().take(self.most()).map(instrument).collect();
            self.group(partnership).list(first).opt(self.more(ids.len())).html()
        });
        let is_of_some = rest.iter().any(|id| !shown.catalogue.data.event(*id).instruments.is_empty());
        let name = if is_of_some { msg::LIST_TIED_TO_NONE_SHOWN } else { msg::LIST_TIED_TO_NONE };
        let rest = (!rest.is_empty()).then(|| {
            el("div")
                .class("of-none")
                .el(self.heading(1, shown.locale.text(name)))
                .el(self.lines(&rest[..rest.len().min(self.most())], true))
                .opt(self.more(rest.len()))
        });
        let none = shown.selection.events.is_empty();
        let none = none.then(|| el("p").class("quiet").text(shown.locale.text(msg::EMPTY_EVENTS)));
        let told = el("div").class("by-instrument").list(groups.collect()).opt(rest);
        root.el(self.head(told::heading(shown))).list(vec![told.html(), none.map_or_else(Html::default, El::html)])
    }

    /// The years, each with its events while it is open: at first the last one up to the day.
    fn years(&self, years: Vec<(Option<i32>, Vec<EventId>)>) -> Vec<Html> {
        let shown = self.shown();
        let (day, place) = (shown.selection.day.ymd().0, shown.details_place());
        let last = years.iter().filter_map(|(year, _)| *year).filter(|year| *year <= day).max();
        let section = |(year, events): (Option<i32>, Vec<EventId>)| {
            let Some(year) = year else { return self.lines(&events, false).class("dated").html() };
            let fold = Fold::Year(year);
            // What has the details in it stays open.
            let is_held = events.iter().any(|id| place == Some(Place::Event(*id)));
            let is_open = shown.is_still || is_held || shown.state.interface.is_open(fold, Some(year) == last);
            let name = Words::from(year.to_string());
            let title = match shown.is_still {
                true => self.heading(1, name),
                false => self.heading(1, Words::default()).el(folder(self.props, fold, is_open, name)),
            };
            let count = shown.locale.format(msg::COUNT_EVENTS, &[Arg::Number("n", events.len() as u32)]);
            let first = &events[..events.len().min(self.most())];
            el("div")
                .key(year as u32)
                .classes(&[Some("year"), is_open.then_some("open")])
                .el(title.el(el("span").class("state").text(Words::from(" ").and(count))))
                .opt(is_open.then(|| self.lines(first, false).class("dated")))
                .opt(is_open.then(|| self.more(events.len())).flatten())
                .html()
        };
        years.into_iter().map(section).collect()
    }

    /// How many lines stand under a heading at most.
    fn most(&self) -> usize {
        if self.shown().is_still { usize::MAX } else { self.shown().state.interface.lines }
    }

    /// What gives more of so many lines under a heading, where there are more.
    fn more(&self, count: usize) -> Option<El> {
        let most = self.most();
        (count > most).then(|| more(self.props, most, count))
    }

    fn group(&self, id: PartnershipId) -> El {
        let name = self.shown().text(&self.shown().catalogue.data.partnership(id).name);
        el("div").key(u32::from(id.0)).classes(&[Some("by-partner"), Some(hue(id))]).el(self.heading(1, name))
    }

    /// The name of an instrument, which opens its details.
    fn name(&self, place: El, id: InstrumentId) -> El {
        let row = self.shown().catalogue.data.instrument(id);
        linked(place, "plain", self.shown(), Target::Instrument(id), self.shown().text(&row.short))
    }

    /// Its state and term, in `words` that begin what is told.
    fn state(&self, place: El, words: &'static str, id: InstrumentId) -> El {
        let shown = self.shown();
        let data = &shown.catalogue.data;
        let places = core::iter::once(&data.instrument(id).evidence).chain(data.terms(id).map(|term| &term.evidence));
        let places = shown.notes(places);
        place.class("state").text(Words::from(words).and(told::standing(shown, id))).set("data-note", places.into())
    }

    /// "Programme of Cooperation: within its stated term, 2019–2020".
    fn standing(&self, id: &InstrumentId) -> Html {
        let line = el("li").key(u32::from(id.0)).classes(&[self.lit_class(*id)]);
        self.name(line, *id).el(self.state(el("span"), ": ", *id)).html()
    }

    fn lit_class(&self, id: InstrumentId) -> Option<&'static str> {
        let column = self.shown().catalogue.data.column_id(Column::Instrument(id))?;
        self.lit.column_lit(column).then_some("lit")
    }

    fn lines(&self, of: &[EventId], says_undated: bool) -> El {
        let mut before = Vec::new();
        let line = |id: &EventId| self.line(*id, says_undated, &mut before);
        el("ol").attr("role", "list").list(of.iter().map(line).collect())
    }

    /// A line, drawn anew only if something in it has changed. `before` holds the lines before it, each with the last day
    /// that any event up to it reaches.
    fn line(&self, id: EventId, says_undated: bool, before: &mut Vec<(EventId, Day)>) -> Html {
        let shown = self.shown();
        let event = shown.catalogue.data.event(id);
        let between = shown.between(id);
        let line = shown.selection.event(id).map(|known| {
            let clash = unordered(shown, id, before);
            let reach = event.date.map_or(Day::MIN, |date| date.interval().reach().1);
            before.push((id, before.last().map_or(reach, |(_, last)| reach.max(*last))));
            LinePicture { edition: shown.edition.clone(), event: id, known, between, clash, says_undated }
        });
        let date = event.date.as_ref();
        let long = date.is_some_and(|date| date.interval().start.date().map(|date| date.first()) != date.last());
        let known = line.as_ref().and_then(|line| known_class(line.known));
        let lit = self.lit.event(id).then_some("lit");
        // An event that stands with several instruments has its details with the first.
        let opens = shown.details_place() == Some(Place::Event(id)) && !self.has_details.replace(true);
        el("li")
            .key(u32::from(id.0))
            .classes(&[Some(hue(event.partnership)), known, lit, long.then_some("long"), between.map(between_class)])
            .hidden_if(line.is_none())
            .child(memo(line, item))
            .child(if opens { details_at(self.props, Place::Event(id)) } else { Html::default() })
            .html()
    }
}

/// By date or by instrument.
fn arrangement(props: &Props) -> El {
    let locale = props.shown.locale;
    let choice = |listing: Listing, name: Msg| {
        let pressed = props.shown.state.interface.listing == listing;
        button(&props.act, Action::List(listing)).flag("aria-pressed", pressed).text(locale.text(name))
    };
    el("div")
        .class("joined")
        .attr("role", "group")
        .attr("aria-label", locale.plain(msg::LIST_ORDER))
        .el(choice(Listing::Dates, msg::LIST_BY_DATE))
        .el(choice(Listing::Instruments, msg::LIST_BY_INSTRUMENT))
}

/// All that a line depends on.
#[derive(PartialEq)]
struct LinePicture {
    edition: Edition,
    event: EventId,
    known: Known,
    /// Whether the event surely lies between the days compared, if it may.
    between: Option<bool>,
    /// The event before it with which its order cannot be known.
    clash: Option<EventId>,
    /// Whether it says that its date is not stated, where no heading does.
    says_undated: bool,
}

fn item(LinePicture { edition, event: id, known, between, clash, says_undated }: &LinePicture) -> Html {
    let data = &edition.catalogue.data;
    let event = data.event(*id);
    let locale = edition.locale;
    let words = match (&event.date, &event.date_by) {
        (None, None) if !*says_undated => Words::default(),
        _ => edition.when(event),
    };
    let note = match known {
        Known::No => Some(locale.text(msg::LATER_THAN_DAY)),
        Known::Undetermined => Some(locale.text(msg::MAY_BE_LATER)),
        Known::Yes => None,
    };
    let when = match &event.date {
        Some(date) => Some(el("time").class("when").maybe("datetime", datetime(date)).text(words)),
        None if words.is_empty() => None,
        None => Some(el("span").class("when").text(words)),
    };
    // Whose meeting it was, where that is not the partnership that it is about: a filter may keep it for that alone.
    let forum = event.forum_of.map(|partnership| {
        let words = edition.text(&event.forum);
        let of = || edition.text(&data.partnership(partnership).name);
        let words = if partnership == event.partnership { words } else { words.and(" (").and(of()).and(")") };
        el("span").class("note forum").text(words)
    });
    let opener = selector("plain", edition, Target::Event(*id))
        .set("data-note", edition.notes(core::iter::once(&event.evidence)).into())
        .opt(when)
        .el(el("span").class("what").text(edition.text(&event.name)));
    let between = between.map(|is_sure| {
        let words = locale.text(if is_sure { msg::COMPARE_BETWEEN } else { msg::COMPARE_MAY_BE_BETWEEN });
        el("span").class("note").text(words)
    });
    let order = clash.map(|other| {
        let name = edition.text(&data.event(other).name);
        el("span").class("note").text(locale.format(msg::ORDER_UNKNOWN_TO, &[Arg::Words("other", &name)]))
    });
    all(vec![
        opener.html(),
        forum.map_or_else(Html::default, El::html),
        note.map_or_else(Html::default, |note| el("span").class("note").text(note).html()),
        between.map_or_else(Html::default, El::html),
        order.map_or_else(Html::default, El::html),
    ])
}

/// HTML knows `datetime` for days, months and years without qualifiers; anything else is left out.
fn datetime(date: &Edtf) -> Option<AttrValue> {
    match date {
        Edtf::Date(date)
            if date.qualifier() == atlas_core::time::Qualifier::None
                && date.precision() > atlas_core::time::Precision::Decade =>
        {
            Some(date.to_string().into())
        }
        _ => None,
    }
}

/// The one among the lines before with which the order cannot be known, if there is one and only one.
fn unordered(shown: &Shown, id: EventId, before: &[(EventId, Day)]) -> Option<EventId> {
    let interval = |id: EventId| shown.catalogue.data.event(id).date.map(|date| date.interval());
    let own = interval(id)?;
    let (begins, _) = own.reach();
    // From the last on, as far as anything reaches: ten thousand days in order are not compared with each other.
    let near = before.iter().rev().take_while(|(_, reached)| *reached >= begins).map(|(other, _)| *other);
    let mut clashes = near.filter(|other| {
        let relation = interval(*other).map(|other| other.relation(&own));
        matches!(relation, Some(Relation::Overlapping | Relation::Undetermined))
    });
    clashes.next().filter(|_| clashes.next().is_none())
}
