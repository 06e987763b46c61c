//! The layout as SVG. Geometry in attributes only: `style` attributes are refused by strict policies.

use super::density::{HEIGHT, Strip};
use super::layout::{Lane, Layout, Mark, SectorStrip, Segment, SegmentKind};
use super::view::flag;
use crate::linking::Lit;
use crate::model::{Column, InstrumentId};
use crate::query::Target;
use crate::state::Shown;
use crate::time::known::Known;
use crate::time::{Bound, Interval};
use crate::view::{hue, known_class, px, state_class};
use core::cmp::Ordering;
use yew::prelude::*;

/// The width of a letter of the flag.
const FLAG_LETTER: i32 = 7;

/// Draws the layout.
pub fn drawing(shown: &Shown, layout: &Layout, lit: &Lit) -> Html {
    let view_box = format!("0 0 {} {}", layout.width, layout.height);
    html! {
        <svg class="drawing" viewBox={view_box} aria-hidden="true">
            { axis(shown, layout) }
            { for layout.headings.iter().map(|heading| html! {
                <text key={heading.partnership.0} class={classes!("heading", hue(heading.partnership))} x="0" y={px(heading.y)}>
                    { shown.text(&shown.catalogue.data.partnership(heading.partnership).name).to_owned() }
                </text>
            }) }
            { for layout.lanes.iter().map(|lane| draw_lane(shown, layout, lit, lane)) }
            { for layout.strips.iter().map(|strip| sector_strip(shown, layout, strip)) }
            <path class="rule" d={format!("M0 {}H{}", layout.marks_y - 6, layout.width)} />
            { for layout.marks.iter().map(|mark| draw_mark(shown, lit, mark)) }
            { playhead(shown, layout) }
        </svg>
    }
}

fn axis(shown: &Shown, layout: &Layout) -> Html {
    let ticks = layout.ticks.iter().map(|(x, tick)| {
        let label = match tick.month {
            Some(month) => shown.locale.month_short(month).to_owned(),
            None => tick.year.to_string(),
        };
        html! {
            <g key={tick.day.number()} class={classes!("tick", tick.month.map(|_| "minor"))}>
                <path d={format!("M{x} 22V{}", layout.height - 4)} />
                <text x={px(x + 4)} y="30">{ label }</text>
            </g>
        }
    });
    html! { <g class="axis">{ for ticks }</g> }
}

fn draw_lane(shown: &Shown, layout: &Layout, lit: &Lit, lane: &Lane) -> Html {
    let data = &shown.catalogue.data;
    let column = data.column_id(Column::Instrument(lane.instrument));
    let lit = column.is_some_and(|column| lit.column_lit(column)).then_some("lit");
    let name = shown.text(&data.instrument(lane.instrument).short).to_owned();
    let (text_y, anchor) = if layout.narrow { (lane.y + 14, "start") } else { (lane.bar_y + 4, "start") };
    html! {
        <g key={lane.instrument.0} class={classes!("lane", hue(lane.partnership), state_class(lane.state), lit)} data-select={target(shown, lane.instrument)}>
            <rect class="hit" x="0" y={px(lane.y)} width={px(layout.width)} height={px(lane.height)} />
            <text class="label" x="0" y={px(text_y)} text-anchor={anchor}>{ name }</text>
            { for lane.segments.iter().enumerate().map(|(index, part)| segment(shown, layout, lane, part, index)) }
            if let Some((x, end)) = lane.adopted {
                <rect class="adopted" x={px(x)} y={px(lane.bar_y - 8)} width={px((end - x).max(2))} height="16" />
            }
            if let Some(strip) = &lane.strip { { draw_strip(strip, lane.bar_y + 9) } }
        </g>
    }
}

fn target(shown: &Shown, instrument: InstrumentId) -> AttrValue {
    shown.target(Target::Instrument(instrument))
}

fn segment(shown: &Shown, layout: &Layout, lane: &Lane, part: &Segment, index: usize) -> Html {
    let (y, width) = (lane.bar_y, (part.end - part.x).max(2));
    let class = classes!("segment", known_class(part.known), part.ended.then_some("over"));
    let text = part
        .term
        .filter(|_| part.kind == SegmentKind::First || part.known != Known::Yes)
        .map(|term| shown.locale.term(&term));
    let text = if part.kind == SegmentKind::Extension {
        part.term.map(|term| shown.locale.term(&Interval { start: Bound::Open, ..term }))
    } else {
        text
    };
    match part.kind {
        SegmentKind::Open { begins } => {
            // The line fades: towards an end that is not stated, and from a beginning that is not.
            let fade = (width / 4).min(90);
            let (from, to) = (part.x + if begins { 0 } else { fade }, part.end - fade);
            let step = fade / 3;
            html! {
                <g key={index} class={classes!(class, "dotted")}>
                    <path d={format!("M{from} {y}H{}", to.max(from))} />
                    { for (0..3).map(|n| html! { <path class={fading(n)} d={format!("M{} {y}h{step}", to + n * step)} /> }) }
                    if !begins { { for (0..3).map(|n| html! { <path class={fading(n)} d={format!("M{} {y}h{step}", from - (n + 1) * step)} /> }) } }
                </g>
            }
        }
        SegmentKind::First | SegmentKind::Extension => {
            let gap = if part.kind == SegmentKind::Extension { 2 } else { 0 };
            let fits = text.as_ref().is_some_and(|text| (text.chars().count() as i32) * 7 + 12 < width);
            let visible = part.x.max(layout.scale.left) + 8;
            html! {
                <g key={index} class={classes!(class, if gap > 0 { "extension" } else { "first" })}>
                    <rect x={px(part.x + gap)} y={px(y - 7)} width={px(width - gap)} height="14" rx="2" />
                    if let (true, Some(text)) = (fits, text) { <text class="term" x={px(visible)} y={px(y + 4)}>{ text }</text> }
                </g>
            }
        }
    }
}

fn fading(step: i32) -> &'static str {
    ["fade-1", "fade-2", "fade-3"][step.clamp(0, 2) as usize]
}

fn draw_strip(strip: &Strip, y: i32) -> Html {
    html! { <path class={classes!("strip", strip.peak.map(|_| "dense"))} transform={format!("translate(0 {y})")} d={strip.path.clone()} /> }
}

fn sector_strip(shown: &Shown, layout: &Layout, strip: &SectorStrip) -> Html {
    let name = shown.text(&shown.catalogue.data.sector(strip.sector).name).to_owned();
    let (text_y, strip_y) = if layout.narrow { (strip.y + 14, strip.y + 20) } else { (strip.y + 17, strip.y + 5) };
    html! {
        <g key={strip.sector.0} class="lane sector" data-select={shown.target(Target::Sector(strip.sector))}>
            <rect class="hit" x="0" y={px(strip.y)} width={px(layout.width)} height={px(HEIGHT + 10)} />
            <text class="label" x="0" y={px(text_y)}>{ name }</text>
            { draw_strip(&strip.strip, strip_y) }
        </g>
    }
}

fn draw_mark(shown: &Shown, lit: &Lit, mark: &Mark) -> Html {
    let event = shown.catalogue.data.event(mark.event);
    let class =
        classes!("event", hue(event.partnership), known_class(mark.known), lit.event(mark.event).then_some("lit"));
    let (x, y) = (px(mark.x), px(mark.y + 4));
    html! {
        <g key={mark.event.0} {class} data-select={shown.target(Target::Event(mark.event))}>
            if mark.point {
                <circle cx={x} cy={px(mark.y)} r="5" />
            } else {
                <rect x={x} y={px(mark.y - 4)} width={px((mark.end - mark.x).max(6))} height="8" rx="4" />
            }
            if let Some((x, ends)) = mark.label {
                <text x={px(x)} y={y} text-anchor={if ends { "end" } else { "start" }}>{ shown.text(&event.name).to_owned() }</text>
            }
        </g>
    }
}

/// The day: a line with a flag, or a flag at the edge that points to it.
fn playhead(shown: &Shown, layout: &Layout) -> Html {
    let text = flag(shown);
    let width = text.chars().count() as i32 * FLAG_LETTER + 16;
    let x = layout.playhead.unwrap_or(if layout.beyond == Ordering::Less { layout.scale.left } else { layout.width });
    let left = (x - width / 2).clamp(0, (layout.width - width).max(0));
    html! {
        <g class="playhead">
            if layout.playhead.is_some() { <path d={format!("M{x} 18V{}", layout.height - 2)} /> }
            <rect x={px(left)} y="0" width={px(width)} height="18" rx="2" />
            <text x={px(left + width / 2)} y="13" text-anchor="middle">{ text }</text>
        </g>
    }
}
