// What readers take away, read by ical.js, by Citation.js, and by the Nu checker of the W3C. Each function is a check; `main.rs` names one, the folder of the
// exported files and that of the release build.
const assert = require("node:assert/strict");
const { spawnSync } = require("node:child_process");
const fs = require("node:fs");

const [check, files, dist] = process.argv.slice(2);
const languages = ["en", "ru"];
const read = path => fs.readFileSync(path, "utf8");

// Each file of references, without its ending, with what CSL-JSON has in it.
const references = () => [...languages, "hostile"].flatMap(kind => ["view", "programme"].map(name => {
  const path = `${files}/${kind}/${name}`;
  return { path, items: JSON.parse(read(`${path}.json`)) };
}));

// Citation.js over a file, with its format found by itself.
const cite = path => {
  const { Cite } = require("@citation-js/core");
  for (const plugin of ["bibtex", "ris", "csl"]) require(`@citation-js/plugin-${plugin}`);
  return new Cite(read(path));
};

const same = (found, item, path) => {
  assert.equal(found.title.replace(/[{}]/g, ""), item.title.replace(/[{}]/g, ""), path);
  assert.equal(found.author[0].literal ?? found.author[0].family, item.author[0].literal, path);
  assert.deepEqual(found.accessed["date-parts"][0].map(Number), item.accessed["date-parts"][0], path);
};

// What the Nu checker of the W3C, a program in Java, has to say of SVG files.
const complaints = paths => {
  const jar = require.resolve("vnu-jar/build/dist/vnu.jar");
  const { stdout, stderr, error } = spawnSync("java", ["-jar", jar, "--svg", "--format", "json", "--stdout", ...paths], { encoding: "utf8" });
  assert.equal(error, undefined);
  assert.ok(stdout, stderr);
  return JSON.parse(stdout).messages.map(({ url, lastLine, message }) => `${url}:${lastLine}: ${message}`);
};

const checks = {
  pictures_by_vnu() {
    const pictures = [...languages, "hostile"].flatMap(kind =>
      ["timeline", "matrix", "since", "selected"].map(name => `${files}/${kind}/${name}.svg`));
    assert.deepEqual(complaints(pictures), []);
    // What is wrong is found.
    const wrong = `${files}/wrong.svg`;
    fs.writeFileSync(wrong, read(pictures[0]).replace("</svg>", "<rect heigth='1'/></svg>"));
    assert.equal(complaints([wrong]).length, 1);
  },

  calendar_by_ical_js() {
    const ICAL = require("ical.js").default ?? require("ical.js");
    for (const lang of languages) {
      const release = lang == "en" ? `${dist}/events.ics` : `${dist}/${lang}/events.ics`;
      for (const path of [`${files}/${lang}/events.ics`, release]) {
        const calendar = new ICAL.Component(ICAL.parse(read(path)));
        const events = calendar.getAllSubcomponents("vevent").map(component => new ICAL.Event(component));
        assert.deepEqual(events.map(event => event.startDate.toString()), ["2016-08-05", "2018-11-14", "2020-08-28"]);
        for (const event of events) {
          assert.ok(event.startDate.isDate && event.duration.toSeconds() == 86400 && event.uid && event.summary);
        }
      }
      const empty = new ICAL.Component(ICAL.parse(read(`${files}/${lang}/empty.ics`)));
      assert.deepEqual(empty.getAllSubcomponents().map(component => component.name), ["vjournal"]);
    }
  },

  // Each line of a file, as the first and the last day of the date that it is; an empty line for what is none.
  dates() {
    const edtf = require("edtf").default ?? require("edtf");
    const day = time => new Date(time).toISOString().replace(/^\+0*/, "").slice(0, 10);
    const side = (bound, end) => bound === null ? "?" : typeof bound == "number" ? ".." : day(bound[end]);
    const told = read(files).split("\n").map(text => {
      try {
        const date = edtf(text);
        const [start, end] = date.type == "Interval" ? [date.lower, date.upper] : [date, date];
        return side(start, "min") + "\t" + side(end, "max");
      } catch {
        return "";
      }
    });
    fs.writeFileSync(dist, told.join("\n") + "\n");
  },

  bibtex_by_citation_js() {
    for (const { path, items } of references()) {
      const found = cite(`${path}.bib`).data;
      assert.equal(found.length, items.length, path);
      found.forEach((entry, at) => same(entry, items[at], path));
    }
  },

  ris_by_citation_js() {
    for (const { path, items } of references()) {
      const found = cite(`${path}.ris`).data;
      assert.equal(found.length, items.length, path);
      found.forEach((entry, at) => {
        assert.deepEqual([entry.title, entry.type], [items[at].title, items[at].type], path);
      });
    }
  },

  csl_by_citation_js() {
    for (const { path, items } of references()) {
      const cited = cite(`${path}.json`);
      cited.data.forEach((entry, at) => same(entry, items[at], path));
      const written = cited.format("bibliography", { template: "apa", lang: "en-US" });
      items.forEach(item => assert.ok(written.includes(item.title), written));
      // The style says so of datasets alone.
      assert.equal(written.includes("[Dataset]"), path.endsWith("view"), written);
    }
  },
};

checks[check]();
