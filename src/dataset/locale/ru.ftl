### Что говорит проверка данных: что не так и – после слова «нужно» – что должно быть.
### Таблицы названы как файлы (events.csv), а в книге – как листы (events).

nothing = ничего

## Ячейки: что не так

empty = пусто
twice = { $value } указано дважды
no-translation = нет перевода
malformed-date = неверная запись даты { $value }
malformed-day = неверная запись дня { $value }
malformed-id = неверная запись id { $value }
malformed-language = неверное обозначение языка { $value }
malformed-number = неверная запись числа { $value }
malformed-address = неверный адрес { $value }
malformed-place = неверная ссылка на место { $value }
malformed-name = неверное имя { $value }
malformed = неверное значение
no-such-date = такой даты нет: { $value }
end-before-start = конец раньше начала: { $value }
no-date = ни одной даты: { $value }
date-alone = одна дата вместо срока: { $value }
an-interval = срок вместо даты: { $value }
no-exact-limit = неточная граница { $value }
unknown-value = неизвестное значение { $value }
unknown-id = неизвестный id { $value }
unknown-section = неизвестный раздел { $value }
duplicate-id = повторный id { $value } (впервые в строке { $row } таблицы { $table })
duplicate-section = повторный id { $value }
empty-part = пустая часть в перечне
control-character = управляющий символ { $code }
noncharacter = недопустимый символ { $code }
direction-character = символ управления направлением письма { $code }
mark-too-many = лишний надстрочный знак { $code }
letters = { $number ->
    [one] { $number } знак
    [few] { $number } знака
   *[other] { $number } знаков
}
empty-beside-title = пусто, хотя указано исходное название
empty-beside-language = пусто, хотя указан язык
empty-beside-limit = пусто, хотя указана граница
empty-beside-note = пусто, хотя есть примечание
empty-beside-number = пусто, хотя указано число
empty-beside-unit = пусто, хотя указана единица
empty-beside-forum = пусто, хотя указана встреча
empty-beside-fellows = пусто, хотя связанные ячейки заполнены
filled-beside-adoption = заполнено, хотя указано принятие
filled-beside-date = заполнено, хотя указана дата
filled-without-forum = заполнено, хотя встреча не указана
with-instrument = { $value } вместе с документом
without-instrument = { $value } без документа
neither = не указаны ни документ, ни партнёрство
both = указаны и документ, и партнёрство

## Строки, которые не согласуются

not-covered = направление { $value }, которое документ не охватывает
same-cell = то же направление и тот же столбец, что в строке { $row }
not-listed = в событии { $event } этот документ не назван
to-itself = связь с самим собой
circle = круг из связей { $value } (их { $number })
ids-up-to-here = id в строках до этой: { $number }
too-many-inferred = из связей `implements` следует больше клеток, чем { $number }

## Таблицы и файлы: что не так

no-header = нет строки заголовков
column-twice = столбец указан дважды
unknown-column = неизвестный столбец
missing-column = нет столбца
semicolons-between = между ячейками точки с запятой, как их пишет Excel в некоторых странах
tabs-between = между ячейками знаки табуляции, как их пишет Excel в некоторых странах
never-closed = незакрытая кавычка
too-many-rows = слишком много строк ({ $number })
empty-row = пустая строка
cells = { $number ->
    [one] { $number } ячейка
    [few] { $number } ячейки
   *[other] { $number } ячеек
}
too-many-cells = ячеек больше, чем нужно: { $number } (текст с запятыми берут в кавычки)
utf-16 = не UTF-8, а UTF-16
not-utf-8 = не UTF-8 (байт { $byte })
not-json = не JSON ({ $message })
missing-or-empty = нет или пусто
too-many-languages = языков слишком много: { $number }
no-such-folder = нет такой папки
no-such-file = нет такого файла
no-such-sheet = нет такого листа
cannot-be-read = не удалось прочитать ({ $error })
and-in-more-rows = { $what } (и ещё в строках: { $number })

## Что должно быть

this = { $value }
kind-id = строчные латинские буквы, цифры и одиночные дефисы, например `mou-2018`
kind-section = прописные латинские буквы, например `A`
kind-text = текст
kind-texts = тексты, между ними ` | `
kind-language = обозначение языка, например `en`, `ru` или `zh-Hans`
kind-url = адрес, который начинается с https:// или http://
kind-day = день, например 2026-11-23
kind-date = дата в записи EDTF, например 2016-08-05, 2019-09 или 2016~
kind-limit = день, месяц или год без `~`, `?` и `%`
kind-time = дата в записи EDTF, например 2016-08-05, 2019-09, 2016 или 2016/2020
kind-interval = срок в записи EDTF, например 2016/2020 или 2018/..
kind-number = целое число от 1 до 65535
kind-locator = буквы раздела и номер предложения (0 – заголовок), например `B7` или `B0 B5`
edtf = дата в записи EDTF, например 2016-08-05, 2019-09, 2016, 201X, 2016~, 2016/2020 или 2018/..
edtf-near = дата в записи EDTF, например 2016-08-05, 2019-09, 2016, 201X, 2016~, 2016/2020 или 2018/..; ближе всего { $near }
a-date-of-the-calendar = месяц от 01 до 12 и день, который в нём есть
start-first = срок, конец которого не раньше начала
at-least-one-date = дата хотя бы на одном конце срока
id-near = строчные латинские буквы, цифры и одиночные дефисы, например `mou-2018`; ближе всего { $near }
day-near = день, например 2026-11-23; ближе всего { $near }
one-of = { $values }
one-of-near = { $values }; ближе всего { $near }
id-of = id из таблицы { $tables }
ids-of = id из таблицы { $tables } или несколько, между ними ` | `
id-of-near = id из таблицы { $tables }; ближе всего { $near }
id-of-none = id из таблицы { $tables }, но в ней нет ни одного
id-of-no-other = id, которого нет ни в одной другой строке
section-once = каждый раздел источника { $source } один раз
as-in-sections = { $values }, как в таблице { $table }
interval-such-as = срок, например { $value }
parts = части, между ними ` | `
each-id-once = каждый id один раз
translation-of = перевод столбца { $column }
text-without-it = текст без него
marks-at-most = не больше { $number } подряд
at-most = не больше { $number }
in-all-rows-at-most = не больше { $number } во всех строках вместе
rows-at-most = не больше { $number } под заголовком
tag-of-its-language = обозначение его языка, например `en`
title-in-that-language = название на этом языке
only-without-adoption = заполнять, только если принятие не указано
only-without-date = заполнять, только если дата не указана
place-of-limit = место, в котором указана граница, и пояснение к ней
date-of-limit = дата, до которой ничего нельзя сказать
what-it-counts = что считает это число
number-of-them = их число
whose-meeting = партнёрство, чья это была встреча
name-of-meeting = название встречи рядом
all-or-none = заполнить { $name }, { $source } и { $locator } или ни одного из них
both-or-neither = заполнить { $name } и { $locator } или ни того ни другого
exactly-one = ровно одно из двух
row-in-coverage = строка в таблице { $table } с этим направлением и этим документом
each-pair-once = каждая пара один раз
listed = { $value } среди его документов в таблице { $table }
another-id = id, отличный от указанного в subject
no-way-back = чтобы ни одна запись не вела обратно к себе
the-columns = столбцы { $names }
column-once = каждый столбец один раз
language-of-package = язык из datapackage.json: { $values }
known-column = известный столбец; ближе всего { $near }
commas = запятые
closed = кавычка в конце каждой ячейки в кавычках; внутри ячейки кавычки удваивают
record-or-none = запись или никакой строки
as-in-header = { $number }, как в строке заголовков
utf-8 = UTF-8 (в Excel: сохранить как «CSV UTF-8»)
a-data-package = пакет данных
a-table = таблица пакета данных
a-folder = папка с datapackage.json и таблицами
language-tags = перечень обозначений языков без повторов, например ["en", "ru"]
letters-of-names = строчные латинские буквы, цифры, -, . и _
true-or-false = true или false

## Книги, архивы и файлы: почему из них ничего нельзя прочитать

nothing-to-read = читать нечего
not-known = не книга и не файлы CSV пакета данных: нужен .xlsx, .ods, .csv, архив zip с файлами CSV или .atlas
too-large = больше { $number } МБ – больше, чем нужно любому набору
too-large-unpacked = в распакованном виде больше { $number } МБ – больше, чем нужно любому набору
too-many-files = файлов внутри больше, чем { $number }
too-many-cells-in-all = ячеек больше, чем { $number }, – больше, чем нужно любому набору
password = под паролем: нужна книга, которая открывается без пароля
old-workbook = книга формата до 2007 года: нужен .xlsx или .ods (в Excel: сохранить как «Книга Excel»)
binary-workbook = двоичная книга: нужен .xlsx или .ods (в Excel: сохранить как «Книга Excel»)
no-workbook = документ, но не книга: нужен .xlsx или .ods
broken-workbook = книга повреждена ({ $error }): нужна такая, которую открывает табличный редактор; сохраните её в нём заново
broken-archive = архив повреждён ({ $error }): нужен целый
nothing-in-archive = в архиве нет файлов CSV: нужны таблицы пакета данных

## Книги и файлы: что и как прочитано

macros = в книге есть макросы, они не выполняются
values-only = только значения и формулы
sheet-twice = лист для таблицы, у которой лист уже есть
first-counts = по одному листу на таблицу; учтён первый
hidden-sheet = скрытый лист, он тоже прочитан
hidden-counts = показать его или удалить
no-table = это имя не таблицы; лист или файл не тронут
tables-are = таблица: { $names }
table-near = таблица; ближе всего { $near }
outside = ячейка вне таблицы, в столбце без заголовка; она пропущена
more-outside = ещё ячеек вне таблицы: { $number }; они пропущены
outside-left = заголовок над ней или пустое место
formula-failed = формула с ошибкой: { $value }
a-value = значение
real-date = дата табличного редактора, прочитана как день { $value }
precision = нужная точность, набранная текстом: день оставить так, { $month } – если месяц, { $year } – если год
read-as = не UTF-8; прочитано как { $encoding }
a-name = название
another-term = срок, отличный от { $value } в строке { $row }; он пропущен
one-term = один срок на документ; для продлений нужны полные таблицы
