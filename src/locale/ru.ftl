### Русский. Состав сообщений задаёт файл en.ftl; там же пояснения для переводчиков.
###
### У каждого числа три формы: [one] 1, 21; [few] 2, 22; [many] 5, 11.
### {"\u00A0"} – неразрывный пробел; перед тире программа ставит его сама.

## Сам язык

language-name = Русский
language-direction = ltr

## Числа и перечни

number-separator = {"\u00A0"}
list-next = { $list }, { $item }
list-last = { $list } и { $item }

## Даты: не точнее, чем в источнике

months = январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь
months-governed = января февраля марта апреля мая июня июля августа сентября октября ноября декабря
months-short = янв фев мар апр май июн июл авг сен окт ноя дек
date-day = { $day }{"\u00A0"}{ $month } { $year }{"\u00A0"}г.
date-month = { $month } { $year }{"\u00A0"}г.
date-year = { $year }{"\u00A0"}г.
date-decade = { $year }-е{"\u00A0"}гг.
date-decade-governed = { $year }-х{"\u00A0"}гг.
date-about = около { $date }
date-uncertain = { $date } (предположительно)
date-years = { $from }–{ $to }{"\u00A0"}гг.
date-months = { $from } – { $to } { $year }{"\u00A0"}г.
date-days = { $from }–{ $to }{"\u00A0"}{ $month } { $year }{"\u00A0"}г.
date-span = { $from } – { $to }
date-from = с{"\u00A0"}{ $date }
date-until = до{"\u00A0"}{ $date }
date-by = не позднее { $date }
date-from-end-unknown = с{"\u00A0"}{ $date }, окончание не указано
date-until-start-unknown = до{"\u00A0"}{ $date }, начало не указано
date-not-stated = дата не указана
term-not-stated = срок не указан

## Состояние документа на определённый день

state-in-force = действует
state-in-force-note = Документ принят, и день приходится на указанный срок.
state-open = срок не указан
state-open-note = Источник не указывает срока.
state-ended = указанный срок завершён
state-ended-note = Указанный срок истёк. Источник не сообщает, что документ утратил силу.
state-not-yet-adopted = ещё не принято
state-not-yet-adopted-note = Документ принят позже этого дня.
state-undetermined = не определено
state-undetermined-note = Даты в источнике недостаточно точны для ответа.
doubt-adoption = День принятия не указан, известно только: { $date }
doubt-extension = День продления не указан, известно только: { $date }
doubt-bound = Граница срока указана приблизительно, предположительно или не указана.
doubt-not-begun = Документ принят, но указанный срок ещё не начался.

## Охват: как отрасль охвачена документом или партнёрством вне документов

coverage-covered = охвачено
coverage-covered-note = Отрасль названа в заглавии или перечне документа.
coverage-named-area = названная область
coverage-named-area-note = Документ называет отрасль областью, в которой может развиваться сотрудничество.
coverage-sectoral = отраслевое сотрудничество
coverage-sectoral-note = Партнёры сотрудничают в этой отрасли вне какого-либо документа.
coverage-exploring = прорабатывается
coverage-exploring-note = Проекты в этой отрасли прорабатываются; даты источник не указывает.
coverage-none = в источнике не упоминается
coverage-none-note = Источник об этом не говорит. Это не значит, что отрасль не охвачена.
coverage-inferred = выведено
coverage-inferred-note = Выведено из документа, который реализуется этим документом; сам источник этого не говорит.
coverage-inferred-from = выведено: реализует документ «{ $instrument }»

## Виды документов

kind-agreement = соглашение
kind-memorandum = меморандум о взаимопонимании
kind-programme = программа сотрудничества
kind-work-programme = рабочая программа
kind-plan-of-action = план действий
kind-work-plan = рабочий план

## Виды событий: разные действия, не смешивать

event-launched = создано
event-proposed = предложено
event-welcomed = поддержано
event-tasked = дано поручение
event-noted = принято к сведению
event-agreed = согласовано
event-signed = подписано
event-endorsed = одобрено
event-extended = продлено

## Связи, перед названием другой записи, в обе стороны

relation-implements = реализует
relation-implemented-by = чем реализуется
relation-extends = продлевает
relation-extended-by = чем продлено
relation-recommended-before = рекомендовано до
relation-recommended-first = что рекомендовано сначала
relation-concerns = касается
relation-subject-of = где рассматривается

## Состояние мероприятия

activity-planned = запланировано
activity-ongoing = проводится
activity-completed = завершено
activity-postponed = отложено
activity-cancelled = отменено

## Количество

count-sectors =
    { $n ->
        [one] { $n } отрасль
        [few] { $n } отрасли
       *[many] { $n } отраслей
    }
count-entries =
    { $n ->
        [one] { $n } запись
        [few] { $n } записи
       *[many] { $n } записей
    }
count-instruments =
    { $n ->
        [one] { $n } документ
        [few] { $n } документа
       *[many] { $n } документов
    }
count-partnerships =
    { $n ->
        [one] { $n } партнёрство
        [few] { $n } партнёрства
       *[many] { $n } партнёрств
    }
count-events =
    { $n ->
        [one] { $n } событие
        [few] { $n } события
       *[many] { $n } событий
    }
count-activities =
    { $n ->
        [one] { $n } мероприятие
        [few] { $n } мероприятия
       *[many] { $n } мероприятий
    }
count-articles =
    { $n ->
        [one] { $n } статья
        [few] { $n } статьи
       *[many] { $n } статей
    }
count-records =
    { $n ->
        [one] { $n } запись
        [few] { $n } записи
       *[many] { $n } записей
    }
count-gaps =
    { $n ->
        [one] { $n } отрасль без документа
        [few] { $n } отрасли без документа
       *[many] { $n } отраслей без документа
    }
count-more = ещё { $n }
count-of = { $n } из { $total }

## Представления

view = Вид
view-both = Оба
view-matrix = Матрица
view-timeline = Хронология
region-atlas = Атлас сотрудничества
region-filters = Фильтры
region-matrix = Матрица отраслей
region-timeline = Хронология
region-details = Подробности
skip-filters = Перейти к фильтрам
skip-matrix = Перейти к матрице
skip-timeline = Перейти к хронологии
skip-details = Перейти к подробностям
skip-end = Перейти к концу атласа

## Названия записей

sector = Отрасль
sectors = Отрасли
instrument = Документ
instruments = Документы
partnership = Партнёрство
partnerships = Партнёрства
event = Событие
events = События
activity = Мероприятие
activities = Мероприятия
proposal = Предложение
group = Группа
outside = вне документа
outside-of = { $partnership }, вне документа

## Фильтры

filters = Фильтры
filters-show = Показать фильтры
filters-hide = Скрыть фильтры
filters-set =
    { $n ->
        [one] { $n } фильтр
        [few] { $n } фильтра
       *[many] { $n } фильтров
    }
filter-search = Поиск
filter-search-hint = Отрасль, документ, событие или участник
filter-partnership = Партнёрство
filter-sector = Отрасль
filter-instrument = Документ
filter-coverage = Статус
filter-state = Состояние на { $date }
filter-gaps = Показать пробелы
filter-gaps-note = Только отрасли, которые в этот день не охвачены ни одним документом: ни действующим, ни без указанного срока.
filter-inferred = Показать выведенное
filter-inferred-note = Добавляет то, что следует лишь из реализации одного документа другим.
# Что считают числа рядом с вариантами.
filter-unit-entries = Числа: сколько записей матрицы оставит выбор
filter-unit-activities = Числа: сколько мероприятий оставит выбор
filter-any = Любое значение
filter-all = Все
filter-none = Ничего
filter-active = Выбранные фильтры
filter-remove = Убрать фильтр «{ $what }»
filter-clear = Сбросить фильтры
filter-choice =
    { $n ->
        [one] { $name }, { $n } запись
        [few] { $name }, { $n } записи
       *[many] { $name }, { $n } записей
    }
chip-search = Поиск: { $text }
chip-value = { $facet }: { $value }

## По состоянию на определённый день

as-known-on = По состоянию на
as-known = По состоянию на { $date }
# Сколько документов действует, после «По состоянию на 15 октября 2019 г.: ».
as-known-count =
    { $total ->
        [one] действует { $inforce } из { $total } документа
        [few] действуют { $inforce } из { $total } документов
       *[many] действуют { $inforce } из { $total } документов
    }
as-known-sentence =
    По состоянию на { $date }: { $inforce ->
        [one] действует
        [few] действуют
       *[many] действует
    } { $inforce } из { $total ->
        [one] { $total } документа
        [few] { $total } документов
       *[many] { $total } документов
    }
as-known-open = срок не указан: { $n }
as-known-ended = указанный срок завершён: { $n }
as-known-not-yet-adopted = ещё не принято: { $n }
as-known-undetermined = не определено: { $n }
as-known-label = По состоянию на, дата
as-known-hint = Год, месяц, день
as-known-invalid = «{ $text }» – не дата.
as-known-today = Сегодня
as-known-today-is = Сегодня, { $date }
as-known-earlier = Предыдущее изменение
as-known-later = Следующее изменение
as-known-first = Более ранних изменений нет
as-known-last = Более поздних изменений нет
as-known-play = Воспроизвести
as-known-stop = Остановить
as-known-note = То, что стало известно из событий источника до этого дня включительно. Более поздние события не учитываются.
later-than-day = позже этого дня
may-be-later = возможно, позже этого дня
change-state = { $instrument }: { $state }
compare = Сравнить
compare-with = Сравнить с датой
compare-stop = Закончить сравнение
compare-sentence = Сравнение: { $from } и { $to }
compare-none = Между этими днями ничего не изменилось.
compare-change = { $instrument }: { $from }, затем { $to }

## Матрица

matrix-caption = Отрасли по документам, по состоянию на { $date }
matrix-order = Порядок строк и столбцов
matrix-order-rows = Порядок отраслей
matrix-order-columns = Порядок документов
order-authored = Как в перечне
order-coverage = По охвату
order-name = По названию
order-date = По дате
cell = { $coverage }: { $sector }, { $instrument }
cell-activities =
    { $n ->
        [one] { $sector }, { $instrument }: { $coverage }, { $n } мероприятие
        [few] { $sector }, { $instrument }: { $coverage }, { $n } мероприятия
       *[many] { $sector }, { $instrument }: { $coverage }, { $n } мероприятий
    }
column = { $instrument }: { $state }, { $term }
group-collapse = Свернуть: { $group }
group-expand = Развернуть: { $group }
not-listed-by-sector = В источнике не разбито по отраслям.

## Хронология

timeline-caption = Документы и события во времени, по состоянию на { $date }
timeline-range = { $from } – { $to }
timeline-window = Показанная часть периода
timeline-flag = { $date }
timeline-zoom-in = Приблизить
timeline-zoom-out = Отдалить
timeline-whole = Весь период
timeline-reset = Сбросить
timeline-pan-earlier = К более ранним годам
timeline-pan-later = К более поздним годам
timeline-undated = Дата не указана
timeline-list = События списком
timeline-playhead = День, по состоянию на который показаны данные
timeline-today = сегодня
timeline-first-term = первоначальный срок
timeline-extension = продление
timeline-known-since = стало известно: { $date }
timeline-not-known-yet = в этот день ещё не известно
timeline-group-by = Группировать
timeline-cluster =
    { $n ->
        [one] { $n } мероприятие, { $span }
        [few] { $n } мероприятия, { $span }
       *[many] { $n } мероприятий, { $span }
    }
timeline-events-cluster =
    { $n ->
        [one] { $n } событие, { $span }
        [few] { $n } события, { $span }
       *[many] { $n } событий, { $span }
    }
event-line = { $date }: { $event }
instrument-line = { $instrument }: { $term }
order-unknown = Что было раньше, неизвестно: «{ $a }» или «{ $b }».
order-unknown-to = до или после события «{ $other }» – неизвестно

## Подробности

details = Подробнее
details-of = Подробнее: { $name }
details-none = Выберите отрасль, документ, ячейку или событие.
close = Закрыть
back = Назад
show-more = Показать больше
show-less = Показать меньше
fact-kind = Вид
fact-parties = Стороны
fact-state = Состояние
fact-term = Срок
fact-term-known = Срок, известный на этот день
fact-terms = Сроки
fact-adopted = Принятие
fact-adopted-not-stated = Дата принятия не указана
fact-number = Указанное количество
fact-date = Дата
fact-place = Место
fact-act = Действие
fact-summary = Содержание
fact-participants = Участники
fact-signed-by = Подписали
fact-relations = Связи
fact-coverage = Охват
fact-covers = Отрасли
fact-covered-by = Документы
fact-also-called = Другие названия
fact-note = Примечание
fact-spelling = В источнике написано «{ $text }».
participant-role = { $name }, { $role }
act-dated = { $act }, { $date }
proposal-note = Предложение, а не документ.

## Источник и ссылка на него

source = Источник
sources = Источники
source-section = раздел «{ $section }»
source-sentences =
    { $n ->
        [one] раздел «{ $section }», предложение { $sentences }
        [few] раздел «{ $section }», предложения { $sentences }
       *[many] раздел «{ $section }», предложения { $sentences }
    }
source-issuer = Издатель: { $issuer }
source-published = Опубликовано: { $date }
source-undated = без даты
source-read = Прочитано: { $date }
source-open = Открыть источник
data-date = Данные проверены: { $date }
data-version = Версия данных { $version }
cite = Цитировать
cite-copy = Скопировать цитату
citation = { $issuer }: «{ $title }», { $place }. { $url } (прочитано: { $date }).
copy-link = Скопировать ссылку
copied = Скопировано
copy-failed = Здесь копирование запрещено. Выделите текст и скопируйте его.
opens-elsewhere = откроется другой сайт

## Условные обозначения и справка

legend = Условные обозначения
legend-coverage = Знаки в матрице
legend-timeline = Знаки в хронологии
legend-day = событие в определённый день
legend-month = событие в течение месяца, день не указан
legend-year = событие в течение года, день не указан
legend-later = в этот день ещё не известно
help = Справка
help-keys = Клавиши
about = Об атласе

## Взять с собой

download = Скачать
download-csv = Таблица (CSV)
download-json = Данные (JSON)
download-ics = События для календаря (ICS)
download-svg = Рисунок (SVG)
print = Печать
embed = Встроить
embed-copy = Скопировать код
save-copy = Сохранить копию
save-copy-note = Один файл с этим видом, который открывается без сети.

## Язык и оформление

language = Язык
language-switch = Язык: { $language }
text-in-language = на языке: { $language }
theme = Цвета
theme-auto = Как на устройстве
theme-light = Светлые
theme-dark = Тёмные

## Пустые состояния и уведомления

empty = Ничего не найдено
empty-reason = Всем фильтрам вместе не отвечает ни одна запись.
empty-pair = В источнике не упоминается.
empty-pair-note = Источник об этом не говорит: { $what }. Это не значит, что ничего нет.
empty-search = По запросу «{ $text }» ничего не найдено.
empty-gaps = В этот день у каждой из этих отраслей есть документ.
empty-events = Фильтрам не отвечает ни одно событие.
empty-activities = Фильтрам не отвечает ни одно мероприятие.
empty-back = Сбросить фильтры
empty-without = Без фильтра «{ $what }»: { $n }
notice-dropped = Пропущено, поскольку в данных нет таких значений: { $what }.
notice-synthetic = Вымышленные данные, только для проверок и показа.
notice-as-of-copy = Копия сохранена { $date }
loading = Загрузка
announce-result = { $sectors }, { $instruments }, { $events }
error = Ошибка
error-unknown = Атлас остановился. Вместо него показана статичная таблица.
dataset-foreign = Этот файл – не набор данных атласа.
dataset-version = Этот набор данных упакован для другой версии атласа.
dataset-damaged = Этот набор данных повреждён.
dataset-unreachable = Не удалось загрузить набор данных.
