//! The headline: what it says for each filter and day, in both languages, and that it says no more than the data do.

use crate::asking::{TODAY, day, select, shipped};
use crate::facets::{frameworks, queries};
use crate::folder::Folder;
use crate::naive;
use crate::telling::{in_words, on, small};
use atlas::finding::{Finding, Told, Which};
use atlas::locale::Locale;
use atlas::model::{Column, PartnershipId, SectorId};
use atlas::query::{Catalogue, Cell, Query, Selection};
use atlas::time::known::{Known, State};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

/// The headline over the shipped data.
fn says(lang: &str, query: &str) -> String {
    let shown = on(lang, query);
    in_words(Finding::of(&shown.catalogue, &shown.state.query, &shown.selection).unwrap().words(&shown))
}

/// The headline over a folder of tables in English, if there is one.
fn told(folder: &Folder, query: &str) -> Option<String> {
    let shown = small(folder, Locale::ENGLISH, query);
    let finding = Finding::of(&shown.catalogue, &shown.state.query, &shown.selection)?;
    Some(in_words(finding.words(&shown)))
}

#[test]
fn each_filter_and_each_day_has_its_finding() {
    let both = "4 of 21 sectors are named in instruments of both ASEAN-Russia and ASEAN-EAEU: trade facilitation, services, \
                investment, small and medium-sized enterprises.";
    let plans = "4 of 21 sectors are named in instruments of ASEAN-Russia: agriculture; food security; energy; science, \
                 technology and innovation.";
    let of_2017 = format!("{plans} Not counted: what on 1 June 2017 is not yet adopted or undetermined.");
    for (query, finding) in [
        ("", both),
        ("as-of=2019-10-15", both),
        ("as-of=2020-09-01", both),
        ("as-of=2026-11-25", both),
        ("inferred=1", both),
        ("as-of=2015-06-01", "On 1 June 2015, no instrument that names a sector is known to be adopted."),
        ("as-of=2017-06-01", &of_2017),
        ("partnership=asean-russia", "11 of 21 sectors are named in instruments of ASEAN-Russia."),
        ("partnership=asean-eaeu", "9 of 21 sectors are named in instruments of ASEAN-EAEU."),
        ("partnership=asean-russia&partnership=asean-eaeu", both),
        (
            "sector=trade-facilitation",
            "Trade facilitation is named in 2 instruments: Post-2017 programme, Memorandum (MoU).",
        ),
        ("sector=space", "Space is mentioned with no instrument named."),
        (
            "sector=customs&as-of=2017-06-01",
            "On 1 June 2017, no instrument that names customs procedures is known to be adopted.",
        ),
        (
            "sector=agriculture&as-of=2017-06-01",
            "Agriculture is named in 1 instrument: Agriculture programme. Not counted: what on 1 June 2017 is not yet \
             adopted or undetermined.",
        ),
        (
            "sector=agriculture&sector=energy",
            "As filtered: 2 of 2 sectors are named in instruments of ASEAN-Russia: agriculture, energy.",
        ),
        ("sector=agriculture&partnership=asean-eaeu", "As filtered: not mentioned in the source."),
        ("instrument=mou-2018", "9 of 21 sectors are named in Memorandum (MoU)."),
        ("instrument=energy-2016-2020", "1 of 21 sectors is named in Energy work plan: energy."),
        ("instrument=poc-2019", "The source names no sector in Programme of Cooperation."),
        ("instrument=poc-2019&inferred=1", "The source names no sector in Programme of Cooperation."),
        (
            "instrument=energy-2016-2020&as-of=2015-06-01",
            "As filtered: on 1 June 2015, no instrument that names a sector is known to be adopted.",
        ),
        (
            "instrument=poc-2019&instrument=mou-2018&inferred=1&state=ended&sector=customs",
            "As filtered: the source names no sector in Programme of Cooperation.",
        ),
        (
            "instrument=mou-2018&instrument=poc-2019",
            "As filtered: 9 of 21 sectors are named in instruments of ASEAN-EAEU.",
        ),
        ("coverage=covered", "As filtered: 11 of 21 sectors are named in instruments of ASEAN-Russia."),
        ("coverage=named-area", "As filtered: 9 of 21 sectors are named in Memorandum (MoU)."),
        ("coverage=sectoral", "As filtered: 7 of 21 sectors are mentioned with no instrument named."),
        (
            "coverage=exploring",
            "As filtered: 2 of 21 sectors are mentioned with no instrument named: maritime ports, smart cities.",
        ),
        ("state=ended", &format!("As filtered: {plans}")),
        ("state=in-force", "No sector matches the filters."),
        ("gaps=1", "8 of 21 sectors are gaps (named in no instrument within its stated term or without one)."),
        (
            "gaps=1&as-of=2019-10-15",
            "5 of 21 sectors are gaps (named in no instrument within its stated term or without one): maritime ports, smart \
             cities, space, disaster management, culture.",
        ),
        (
            "gaps=1&partnership=asean-russia&coverage=exploring",
            "As filtered: 2 of 21 sectors are gaps (named in no instrument within its stated term or without one): maritime \
             ports, smart cities.",
        ),
        (
            "q=customs",
            "Found for “customs”: 2 of 21 sectors are named in Memorandum (MoU): trade facilitation, customs procedures.",
        ),
        ("q=e-commerce", "Found for “e-commerce”: e-commerce is named in 1 instrument: Memorandum (MoU)."),
        ("q=nosuchword", "No sector matches “nosuchword” and the filters."),
        ("q=mou&coverage=named-area", "Found for “mou”: 9 of 21 sectors are named in Memorandum (MoU)."),
        (
            "as-of=2020-09-01&compare=2018-06-01",
            "5 of 21 sectors were newly named in instruments between 1 June 2018 and 1 September 2020: customs procedures; \
             sanitary and phytosanitary measures; technical regulations; e-commerce; other areas, to be mutually agreed.",
        ),
        (
            "as-of=2018-06-01&compare=2020-09-01&partnership=asean-eaeu",
            "As filtered: 9 of 21 sectors were newly named in instruments between 1 June 2018 and 1 September 2020.",
        ),
        (
            "as-of=2020-09-01&compare=2019-10-15",
            "No sector was newly named in instruments between 15 October 2019 and 1 September 2020.",
        ),
        (
            "as-of=2016-09-01&compare=2015-06-01",
            "No sector was newly named in instruments between 1 June 2015 and 1 September 2016. Not counted: what may lie \
             outside this period.",
        ),
    ] {
        assert_eq!(says("en", query), finding, "{query}");
    }
}

#[test]
fn each_finding_is_said_in_russian() {
    let both = "4 из 21 направления названы в документах обоих партнёрств – «Россия – АСЕАН» и «ЕАЭС – АСЕАН»: упрощение \
                процедур торговли, услуги, инвестиции, малые и средние предприятия.";
    for (query, finding) in [
        ("", both),
        ("as-of=2019-10-15", both),
        (
            "as-of=2015-06-01",
            "На 1 июня 2015 г. принятие документов, в которых названо хотя бы одно направление, не установлено.",
        ),
        (
            "as-of=2017-06-01",
            "4 из 21 направления названы в документах партнёрства «Россия – АСЕАН»: сельское хозяйство; продовольственная \
             безопасность; энергетика; наука, технологии и инновации. Не учтено то, что на 1 июня 2017 г. ещё не принято или \
             не определено.",
        ),
        ("partnership=asean-russia", "11 из 21 направления названо в документах партнёрства «Россия – АСЕАН»."),
        (
            "sector=trade-facilitation",
            "Направление «Упрощение процедур торговли» названо в 2 документах: Программа после 2017 г., Меморандум.",
        ),
        ("sector=space", "Направление «Космос» упомянуто без указания документа."),
        (
            "sector=customs&as-of=2017-06-01",
            "На 1 июня 2017 г. принятие документов, в которых названо направление «Таможенные процедуры», не установлено.",
        ),
        ("sector=agriculture&partnership=asean-eaeu", "С учётом фильтров: в источнике не упоминается."),
        ("instrument=mou-2018", "9 из 21 направления названо в документе «Меморандум»."),
        ("instrument=energy-2016-2020", "1 из 21 направления названо в документе «План по энергетике»: энергетика."),
        ("instrument=poc-2019", "В источнике для документа «Программа сотрудничества» направления не названы."),
        (
            "coverage=exploring",
            "С учётом фильтров: 2 из 21 направления упомянуты без указания документа: морские порты, «Умные» города.",
        ),
        ("state=in-force", "Фильтрам не отвечает ни одно направление."),
        (
            "gaps=1",
            "8 из 21 направления – пробелы (не назван документ в пределах указанного срока или без указанного срока).",
        ),
        (
            "q=e-commerce",
            "По запросу «e-commerce»: направление «Электронная торговля» названо в 1 документе: Меморандум.",
        ),
        (
            "as-of=2020-09-01&compare=2018-06-01&sector=customs&sector=services",
            "С учётом фильтров: 1 из 2 направлений впервые названо в документах между 1 июня 2018 г. и 1 сентября 2020 г.: \
             таможенные процедуры.",
        ),
        (
            "as-of=2020-09-01&compare=2019-10-15",
            "Между 15 октября 2019 г. и 1 сентября 2020 г. ни одно направление не названо в документах впервые.",
        ),
    ] {
        assert_eq!(says("ru", query), finding, "{query}");
    }
}

#[test]
fn a_dataset_with_one_partnership_names_it() {
    let east = |folder: Folder, file: &str| {
        let text = folder.text(file).replace("east-south", "east-west");
        folder.with(file, text)
    };
    let folder = ["instruments.csv", "events.csv", "proposals.csv"].into_iter().fold(Folder::new(), east);
    let text = folder.text("partnerships.csv");
    let kept: Vec<&str> = text.lines().filter(|line| !line.starts_with("east-south")).collect();
    let folder = folder.with("partnerships.csv", kept.join("\n") + "\n");
    assert_eq!(told(&folder, "").unwrap(), "2 of 3 sectors are named in instruments of East-West: energy, customs.");
}

#[test]
fn two_partnerships_may_have_nothing_in_common() {
    let all = "2 of 3 sectors are named in instruments, none in those of two partnerships: energy, customs.";
    assert_eq!(told(&Folder::new(), "").unwrap(), all);
    let small = small(&Folder::new(), Locale::from_tag("ru").unwrap(), "");
    let finding = Finding::of(&small.catalogue, &small.state.query, &small.selection).unwrap();
    assert_eq!(
        in_words(finding.words(&small)),
        "2 из 3 направлений названы в документах, но ни одно – в документах двух партнёрств: энергетика, таможня."
    );
}

#[test]
fn of_three_partnerships_all_or_several_have_a_sector_in_common() {
    let pact = "pact,east-north,agreement,Pact,Пакт,Pact,Пакт,,,,,,,,,,,,,page,A1";
    let three = Folder::new()
        .row("partnerships.csv", "east-north,East-North,Восток – Север,East | North,Восток | Север,,,,,,,page,B1")
        .row("instruments.csv", pact)
        .row("coverage.csv", "energy,pact,,covered,,,page,A1");
    let several = "1 of 3 sectors is named in instruments of two or more of 3 partnerships: energy.";
    assert_eq!(told(&three, "").unwrap(), several);
    let all = three.row("coverage.csv", "energy,mou-2018,,named-area,,,page,B2");
    assert_eq!(told(&all, "").unwrap(), "1 of 3 sectors is named in instruments of all 3 partnerships: energy.");
    assert_eq!(
        told(&all, "partnership=east-north&partnership=east-west").unwrap(),
        "1 of 3 sectors is named in instruments of both East-West and East-North: energy."
    );
}

#[test]
fn where_no_instrument_names_a_sector_none_is_claimed() {
    let head = "sector,instrument,partnership,coverage,note_en,note_ru,source,locator\n";
    let folder = Folder::new().without("activities.csv");
    let outside = folder.clone().with("coverage.csv", format!("{head}space,,east-west,exploring,,,page,A2\n"));
    assert_eq!(told(&outside, "").unwrap(), "Space is mentioned with no instrument named.");
    let empty = folder.with("coverage.csv", head);
    assert_eq!(told(&empty, ""), None, "there is nothing to count");
    assert_eq!(told(&empty, "sector=space").unwrap(), "As filtered: not mentioned in the source.");
}

#[test]
fn more_than_five_sectors_are_counted_and_not_named() {
    let ends = |query: &str| says("en", query).ends_with("ASEAN-Russia.");
    assert!(ends("partnership=asean-russia") && !ends("partnership=asean-russia&state=ended"));
}

/// What is told as plain code has it, from what is left by the slow implementation of the contract.
fn expected(catalogue: &Catalogue, query: &Query) -> (BTreeMap<SectorId, BTreeSet<PartnershipId>>, bool) {
    let data = &catalogue.data;
    let answer = naive::answer(data, query, day(TODAY));
    let (mut named, mut is_partial) = (BTreeMap::<_, BTreeSet<_>>::new(), false);
    for ((sector, column), inferred) in answer.cells {
        let Column::Instrument(id) = column else { continue };
        let state = data.standing(id, query.as_of.day(day(TODAY))).state;
        match state {
            _ if inferred => {}
            State::InForce | State::Open | State::Ended => {
                named.entry(sector).or_default().insert(data.instrument(id).partnership);
            }
            State::NotYetAdopted | State::Undetermined => is_partial = true,
        }
    }
    (named, is_partial)
}

fn check(catalogue: &Catalogue, query: &Query) -> Result<(), TestCaseError> {
    let selection = Selection::of(catalogue, query, day(TODAY));
    let Some(finding) = Finding::of(catalogue, query, &selection) else {
        prop_assert!(selection.cells.is_empty() && !query.is_filtered(), "{:?}", query);
        return Ok(());
    };
    let data = &catalogue.data;
    let (named, is_partial) = expected(catalogue, query);
    let with = |least: usize| -> Vec<SectorId> {
        named.iter().filter(|(_, of)| of.len() >= least).map(|(sector, _)| *sector).collect()
    };
    let partnerships: BTreeSet<PartnershipId> = named.values().flatten().copied().collect();
    match &finding.told {
        Told::Nothing => prop_assert!(selection.cells.is_empty(), "{:?}", query),
        Told::Silent(id) => {
            let records = data.coverage().iter().filter(|row| row.column == Column::Instrument(*id));
            prop_assert_eq!((records.count(), selection.columns.len()), (0, 1), "{:?}", query);
        }
        Told::NotYet(_) => prop_assert!(named.is_empty() && is_partial, "{:?}", query),
        Told::Sector(sector, instruments) => {
            let rows: BTreeSet<SectorId> = selection.cells.iter().map(|cell| cell.sector).collect();
            prop_assert!(query.inferred || rows == BTreeSet::from([*sector]), "{:?}", query);
            prop_assert_eq!(instruments.is_empty(), named.is_empty());
            prop_assert_eq!(finding.is_partial, is_partial && !named.is_empty());
        }
        Told::Sectors { sectors, total, which } => {
            prop_assert!(sectors.len() <= *total, "{:?}", query);
            match which {
                Which::Gaps => prop_assert_eq!(sectors, &selection.sectors),
                Which::New(..) => unreachable!("nothing is compared"),
                Which::Outside | Which::Inferred => {
                    let is_stated = |cell: &Cell| catalogue.records()[cell.record].inferred.is_none();
                    let rows: BTreeSet<SectorId> =
                        selection.cells.iter().filter(|cell| is_stated(cell)).map(|cell| cell.sector).collect();
                    prop_assert!(named.is_empty() && !is_partial, "{:?}", query);
                    match which {
                        Which::Inferred => prop_assert!(rows.is_empty() && sectors == &selection.sectors),
                        _ => prop_assert_eq!(sectors, &rows.into_iter().collect::<Vec<_>>()),
                    }
                }
                Which::InInstrument(_) | Which::InPartnership(_) => {
                    prop_assert_eq!(partnerships.len(), 1);
                    prop_assert_eq!(sectors, &with(1));
                }
                Which::InBoth(one, other) => {
                    prop_assert_eq!(&partnerships, &BTreeSet::from([*one, *other]));
                    prop_assert_eq!(sectors, &with(2));
                }
                Which::InAll(of) => {
                    prop_assert_eq!((partnerships.len(), sectors), (*of, &with(*of)));
                }
                Which::InSeveral(of) => {
                    prop_assert_eq!((partnerships.len(), sectors), (*of, &with(2)));
                    prop_assert!(with(*of).is_empty());
                }
                Which::Apart => prop_assert_eq!((sectors, with(2).len()), (&with(1), 0)),
            }
            prop_assert!(*which == Which::Gaps || finding.is_partial == is_partial || named.is_empty(), "{:?}", query);
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_finding_over_the_shipped_data_is_what_plain_code_counts(query in queries(&shipped().data)) {
        check(shipped(), &query)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 16, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_finding_over_any_framework_is_what_plain_code_counts(
        (catalogue, query) in frameworks().prop_flat_map(|catalogue| (Just(catalogue.clone()), queries(&catalogue.data))),
    ) {
        check(&catalogue, &query)?;
    }
}

/// Newly named between two days: in an instrument adopted in between, and in none that was or may have been before.
#[test]
fn what_is_newly_named_was_surely_not_named_before() {
    let data = &shipped().data;
    let days =
        ["2015-12-31", "2016-06-01", "2017-01-01", "2018-01-01", "2018-11-13", "2018-11-14", "2019-09-10"].map(day);
    for (one, other) in days.iter().flat_map(|one| days.map(|other| (*one, other))) {
        let (_, selection) = select(shipped(), &format!("as-of={one}"));
        let (from, to) = (one.min(other), one.max(other));
        let (new, _) = atlas::finding::newly_named(shipped(), &selection, from, to);
        let known = |sector: SectorId, on| -> Vec<Known> {
            let rows = data.coverage().iter().filter(|row| row.sector == sector);
            let adopted = |column| match column {
                Column::Instrument(id) => Some(data.standing(id, on).state.adopted()),
                Column::Outside(_) => None,
            };
            rows.filter_map(|row| adopted(row.column)).collect()
        };
        let is_new = |sector: &SectorId| {
            known(*sector, from).iter().all(|known| *known == Known::No) && known(*sector, to).contains(&Known::Yes)
        };
        let all: Vec<SectorId> = data.sectors().map(|(id, _)| id).filter(is_new).collect();
        assert_eq!(new, all, "{from} to {to}");
    }
}
