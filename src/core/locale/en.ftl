### English. This file sets which messages there are; the other languages follow it.
###
### For translators:
### - { $name } is filled in by the program. Keep each of them; move them where your language wants them.
### - { $n -> [one] … *[other] … } chooses by a number. Write every form that your language needs, e.g. for Russian
###   [one], [few] and [many]. Put * before the last one.
### - {"\u00A0"} is a space at which a line must not break; before a dash the program sets one by itself.
### - Names of states, kinds and the like begin with a small letter, since they also stand inside sentences.
###   Buttons, headings and full sentences begin with a capital letter. Sentences end with a full stop.
### - The name of the file is the language's tag.

## The language itself

# The name of this language, in this language.
language-name = English
# ltr (left to right) or rtl
language-direction = ltr

## Numbers and lists

# Stands between thousands: 1,234
number-separator = ,
# "a, b": all items but the last are joined so.
list-next = { $list }, { $item }
# "a, b and c": the last item is joined so.
list-last = { $list } and { $item }
# After a long list of which the first items are named.
list-more = { $list } and { $n } more

## Dates: never more precise than the source

# Twelve words, separated by single spaces.
months = January February March April May June July August September October November December
# The same in the form that they have after a day or a preposition: «15 октября», «с сентября».
months-governed = January February March April May June July August September October November December
# The same, very short, for the scale of the timeline.
months-short = Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec
date-day = { $day }{"\u00A0"}{ $month } { $year }
date-month = { $month } { $year }
date-year = { $year }
# $year is the first year of the decade, e.g. 2010.
date-decade = { $year }s
# The same after a preposition.
date-decade-governed = { $year }s
date-about = about { $date }
date-uncertain = { $date }, uncertain
# From a year to a year: 2016–2020
date-years = { $from }–{ $to }
# Months of one year: March–May 2019
date-months = { $from }–{ $to } { $year }
# Days of one month: 5–8 August 2016
date-days = { $from }–{ $to }{"\u00A0"}{ $month } { $year }
# Any other two dates.
date-span = { $from } – { $to }
date-from = from { $date }
date-until = until { $date }
date-by = by { $date }
date-from-end-unknown = from { $date }, end not stated
date-until-start-unknown = until { $date }, start not stated
date-not-stated = date not stated
term-not-stated = term not stated

## States of an instrument, as known on a day

state-in-force = within its stated term
state-in-force-note = Adopted, and the day lies within the term that the source states.
state-open = no stated term
state-open-note = The source does not say until when.
state-ended = stated term ended
state-ended-note = The day lies after the stated term; the source does not say that the instrument lapsed.
state-not-yet-adopted = not yet adopted
state-not-yet-adopted-note = Its adoption is dated later than this day.
state-undetermined = undetermined
state-undetermined-note = What the source says of dates does not allow an answer for this day.
# Why a state is undetermined. $date is a month, a year or a decade.
doubt-adoption = The day of its adoption is not stated, only: { $date }.
doubt-extension = The day of its extension is not stated, only: { $date }.
doubt-bound = A limit of its term is approximate, uncertain or not stated.
doubt-not-begun = Adopted, but the day lies before its stated term.

## Coverage: how an instrument covers a sector, or a partnership where the source names no instrument

coverage-covered = covered
coverage-covered-note = Its title names the sector, or the source says that it covers it.
coverage-named-area = named area
# The same in a cell of the table; the full name must begin with it.
coverage-named-area-short = named area
coverage-named-area-note = The instrument names the sector as an area in which cooperation may develop.
coverage-sectoral = sectoral cooperation
# The same in a cell of the table, where there is room for a word; the full name must begin with it.
coverage-sectoral-short = sectoral
coverage-sectoral-note = The source mentions cooperation without naming an instrument.
coverage-exploring = being explored
coverage-exploring-note = Projects in the sector are being explored; the source gives no date.
coverage-none = not mentioned in the source
# A cell that has something in it, which the filters hide while others of its row are shown.
coverage-left-out = left out by the filters
coverage-none-note = The source says nothing of it. That does not mean that the sector is not covered.
coverage-inferred = inferred
coverage-inferred-note = Follows only from the instrument that this one implements; the source does not say it.
# A cell that follows only because one instrument implements another.
coverage-inferred-from = inferred from { $instrument }, which it implements

## Kinds of instruments

kind-agreement = agreement
kind-memorandum = memorandum of understanding
kind-programme = programme of cooperation
kind-work-programme = work programme
kind-plan-of-action = plan of action
kind-work-plan = work plan

## Kinds of events: different acts, to be kept apart

event-launched = launched
event-proposed = proposed
event-welcomed = welcomed
event-tasked = tasked
event-noted = noted
event-agreed = agreed
event-signed = signed
event-endorsed = endorsed
event-extended = extended

## Relations, before the name of the other record, in both directions

relation-implements = implements
relation-implemented-by = implemented by
relation-extends = extends
relation-extended-by = extended by
# Something is recommended to be done before the other record.
relation-recommended-before = recommended before
relation-recommended-first = recommended first
relation-concerns = concerns
relation-subject-of = subject of

## States of an activity

activity-planned = planned
activity-ongoing = ongoing
activity-completed = completed
activity-postponed = postponed
activity-cancelled = cancelled

## Counts

count-sectors =
    { $n ->
        [one] { $n } sector
       *[other] { $n } sectors
    }
# Entries are the cells of the matrix that the source speaks of.
count-entries =
    { $n ->
        [one] { $n } entry
       *[other] { $n } entries
    }
count-events =
    { $n ->
        [one] { $n } event
       *[other] { $n } events
    }
count-activities =
    { $n ->
        [one] { $n } activity
       *[other] { $n } activities
    }
count-articles =
    { $n ->
        [one] { $n } article
       *[other] { $n } articles
    }

## The views

view = View
view-both = Both
view-matrix = Matrix
view-timeline = Timeline
# Names of regions for screen readers.
region-atlas = Cooperation atlas
region-matrix = Sector matrix
region-timeline = Timeline

## Words for records

sector = Sector
sectors = Sectors
instrument = Instrument
instruments = Instruments
event = Event
events = Events
proposal = Proposal
# The column of a partnership for cooperation that the source names no instrument for.
outside = no instrument named
outside-of = { $partnership }, no instrument named

## Filters

filters = Filters
filter-search = Search
filter-partnership = Partnership
filter-sector = Sector
filter-instrument = Instrument
filter-coverage = Coverage
filter-gaps = Show gaps
filter-gaps-note = Only sectors for which the source names no instrument that is within its stated term or has no stated term.
# Why a sector is a gap, where no instrument names it.
gap-no-instrument = no instrument named
# What the numbers beside the choices count.
filter-unit-entries = Numbers: entries that each choice would leave
filter-unit-activities = Numbers: activities that each choice would leave
filter-remove = Remove filter { $what }
filter-clear = Clear filters

## The finding: what the filters show, in one sentence under the title

# Before the sentence, where filters or a search leave only a part of all.
finding-filtered = As filtered
finding-found = Found for “{ $what }”
# How many sectors of how many; begins most of the sentences below as $sectors.
finding-count =
    { $total ->
        [one] { $n } of { $total } sector
       *[other] { $n } of { $total } sectors
    }
# After each of these, the names of a few sectors follow.
finding-in-instrument =
    { $sectors } { $n ->
        [one] is
       *[other] are
    } named in { $one }
# $one is a partnership.
finding-in-partnership =
    { $sectors } { $n ->
        [one] is
       *[other] are
    } named in instruments of { $one }
# $one and $other are the two partnerships.
finding-in-both =
    { $sectors } { $n ->
        [one] is
       *[other] are
    } named in instruments of both { $one } and { $other }
# $of is how many partnerships there are, three or more.
finding-in-all =
    { $sectors } { $n ->
        [one] is
       *[other] are
    } named in instruments of all { $of } partnerships
finding-in-several =
    { $sectors } { $n ->
        [one] is
       *[other] are
    } named in instruments of two or more of { $of } partnerships
finding-apart =
    { $sectors } { $n ->
        [one] is
       *[other] are
    } named in instruments, none in those of two partnerships
finding-outside =
    { $sectors } { $n ->
        [one] is
       *[other] are
    } mentioned with no instrument named
# What is left follows only because one instrument implements another.
finding-inferred = { $sectors } by inference alone
finding-gaps =
    { $sectors } { $n ->
        [one] is a gap
       *[other] are gaps
    } (named in no instrument within its stated term or without one)
# $one and $other are days.
finding-new =
    { $sectors } { $n ->
        [one] was
       *[other] were
    } newly named in instruments between { $one } and { $other }
finding-new-none = No sector was newly named in instruments between { $one } and { $other }
# The names of the instruments follow; $one is the message finding-quoted.
finding-sector =
    { $n ->
        [one] { $one } is named in { $n } instrument
       *[other] { $one } is named in { $n } instruments
    }
finding-sector-outside = { $one } is mentioned with no instrument named
# A sector as the subject of a sentence.
finding-quoted = { $sector }
# No instrument is known to be adopted that names a sector: $one is finding-quoted or finding-any-sector.
finding-not-yet = On { $other }, no instrument that names { $one } is known to be adopted
finding-any-sector = a sector
finding-silent = The source names no sector in { $one }
# A sentence of its own after the others.
finding-left-out = Not counted: what on { $date } is not yet adopted or undetermined.
finding-new-left-out = Not counted: what may lie outside this period.

## As known on a day

as-known = As known on { $date }
# How many of all instruments are within their stated terms, after "As known on 15 October 2019: ".
as-known-count =
    { $total ->
        [one] { $inforce } of { $total } instrument within its stated term
       *[other] { $inforce } of { $total } instruments within their stated terms
    }
# Parts that follow the sentence, in a list.
as-known-open = { $n }{"\u00A0"}without a stated term
as-known-ended = { $n }{"\u00A0"}past the stated term
as-known-not-yet-adopted = { $n }{"\u00A0"}not yet adopted
as-known-undetermined = { $n }{"\u00A0"}undetermined
as-known-label = As known on
as-known-today = Today
as-known-earlier = Earlier change
as-known-later = Later change
as-known-play = Play
# After the latest dated event of the source.
as-known-horizon = The source’s last dated event is of { $date }
# Where all stated terms are past: "On 25 November 2026 no stated term is running: 3 ended in 2020, 1 in 2025; for 2 none was
# stated."
terms-past-on = On { $date }
terms-past = no stated term is running
# $date is a year, or several.
terms-ended = { $n } ended in { $date }
terms-ended-next = { $n } in { $date }
terms-open = for { $n } none was stated

## A step through time

# Which of all dated changes it is, and what happened: "5 of 10: Memorandum signed".
caption = { $number } of { $total }: { $what }
# Nothing of what happened is among what the filters leave.
caption-none = no change in what the filters leave

## Comparing two days

compare-with = Compare with
compare-label = Second day, to compare with
compare-stop = Stop comparing
# Before what the acts between two days come to, in one line.
compare-sentence = Between { $from } and { $to }
compare-none = no dated changes
summary-adopted =
    { $n ->
        [one] { $n } instrument adopted
       *[other] { $n } instruments adopted
    }
summary-extended =
    { $n ->
        [one] { $n } term extended
       *[other] { $n } terms extended
    }
summary-ended =
    { $n ->
        [one] { $n } stated term ended
       *[other] { $n } stated terms ended
    }
summary-none-ended = no term ended
summary-other =
    { $n ->
        [one] { $n } other event
       *[other] { $n } other events
    }
# Named in an instrument for the first time.
summary-sectors =
    { $n ->
        [one] { $n } sector newly named
       *[other] { $n } sectors newly named
    }
# Acts that may lie outside the two days.
summary-undetermined = { $n } undetermined
compare-term = term { $from }, then { $to }
later-than-day = later than this day
may-be-later = may be later than this day

## The matrix

matrix-caption = Sectors by instrument, as known on { $date }
# A button before the table, which leads past it: for readers who go by the keyboard.
matrix-part = { $number } of { $total } columns are shown
matrix-skip = Skip the matrix
matrix-order = Order of rows and columns
order-authored = As listed
order-coverage = By coverage
# A cell, for screen readers.
cell = { $coverage }: { $sector }, { $instrument }

## The timeline

timeline-window = Part of the period that is shown
timeline-zoom-in = Zoom in
timeline-zoom-out = Zoom out
timeline-whole = Whole period
timeline-pan-earlier = Earlier years
timeline-pan-later = Later years
timeline-undated = Date not stated
timeline-known-since = known since: { $date }
timeline-group-by = Group by
order-unknown-to = before or after “{ $other }”: not known

## Details

details = Details
# The sentences with which details open; $sector is the message finding-quoted.
answer-covered = { $sector } is covered by { $instrument }
answer-named-area = { $sector } is named in { $instrument } as an area
# $what is a state, and the term.
answer-on-day = On { $date }: { $what }
close = Close
show-more = Show more
fact-parties = Parties
fact-terms = Terms
fact-adopted = Adopted
fact-number = Number stated
fact-place = Place
# The meeting at which an event happened; whose it is follows.
fact-forum = Meeting
fact-participants = Participants
fact-relations = Relations
fact-covered-by = Instruments
fact-also-called = Also found under
fact-note = Note
fact-spelling = The source writes “{ $text }”.

## Source and citation

source = Source
# $section is the letters of the section, $about what it is about, in our words: so without quotation marks.
source-section = section { $section } ({ $about })
# Follows the section: the place is its heading.
source-heading = heading
# Follows the section.
# $sentences is a number or a list of numbers, $n says how many.
source-sentences =
    { $n ->
        [one] sentence{"\u00A0"}{ $sentences }
       *[other] sentences{"\u00A0"}{ $sentences }
    }
source-read = Accessed { $date }
# Behind a source that facts are not taken from, which explains what they speak of.
source-background = background, not from the page
data-date = Data checked: { $date }
# In the static view, once the interactive one should have come.
still-note = The interactive atlas has not started. Everything it contains is on this page.
cite = Cite
# A citation of one fact.
# $title is the message below.
citation = { $issuer }: { $title }, { $place }. { $url } Accessed { $date }.
citation-title = “{ $title }”

## Legend and help

legend = Legend

## Language and theme

language = Language

## Empty states and notices

empty-pair = Not mentioned in the source.
empty-search = No sector matches “{ $what }” and the filters.
empty-filters = No sector matches the filters.
empty-events = No event matches the filters.
notice-dropped = Ignored, since the atlas cannot use it: { $what }.
# The dataset, or some words of the interface, have no translation.
notice-untranslated = Some texts are not translated; they are shown in their own language.
notice-synthetic = Made-up data, for tests and demonstrations only.

# Saves a file that holds all of the atlas, in the state in which it is.
save-copy = Save a copy

# The map of the keys.
keys = Keyboard
key-tab = From control to control, and back.
key-enter = Opens the details of what has the focus; in the fields for a day, shows that day.
key-arrows = In the matrix: to the nearest entry in this direction.
key-zoom = In the timeline: zoom in, zoom out, whole period.
key-escape = Closes what is open; in the matrix, moves past it.

# The dialog in which an editor gets what has to be pasted into a page.
embed = Embed
embed-title = Embed this view
embed-way = As
embed-script = Script
embed-script-note = Works under a strict content security policy and takes on the look of the page. Put cooperation-atlas.js on your own site.
embed-frame = Frame
embed-frame-note = For systems that allow frames but no scripts. The README has a script that adapts the height.
embed-html = Plain HTML
embed-html-note = For systems that strip scripts: a table and a list, as they stand today.
theme = Colours
theme-auto = As the page
theme-light = Light
theme-dark = Dark
copy = Copy
copied = Copied

## What changed between two days, and where a search found something

# The instrument's name, then sectors: what its adoption brought in.
compare-covered = { $instrument } covers: { $sectors }
compare-named-area = { $instrument } names as areas: { $sectors }
# Of an act whose date is not known exactly enough.
compare-undetermined = may lie outside this period
# After a long list of acts, of which the first are told.
compare-more = and { $n } more, marked among the events
compare-order-unknown = its place among those above is not known
# Beside an event of the timeline that lies between the two days.
compare-between = between the days compared
compare-may-be-between = may be between the days compared
# In the details: the fields in which the words of a search stand.
found-in = Found in: { $fields }
found-summary = Summary

## Controls: the day, playing, filters, and what a column of the matrix says of itself

# The three fields for a day, and the button that applies them.
day = Day
month = Month
year = Year
day-show = Show this day
# What somebody typed as a day.
day-impossible = There is no such day: { $date }. Years run from 1 to 9999.
# What a narrow screen has no room for.
more = More
as-known-pause = Pause
pace = Pace
pace-slow = Slow
pace-quick = Quick
pace-by-hand = By hand
# A filter: the state of an instrument's term.
filter-term = Term
# What takes back the filter "Show gaps".
gaps = gaps only
# In the head of a column.
names-no-sectors = names no sectors
# A button behind that, short; and its full name, which begins with the same words: $name is an instrument that this one
# implements.
show-inferred = show inferred
show-inferred-from = show inferred from { $name }

## The drawing of the timeline: the key to its signs, and what is said in it

# The key, above the drawing: short, one line together.
sign-stated = stated term
# An outline instead of a filled shape: a term or an event that is known only from a later day on.
sign-later = known only later
sign-day = event of a day
sign-period = event known by month or year
sign-adopted = adoption
# Of the days after the latest dated event.
source-silent = source silent
# In the lane of an instrument, instead of a line.
lane-nothing-stated = adoption and term not stated
# What became of an instrument between the two days compared; beside its name or its term.
turn-new = new
turn-may-be-new = may be new
turn-extended = extended
turn-ended = term ended

## The list of the timeline

list-order = Order of the list
list-by-date = By date
list-by-instrument = By instrument
list-events = Events in order of time
list-instruments = Instruments as known on { $date }
# The events that concern no instrument; or none of those that the filters leave.
list-tied-to-none = Tied to no instrument
list-tied-to-none-shown = Tied to none of these instruments
# After the state of an instrument.
adoption-not-stated = adoption not stated

## Taking it away

# An end of a term in a calendar.
export-term-ends = { $instrument }: last day of the stated term
# How many entries a calendar, which knows days alone, has no place for.
export-left-out = Left out of the calendar, since the day is not known: { $n }

# The dialog in which readers save and copy what is shown.
take = Take away
# As a file, not by the clipboard.
take-file = File
take-cells = Cells
take-activities = Activities
take-data = Data
# What pictures are drawn on.
take-ground = Pictures
take-light = Light
take-dark = Dark
# A reference for a bibliography, to all that is shown or to what is selected.
take-reference = Reference
# A reference in words.
take-plain = Text
take-link = Link
take-copy-link = Copy link
take-note = Some pages forbid saving: choose “Copy” there.
take-saved = Saved
take-refused = Copying is not allowed here: select the text and copy it.
