"""What readers take away, read by Python's csv, by LibreOffice, and by packages of other people.

Each function is a check; `main.rs` names one, the folder of the exported files and that of the release build.
"""

import csv
import glob
import hashlib
import json
import os
import re
import subprocess
import sys
import tempfile
from xml.etree import ElementTree

CHECK, FILES, DIST = sys.argv[1:]
LANGUAGES = ["en", "ru"]
KINDS = [*LANGUAGES, "hostile"]


def read(*path):
    with open(os.path.join(*path), encoding="utf-8", newline="") as file:
        return file.read()


def table(path):
    with open(path, encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def records(path):
    head, *rows = table(path)
    assert all(len(row) == len(head) for row in rows), path
    return [dict(zip(head, row)) for row in rows]


def plain(text):
    """A text without what tells pages where lines may break."""
    return text.replace("\u00a0", " ").replace("\u00ad", "")


def tables_by_csv():
    """The exported rows are those of the authored tables, text by text and date by date."""
    dates = {row["id"]: row["date"] for row in records("src/data/events.csv")}
    for lang in LANGUAGES:
        for name, ids in [("events", ["id"]), ("instruments", ["id"]), ("coverage", ["sector", "instrument", "partnership"])]:
            exported = records(f"{FILES}/{lang}/{'cells' if name == 'coverage' else name}.csv")
            authored = records(f"src/data/{name}.csv")
            if name == "instruments":
                assert all(row["adopted_date"] == dates.get(row["adopted"], "") for row in exported)
            if name == "coverage":
                # A cell stands under a partnership, also where an instrument is named.
                exported = [row | {"partnership": "" if row["instrument"] else row["partnership"]} for row in exported]
            key = lambda row: tuple(row[column] for column in ids)
            found = {key(row): row for row in exported}
            assert len(found) == len(exported) == len(authored), (lang, name)
            for row in authored:
                same = set(row) & set(found[key(row)])
                assert {"locator", f"note_{lang}"} <= same, same
                for column in same:
                    assert plain(row[column]) == plain(found[key(row)][column]), (lang, name, column)
    cells = [cell for row in table(f"{FILES}/hostile/cells.csv") for cell in row]
    for cell in ["'=HYPERLINK(\"https://example.org\";\"x\")", "'+1"]:
        assert cell in cells, cells


def libreoffice(folder, to, kind):
    """What LibreOffice makes of all tables of a folder, opened as UTF-8, which its dialog picks by the byte order mark."""
    office = ["soffice", "--headless", f"-env:UserInstallation=file://{to}/profile", "--infilter=CSV:44,34,76,1"]
    files = sorted(glob.glob(f"{folder}/*.csv"))
    subprocess.run([*office, "--convert-to", kind, "--outdir", to, *files], check=True, capture_output=True)


def tables_by_libreoffice():
    """Every cell is shown as it was written, but for the case of truth values; nothing is a formula; no month, year or
    interval becomes a day."""
    truth = {"FALSE": "false", "TRUE": "true"}
    for kind in KINDS:
        with tempfile.TemporaryDirectory() as to:
            # Commas, UTF-8, as shown.
            libreoffice(f"{FILES}/{kind}", to, "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false")
            libreoffice(f"{FILES}/{kind}", to, "fods")
            paths = sorted(glob.glob(f"{FILES}/{kind}/*.csv"))
            assert len(paths) == 4
            for path in paths:
                written = table(path)
                name = os.path.basename(path)
                shown = [[truth.get(cell, cell) for cell in row] for row in table(f"{to}/{name}")]
                assert shown == written, path
                sheet = read(to, name.replace(".csv", ".fods"))
                assert "table:formula" not in sheet, path
                days = set(re.findall(r'office:date-value="([^"]*)"', sheet))
                assert days <= {cell for row in written for cell in row}, (path, days)


def days():
    """The events that are known by their day."""
    return [row for row in records("src/data/events.csv") if re.fullmatch(r"\d{4}-\d\d-\d\d", row["date"])]


def parts_by_cyclonedx():
    """The list of what is inside the script is CycloneDX, and every part in it is named once."""
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    text = read(DIST, "parts.cdx.json")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    parts = json.loads(text)
    refs = [part["bom-ref"] for part in parts["components"]]
    assert len(refs) == len(set(refs)) > 50
    assert set(refs) | {"cooperation-atlas.js"} == {row["ref"] for row in parts["dependencies"]}
    with open(f"{DIST}/cooperation-atlas.js", "rb") as file:
        sum = hashlib.sha384(file.read()).hexdigest()
    assert parts["metadata"]["component"]["hashes"] == [{"alg": "SHA-384", "content": sum}]
    notices = read(DIST, "notices.txt")
    for part in parts["components"]:
        assert f"  {part['name']} {part['version']}: {part['licenses'][0]['expression']}\n" in notices, part["name"]


def packages_by_frictionless():
    """The archive of a data package is valid as it is."""
    from frictionless import Package

    for lang in KINDS:
        report = Package(f"{FILES}/{lang}/set.zip").validate()
        assert report.valid, report.flatten(["title", "fieldName", "rowNumber", "message"])
        assert len(report.tasks) > 8, len(report.tasks)


def first_and_last(text):
    """The first and the last day of a date; an empty text for what is none, `!` where the package fails."""
    from edtf import EDTFParseException, parse_edtf

    try:
        date = parse_edtf(text)
    except EDTFParseException:
        return ""
    except (AttributeError, TypeError, ValueError):
        return "!"
    # A side that is left open, or of which nothing is known.
    word = lambda bound: ".." if bound.is_open else "?"
    side = lambda bound, day: word(bound) if hasattr(bound, "is_open") else "%04d-%02d-%02d" % getattr(bound, day)()[:3]
    start, end = (date.lower, date.upper) if "Interval" in type(date).__name__ else (date, date)
    return f"{side(start, 'lower_strict')}\t{side(end, 'upper_strict')}"


def dates():
    """Each line of a file as a date; the files are those that `dates.rs` names."""
    from multiprocessing import Pool

    with Pool() as pool:
        told = pool.map(first_and_last, read(FILES).split("\n"), chunksize=50)
    with open(DIST, "w", encoding="utf-8") as file:
        file.write("\n".join(told) + "\n")


def calendar_by_icalendar():
    from icalendar import Calendar

    for lang in LANGUAGES:
        release = f"{DIST}/events.ics" if lang == "en" else f"{DIST}/{lang}/events.ics"
        for path in [f"{FILES}/{lang}/events.ics", release]:
            calendar = Calendar.from_ical(read(path))
            assert not calendar.errors and calendar["VERSION"] == "2.0" and calendar["PRODID"]
            events = {str(event["UID"]).split("@")[0]: event for event in calendar.walk("VEVENT")}
            assert set(events) == {row["id"] for row in days()}, path
            for row in days():
                event = events[row["id"]]
                assert not event.errors and event["DTSTAMP"].dt
                assert event["DTSTART"].dt.isoformat() == row["date"]
                assert (event["DTEND"].dt - event["DTSTART"].dt).days == 1
                assert plain(event["SUMMARY"]) == plain(row[f"name_{lang}"])
                assert plain(event["DESCRIPTION"]).startswith(plain(row[f"summary_{lang}"]))
                assert event["URL"].startswith("https://asean.org/")
        empty = Calendar.from_ical(read(FILES, lang, "empty.ics"))
        [note] = empty.subcomponents
        assert note.name == "VJOURNAL" and note["UID"] and note["DTSTAMP"] and note["SUMMARY"] and "DTSTART" not in note


def references():
    """The folder and the name of each file of references, without its ending, with what CSL-JSON has in it."""
    for kind in KINDS:
        for name in ["view", "programme"]:
            yield f"{FILES}/{kind}/{name}", json.loads(read(FILES, kind, name + ".json"))


def bare(text):
    """A title without braces, and without the backslashes that pybtex leaves where it takes them away."""
    return re.sub(r"[{}\\]", "", text)


def accessed(item):
    return "-".join(f"{part:02}" for part in item["accessed"]["date-parts"][0])


def bibtex_by_bibtexparser():
    import bibtexparser
    from bibtexparser.middlewares import LatexDecodingMiddleware

    for path, items in references():
        library = bibtexparser.parse_string(read(path + ".bib"), append_middleware=[LatexDecodingMiddleware()])
        assert not library.failed_blocks and len(library.entries) == len(items), path
        for entry, item in zip(library.entries, items):
            assert entry.key == item["id"]
            fields = {field.key: field.value for field in entry.fields}
            assert bare(fields["title"]) == bare(item["title"]), path
            assert fields["urldate"] == accessed(item) and fields.get("url") == item.get("URL")


def bibtex_by_pybtex():
    from pybtex.database import parse_string
    from pybtex.richtext import Text

    for path, items in references():
        entries = parse_string(read(path + ".bib"), "bibtex").entries
        assert list(entries) == [item["id"] for item in items], path
        for entry, item in zip(entries.values(), items):
            assert bare(str(Text.from_latex(entry.fields["title"]))) == bare(item["title"]), path
            assert str(entry.persons["author"][0]).strip("{}") == item["author"][0]["literal"]
            assert entry.fields["urldate"] == accessed(item)


def ris_by_rispy():
    import rispy

    for path, items in references():
        entries = rispy.loads(read(path + ".ris"))
        assert len(entries) == len(items), path
        for entry, item in zip(entries, items):
            assert entry["title"] == item["title"] and entry["authors"] == [item["author"][0]["literal"]]
            assert entry["access_date"].strip("/") == accessed(item).replace("-", "/")
            assert not entry.get("unknown_tag"), entry


def csl_by_citeproc():
    import warnings

    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    warnings.simplefilter("error")
    for path, items in references():
        source = CiteProcJSON(items)
        style = CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = CitationStylesBibliography(style, source, formatter.plain)
        for item in items:
            bibliography.register(Citation([CitationItem(item["id"])]))
        for item, written in zip(items, bibliography.bibliography(), strict=True):
            assert item["title"] in str(written), (path, str(written))


ATOM = "{http://www.w3.org/2005/Atom}"
INSTANT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")


def feed_by_feedparser():
    import feedparser

    for folder in ["", "ru/"]:
        path = f"{DIST}/{folder}changes.atom"
        feed = feedparser.parse(path)
        assert not feed.bozo and feed.version == "atom10", feed.get("bozo_exception")
        assert feed.feed.title and feed.feed.author and feed.feed.updated_parsed and feed.feed.rights
        assert {link.rel for link in feed.feed.links} >= {"self", "alternate", "license"}
        dated = [row for row in records("src/data/events.csv") if row["date"]]
        lang = folder.strip("/") or "en"
        titles = [plain(entry.title) for entry in feed.entries]
        for row in dated:
            assert sum(title.endswith(": " + plain(row[f"name_{lang}"])) for title in titles) == 1, row
        for entry in feed.entries:
            assert entry.id and entry.updated_parsed and entry.summary and entry.tags[0].term
            [page] = [link.href for link in entry.links if link.rel == "alternate"]
            name, _, query = page.partition("#atlas?")
            assert os.path.isfile(f"{DIST}/{folder}{name}") and "compare=" in query, page
            assert [link.href for link in entry.links if link.rel == "via"][0].startswith("https://"), entry

        # What RFC 4287 demands of a feed and of an entry.
        root = ElementTree.parse(path).getroot()
        assert root.tag == ATOM + "feed" and root.findall(ATOM + "author/" + ATOM + "name")
        ids = [element.text for element in root.iter(ATOM + "id")]
        assert len(set(ids)) == len(ids) == 1 + len(feed.entries)
        for owner in [root, *root.findall(ATOM + "entry")]:
            for name in ["id", "title", "updated"]:
                assert len(owner.findall(ATOM + name)) == 1, name
            assert INSTANT.fullmatch(owner.find(ATOM + "updated").text)
        for entry in root.findall(ATOM + "entry"):
            assert len(entry.findall(f"{ATOM}link[@rel='alternate']")) == 1 and len(entry.findall(ATOM + "summary")) == 1


def expanded(document, base):
    """JSON-LD without its abbreviations; nothing is loaded for it, since all terms of schema.org are in one vocabulary."""
    from pyld import jsonld

    def load(url, _):
        assert url.rstrip("/") == "https://schema.org", url
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": "https://schema.org/"}}}

    return jsonld.expand(document, {"base": base, "documentLoader": load})


def json_ld_by_pyld():
    for lang, page in [("en", "index.html"), ("ru", "ru/index.html")]:
        [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', read(DIST, page), re.S)
        nodes = expanded(json.loads(block), f"https://example.org/{page}")
        of = lambda kind: [node for node in nodes if node["@type"] == ["https://schema.org/" + kind]]
        [dataset] = of("Dataset")
        value = lambda node, term: node["https://schema.org/" + term][0].get("@value")
        assert value(dataset, "inLanguage") == lang
        dated = [row for row in records("src/data/events.csv") if row["date"]]
        told = [(plain(value(event, "name")), value(event, "startDate")) for event in of("Event")]
        assert told == [(plain(row[f"name_{lang}"]), row["date"]) for row in dated]
        files = [value(file, "contentUrl") for file in dataset["https://schema.org/distribution"]]
        assert all(os.path.isfile(os.path.join(DIST, os.path.dirname(page), file)) for file in files), files


def catalogue_by_pyld():
    from pyld import jsonld

    document = json.loads(read(DIST, "datapackage/dcat.jsonld"))
    [dataset] = expanded(document, "https://example.org/datapackage/dcat.jsonld")
    assert dataset["@type"] == ["http://www.w3.org/ns/dcat#Dataset"]
    files = dataset["http://www.w3.org/ns/dcat#distribution"]
    names = {file["http://www.w3.org/ns/dcat#downloadURL"][0]["@id"].rpartition("/")[2] for file in files}
    there = {name for name in os.listdir(f"{DIST}/datapackage") if name.endswith(".csv")} | {"datapackage.json"}
    assert names == there, names ^ there
    # No term is dropped on the way to RDF.
    triples = jsonld.to_rdf(document, {"base": "https://example.org/datapackage/dcat.jsonld"})["@default"]
    terms = {triple["predicate"]["value"] for triple in triples}
    assert len(terms) >= 12 and all(term.startswith("http") for term in terms), terms


def citation_by_cffconvert():
    from cffconvert import Citation

    text = read("CITATION.cff")
    citation = Citation(text)
    citation.validate()
    assert citation.cffobj["title"] in citation.as_bibtex() and citation.as_apalike()


globals()[CHECK]()
