### What the checks of the data say: what is wrong, and, after the word "expected", what was expected.
### Tables are named as files (events.csv) or, of a workbook, as sheets (events).

nothing = nothing

## Cells: what is wrong

empty = empty
twice = { $value } twice
no-translation = no translation
malformed-date = malformed date { $value }
malformed-day = malformed day { $value }
malformed-id = malformed id { $value }
malformed-language = malformed language { $value }
malformed-number = malformed number { $value }
malformed-address = malformed address { $value }
malformed-place = malformed place { $value }
malformed-name = malformed name { $value }
malformed = malformed
no-such-date = no such date { $value }
end-before-start = an end before the start in { $value }
no-date = no date in { $value }
date-alone = a date { $value } alone
an-interval = an interval { $value }
no-exact-limit = no exact limit { $value }
unknown-value = unknown value { $value }
unknown-id = unknown id { $value }
unknown-section = unknown section { $value }
duplicate-id = duplicate id { $value } (first in row { $row } of { $table })
duplicate-section = duplicate id { $value }
empty-part = an empty part in a list
control-character = control character { $code }
noncharacter = noncharacter { $code }
direction-character = bidirectional control character { $code }
mark-too-many = a combining mark too many, { $code }
letters = { $number } letters
empty-beside-title = empty beside an original title
empty-beside-language = empty beside its language
empty-beside-limit = empty beside a limit
empty-beside-note = empty beside its note
empty-beside-number = empty beside a number
empty-beside-unit = empty beside a unit
empty-beside-forum = empty beside a forum
empty-beside-fellows = empty beside its fellows
filled-beside-adoption = filled beside an adoption
filled-beside-date = filled beside a date
filled-without-forum = filled without a forum
with-instrument = { $value } with an instrument
without-instrument = { $value } without an instrument
neither = neither an instrument nor a partnership
both = a partnership beside an instrument

## Rows that do not fit each other

not-covered = sector { $value }, which the instrument does not cover
same-cell = the same sector and column as in row { $row }
not-listed = event { $event } does not list the instrument
to-itself = a relation to itself
circle = a circle of { $number } relations { $value }
ids-up-to-here = { $number } ids in the rows up to this one
too-many-inferred = more than { $number } cells that follow from the relations `implements`

## Tables and files: what is wrong

no-header = no header
column-twice = a column twice
unknown-column = unknown column
missing-column = missing column
semicolons-between = semicolons between the cells, as Excel writes them in some countries
tabs-between = tabs between the cells, as Excel writes them in some countries
never-closed = a quotation mark that is never closed
too-many-rows = too many rows ({ $number })
empty-row = an empty row
cells = { $number } cells
too-many-cells = { $number } cells (a text with commas needs quotation marks)
utf-16 = not UTF-8 but UTF-16
not-utf-8 = not UTF-8 (byte { $byte })
not-json = not JSON ({ $message })
missing-or-empty = missing or empty
too-many-languages = { $number } languages
no-such-folder = no such folder
no-such-file = no such file
no-such-sheet = no such sheet
cannot-be-read = cannot be read ({ $error })
and-in-more-rows = { $what } (and in { $number } more rows)

## What was expected

this = { $value }
kind-id = lower-case letters, digits and single hyphens, such as `mou-2018`
kind-section = upper-case letters, such as `A`
kind-text = a text
kind-texts = texts with ` | ` between them
kind-language = a tag such as `en`, `ru` or `zh-Hans`
kind-url = an address that begins with https:// or http://
kind-day = a day such as 2026-11-23
kind-date = an EDTF date such as 2016-08-05, 2019-09 or 2016~
kind-limit = a day, month or year without `~`, `?` or `%`
kind-time = an EDTF date such as 2016-08-05, 2019-09, 2016 or 2016/2020
kind-interval = an EDTF interval such as 2016/2020 or 2018/..
kind-number = a whole number from 1 to 65535
kind-locator = a section's letters and a sentence's number (0: its heading), such as `B7` or `B0 B5`
edtf = an EDTF date such as 2016-08-05, 2019-09, 2016, 201X, 2016~, 2016/2020 or 2018/..
edtf-near = an EDTF date such as 2016-08-05, 2019-09, 2016, 201X, 2016~, 2016/2020 or 2018/..; the nearest is { $near }
a-date-of-the-calendar = a month from 01 to 12 and a day which that month has
start-first = an interval whose end is not before its start
at-least-one-date = a date at one end of the interval at least
id-near = lower-case letters, digits and single hyphens, such as `mou-2018`; the nearest is { $near }
day-near = a day such as 2026-11-23; the nearest is { $near }
one-of = { $values }
one-of-near = { $values }; the nearest is { $near }
id-of = an id of { $tables }
ids-of = an id of { $tables }, or several with ` | ` between them
id-of-near = an id of { $tables }; the nearest is { $near }
id-of-none = an id of { $tables }, which has none
id-of-no-other = an id that no other row has
section-once = each section of { $source } once
as-in-sections = { $values }, as in { $table }
interval-such-as = an interval such as { $value }
parts = parts with ` | ` between them
each-id-once = each id once
translation-of = a translation of { $column }
text-without-it = text without it
marks-at-most = at most { $number } in a row
at-most = at most { $number }
in-all-rows-at-most = at most { $number } in all rows together
rows-at-most = at most { $number } below the header
tag-of-its-language = the tag of its language, such as `en`
title-in-that-language = the title in that language
only-without-adoption = it only where no adoption is stated
only-without-date = it only where the date is not stated
place-of-limit = the place that sets the limit, and a note that says how
date-of-limit = the date before which nothing can be said
what-it-counts = what the number counts
number-of-them = the number of them
whose-meeting = the partnership whose meeting it was
name-of-meeting = the name of the meeting beside it
all-or-none = { $name }, { $source } and { $locator } filled, or none of them
both-or-neither = { $name } and { $locator } filled, or neither
exactly-one = exactly one of them
row-in-coverage = a row in { $table } with this sector and this instrument
each-pair-once = each pair once
listed = { $value } among its instruments in { $table }
another-id = another id than that of the subject
no-way-back = no record to lead back to itself
the-columns = the columns { $names }
column-once = each column once
language-of-package = a language of datapackage.json: { $values }
known-column = a known one; the nearest is { $near }
commas = commas
closed = every quoted cell to end with one, and marks inside it doubled
record-or-none = a record, or no row at all
as-in-header = { $number }, as in the header
utf-8 = UTF-8 (in Excel: save as "CSV UTF-8")
a-data-package = a data package
a-table = a table of the data package
a-folder = a folder with datapackage.json and the tables
language-tags = a list of language tags, each once, such as ["en", "ru"]
letters-of-names = small letters, digits, -, . and _
true-or-false = true or false

## Workbooks, archives and files: why nothing of them can be read

nothing-to-read = nothing to read
not-known = neither a workbook nor CSV files of a data package: expected .xlsx, .ods, .csv, a zip of CSV files or .atlas
too-large = larger than { $number } MB, which is more than any set needs
too-large-unpacked = larger than { $number } MB when it is unpacked, which is more than any set needs
too-many-files = more than { $number } files in it
too-many-cells-in-all = more than { $number } cells in it, which is more than any set needs
password = under a password: expected a workbook that opens without one
old-workbook = a workbook of before 2007: expected .xlsx or .ods (in Excel: save as "Excel Workbook")
binary-workbook = a binary workbook: expected .xlsx or .ods (in Excel: save as "Excel Workbook")
no-workbook = a document that is no workbook: expected .xlsx or .ods
broken-workbook = a workbook that is broken ({ $error }): expected one that your spreadsheet opens; save it there anew
broken-archive = an archive that is broken ({ $error }): expected one that is whole
nothing-in-archive = an archive without CSV files: expected the tables of a data package

## Workbooks and files: what is read, and how

macros = macros in the workbook, which are not run
values-only = values and formulas alone
sheet-twice = a sheet for a table that another sheet has already
first-counts = one sheet for each table; the first one counts
hidden-sheet = a hidden sheet, which is read as well
hidden-counts = to be shown, or to be deleted
no-table = the name of no table; it is left alone
tables-are = a table: { $names }
table-near = a table; the nearest is { $near }
outside = a cell beside the table, in a column without a head; it is left out
more-outside = { $number } more cells beside the table; they are left out
outside-left = a head above it, or nothing
formula-failed = a formula that failed: { $value }
a-value = a value
real-date = a date of the spreadsheet, read as the day { $value }
precision = the precision that is meant, typed as text: the day as it is, { $month } for the month or { $year } for the year
read-as = not UTF-8; read as { $encoding }
a-name = a name
another-term = another term than { $value } in row { $row }; it is left out
one-term = one term for each instrument; extensions are for the full tables
