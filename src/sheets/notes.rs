//! What the notes at the heads of a template say, in the languages of the studio.
//!
//! In English they are the schema's, which `datapackage.json` has too; in Russian they stand here, by table and column, or by
//! column alone where it says the same in every table.

use atlas_dataset::Language;
use atlas_dataset::schema::{Field, Table};

/// What a column says.
pub fn of(table: &Table, field: &Field, language: Language) -> &'static str {
    match language {
        Language::English => field.doc,
        Language::Russian => russian(table.name, field.name).unwrap_or(field.doc),
    }
}

fn russian(table: &str, column: &str) -> Option<&'static str> {
    let of = |wanted: &str| {
        RUSSIAN.iter().find(|(own, name, _)| *own == wanted && *name == column).map(|(_, _, words)| *words)
    };
    of(table).or_else(|| of(""))
}

/// Table, column, words.
const RUSSIAN: &[(&str, &str, &str)] = &[
    ("", "note", "Что ещё нужно знать читателю, прежде всего – где источник неясен."),
    ("", "source", "Источник, в котором это сказано."),
    (
        "",
        "locator",
        "Места в нём, через пробел. Каждое – id раздела и номер предложения в этом разделе: B7 – седьмое предложение раздела B, \
         B0 – его заголовок.",
    ),
    ("", "source_spelling", "Название, как оно написано в источнике, если оно необычно; по нему тоже можно найти."),
    ("", "instrument", "Документ."),
    ("sources", "id", "Короткое имя источника для столбцов source."),
    (
        "sources",
        "kind",
        "main: отсюда взяты сведения. background: поясняет то, о чём они говорят, и не показывается как их источник.",
    ),
    ("sources", "title", "Название источника."),
    (
        "sources",
        "original_title",
        "Название на языке самого источника; в ссылках приводится оно, а за ним перевод. Заполняется вместе с language.",
    ),
    ("sources", "language", "Язык original_title."),
    ("sources", "issuer", "Кто его издал."),
    ("sources", "url", "Где его можно прочитать."),
    ("sources", "published", "Когда он опубликован; пусто, если в нём не сказано."),
    ("sources", "read", "День, когда он прочитан для этих таблиц."),
    ("sections", "source", "Источник."),
    ("sections", "id", "Буквы, с которых начинаются места в этом разделе."),
    ("sections", "name", "О чём раздел, коротко и своими словами; это видит читатель."),
    ("partnerships", "id", "Короткое имя партнёрства; так же называется его столбец «документ не назван»."),
    ("partnerships", "name", "Название партнёрства."),
    ("partnerships", "parties", "Стороны."),
    (
        "partnerships",
        "background",
        "Что говорит другой источник и что помогает понять партнёрство; только вместе с этим источником и местом в нём.",
    ),
    ("partnerships", "background_source", "Источник, в котором это сказано."),
    ("partnerships", "background_locator", "Места в нём, как в locator."),
    ("groups", "id", "Короткое имя группы."),
    ("groups", "name", "Название группы."),
    ("sectors", "id", "Короткое имя направления."),
    ("sectors", "group", "Группа, в которой оно стоит."),
    ("sectors", "name", "Название направления."),
    ("sectors", "aliases", "Другие слова, по которым его можно найти."),
    (
        "sectors",
        "locator",
        "Где направление названо впервые. Места в источнике, через пробел. Каждое – id раздела и номер предложения в этом \
         разделе: B7 – седьмое предложение раздела B, B0 – его заголовок.",
    ),
    (
        "instruments",
        "id",
        "Короткое имя документа. У партнёрств, документов, предложений и событий имена общие: одно имя не может стоять в двух из \
         этих таблиц.",
    ),
    ("instruments", "partnership", "Чей это документ."),
    ("instruments", "kind", "Что это за документ."),
    ("instruments", "name", "Название, официальное, если оно есть, в обычном написании."),
    ("instruments", "short", "Название над столбцом, не длиннее 28 знаков."),
    ("instruments", "aliases", "Другие названия и сокращения, по которым его можно найти."),
    ("instruments", "adopted", "Событие, которым он принят; пусто, если не сказано."),
    (
        "instruments",
        "not_before",
        "Самое раннее, что допускает источник; только если о принятии не сказано. До первого из этих дней состояние не \
         определено.",
    ),
    ("instruments", "not_before_note", "Почему не раньше; вместе с not_before."),
    (
        "instruments",
        "not_before_locator",
        "Места в источнике этой строки, из которых следует эта граница, как в locator.",
    ),
    ("instruments", "stated_count", "Число, которое о нём называет источник; чего – говорит stated_unit."),
    ("instruments", "stated_unit", "Что считает stated_count; заполнено тогда же, когда и он."),
    ("proposals", "id", "Короткое имя предложения; имена общие с партнёрствами, документами и событиями."),
    ("proposals", "partnership", "Чьё сотрудничество имеется в виду."),
    ("proposals", "name", "Название предложения."),
    ("coverage", "sector", "Направление."),
    ("coverage", "instrument", "Документ. Заполняется либо instrument, либо partnership."),
    ("coverage", "partnership", "Партнёрство – для сотрудничества, для которого источник не называет документа."),
    (
        "coverage",
        "coverage",
        "covered: направление названо в заглавии документа, или источник говорит, что документ его охватывает. named-area: \
         документ называет его областью, в которой сотрудничество может развиваться. sectoral: сотрудничество, документ не \
         назван. exploring: проекты прорабатываются. Первые два – при документе, остальные – при партнёрстве.",
    ),
    ("events", "id", "Короткое имя события; имена общие с партнёрствами, документами и предложениями."),
    ("events", "partnership", "Партнёрство, которого касается событие."),
    ("events", "kind", "Что сделано. Это разные действия, и они не смешиваются."),
    ("events", "date", "Когда, не точнее, чем в источнике. Пусто, если не сказано."),
    (
        "events",
        "date_by",
        "Самая поздняя дата, которую может иметь событие без даты; только если date пусто. До неё нельзя сказать, было ли \
         событие известно.",
    ),
    ("events", "date_note", "Что о дате подразумевает источник или что из него следует."),
    ("events", "place", "Где."),
    ("events", "forum", "Встреча, на которой это произошло: название и номер."),
    ("events", "forum_of", "Чья это была встреча; только и всегда вместе с forum."),
    ("events", "name", "Несколько слов для отметки на хронологии, не длиннее 48 знаков."),
    ("events", "summary", "Что и кем сделано, одним предложением и своими словами."),
    ("events", "instruments", "Документы, которых касается событие."),
    ("events", "proposals", "Предложения, которых касается событие."),
    ("terms", "term", "Указанный срок. Последний год входит в него."),
    ("terms", "event", "Событие, из которого срок стал известен."),
    ("participants", "event", "Событие."),
    ("participants", "name", "Кто, в обычном написании."),
    ("participants", "role", "В каком качестве."),
    ("relations", "subject", "Откуда идёт связь."),
    (
        "relations",
        "relation",
        "implements: первое выполняет второе. extends: первое продлевает срок второго. recommended-before: то, о чём первое, \
         рекомендовано до второго. concerns: первое касается второго.",
    ),
    ("relations", "object", "Куда ведёт связь."),
    ("activities", "id", "Короткое имя мероприятия."),
    ("activities", "sectors", "Его направления; у каждого есть строка в coverage с этим документом."),
    ("activities", "title", "Что это за мероприятие."),
    ("activities", "date", "Когда; пусто, если не сказано."),
    ("activities", "state", "Насколько оно продвинулось, по источнику."),
];

#[cfg(test)]
mod tests {
    use super::*;
    use atlas_dataset::schema::TABLES;

    #[test]
    fn every_head_has_its_words_and_no_words_are_left_over() {
        for table in TABLES {
            for field in table.fields {
                assert!(russian(table.name, field.name).is_some(), "{}.{}", table.name, field.name);
            }
        }
        for (table, column, _) in RUSSIAN {
            let is_of = |own: &&Table| table.is_empty() || own.name == *table;
            let fields = || TABLES.into_iter().filter(is_of).flat_map(|table| table.fields);
            assert!(fields().any(|field| field.name == *column), "{table}.{column}");
        }
    }
}
