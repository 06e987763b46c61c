//! What details open with: one sentence that answers, in both languages.

use crate::telling::{in_words, on};
use atlas::query::url;
use atlas_core::details::Facts;

fn answer(lang: &str, day: &str, target: &str) -> String {
    let shown = on(lang, &format!("as-of={day}"));
    let target = url::target(&shown.catalogue.data, target).unwrap();
    in_words(Facts::of(&shown, target).answer)
}

#[test]
fn details_open_with_the_answer() {
    for (day, target, english, russian) in [
        (
            "2019-07-01",
            "cell:agriculture/agriculture-2016-2020",
            "Agriculture is covered by Agriculture programme; on 1 July 2019: within its stated term, 2016–2020.",
            "Направление «Сельское хозяйство» охвачено документом «Аграрная программа»; на 1 июля 2019 г.: в пределах указанного \
             срока, 2016–2020 гг.",
        ),
        (
            "2018-11-13",
            "cell:e-commerce/mou-2018",
            "E-commerce is named in Memorandum (MoU) as an area; on 13 November 2018: not yet adopted.",
            "Направление «Электронная торговля» названо в документе «Меморандум» областью сотрудничества; на 13 ноября 2018 г.: до \
             принятия.",
        ),
        (
            "2019-07-01",
            "cell:tourism/asean-russia",
            "Tourism: sectoral cooperation.",
            "Направление «Туризм»: отраслевое сотрудничество.",
        ),
        ("2019-07-01", "cell:space/mou-2018", "Not mentioned in the source.", "В источнике не упоминается."),
        (
            "2019-10-15",
            "cell:customs/poc-2019",
            "Customs procedures: inferred from Memorandum (MoU), which it implements; on 15 October 2019: within its stated term, \
             2019–2020.",
            "Направление «Таможенные процедуры»: косвенно: реализует документ «Меморандум»; на 15 октября 2019 г.: в пределах \
             указанного срока, 2019–2020 гг.",
        ),
        (
            "2026-11-25",
            "sector:agriculture",
            "Agriculture is named in 2 instruments: Post-2017 programme, Agriculture programme.",
            "Направление «Сельское хозяйство» названо в 2 документах: Программа после 2017 г., Аграрная программа.",
        ),
        (
            "2017-06-01",
            "sector:customs",
            "On 1 June 2017, no instrument that names customs procedures is known to be adopted.",
            "На 1 июня 2017 г. принятие документов, в которых названо направление «Таможенные процедуры», не установлено.",
        ),
        (
            "2020-09-01",
            "instrument:poc-2019",
            "On 1 September 2020: within its stated term, 2019–2025.",
            "На 1 сентября 2020 г.: в пределах указанного срока, 2019–2025 гг.",
        ),
        (
            "2020-09-01",
            "instrument:mou-2018",
            "On 1 September 2020: no stated term.",
            "На 1 сентября 2020 г.: срок не указан.",
        ),
        (
            "2020-09-01",
            "event:mou-signed",
            "14 November 2018: The Memorandum on economic cooperation is signed by the Secretary-General of ASEAN and the Chairman \
             of the Board of the Eurasian Economic Commission (EEC).",
            "14 ноября 2018 г.: Меморандум об экономическом сотрудничестве подписали Генеральный секретарь АСЕАН и Председатель \
             Коллегии Евразийской экономической комиссии (ЕЭК).",
        ),
        (
            "2016-08-04",
            "event:study-proposed",
            "Date not stated, by 5 August 2016 (may be later than this day): Russia proposes a joint feasibility study of a possible \
             free trade area (FTA) between ASEAN and the EAEU.",
            "Дата не указана, не позднее 5 августа 2016 г. (возможно, позже этого дня): Россия предложила провести совместное \
             исследование возможности создания зоны свободной торговли (ЗСТ) между ЕАЭС и АСЕАН; сама зона названа лишь возможной.",
        ),
    ] {
        assert_eq!(answer("en", day, target), english);
        assert_eq!(answer("ru", day, target), russian);
    }
}
