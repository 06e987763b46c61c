### Русский. Состав сообщений задаёт файл en.ftl; там же пояснения для переводчиков.
###
### У каждого числа три формы: [one] 1, 21; [few] 2, 22; [many] 5, 11.
### {"\u00A0"} – неразрывный пробел; перед тире и после слов из одной буквы программа ставит его сама.

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
state-open-note = До какого времени, источник не говорит.
state-ended = указанный срок завершён
state-ended-note = Источник не сообщает, что документ утратил силу.
state-not-yet-adopted = ещё не принято
state-not-yet-adopted-note = Документ принят позже этого дня.
state-undetermined = не определено
doubt-adoption = День принятия не указан, известно только: { $date }
doubt-extension = День продления не указан, известно только: { $date }
doubt-bound = Граница срока указана приблизительно, предположительно или не указана.
doubt-not-begun = Документ принят, но указанный срок ещё не начался.

## Охват: как отрасль охвачена документом или партнёрством вне документов

coverage-covered = охвачено
coverage-covered-note = Отрасль названа в заглавии или перечне документа.
coverage-named-area = названная область
coverage-named-area-note = Документ называет отрасль областью, в которой может развиваться сотрудничество.
# Мягкие переносы (U+00AD) – для узких столбцов.
coverage-sectoral = отрасле­вое сотрудни­чество
coverage-sectoral-short = отрасле­вое
coverage-sectoral-note = Источник говорит о сотрудничестве, не называя документа.
coverage-exploring = прораба­тывается
coverage-exploring-note = Проекты в этой отрасли прорабатываются; даты источник не указывает.
coverage-none = в источнике не упоминается
coverage-left-out = скрыто фильтрами
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

relation-implements = реализует:
relation-implemented-by = чем реализуется:
relation-extends = что продлевает:
relation-extended-by = чем продлено:
relation-recommended-before = до чего рекомендовано:
relation-recommended-first = что рекомендовано сначала:
relation-concerns = чего касается:
relation-subject-of = где рассматривается:

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

## Представления

view = Вид
view-both = Оба
view-matrix = Матрица
view-timeline = Хронология
region-atlas = Атлас сотрудничества
region-matrix = Матрица отраслей
region-timeline = Хронология

## Названия записей

sector = Отрасль
sectors = Отрасли
instrument = Документ
instruments = Документы
event = Событие
events = События
proposal = Предложение
outside = вне документа
outside-of = { $partnership }, вне документа

## Фильтры

filters = Фильтры
filter-search = Поиск
filter-partnership = Партнёрство
filter-sector = Отрасль
filter-instrument = Документ
filter-coverage = Статус
filter-state = Состояние
filter-gaps = Показать пробелы
filter-gaps-note = Только отрасли, для которых источник не называет документа, действующего или без указанного срока.
gap-no-instrument = документ не назван
filter-inferred = Показать выведенное
filter-inferred-note = Добавляет то, что следует лишь из реализации одного документа другим.
# Что считают числа рядом с вариантами.
filter-unit-entries = Числа: сколько записей матрицы оставит выбор
filter-unit-activities = Числа: сколько мероприятий оставит выбор
filter-remove = Убрать фильтр «{ $what }»
filter-clear = Сбросить фильтры

## По состоянию на определённый день

as-known = По состоянию на { $date }
# Сколько документов действует, после «По состоянию на 15 октября 2019 г.: ».
as-known-count =
    { $inforce ->
        [one] действует
        [few] действуют
       *[many] действует
    } { $inforce } из { $total ->
        [one] { $total } документа
        [few] { $total } документов
       *[many] { $total } документов
    }
as-known-open = срок не указан:{"\u00A0"}{ $n }
as-known-ended = указанный срок завершён:{"\u00A0"}{ $n }
as-known-not-yet-adopted = ещё не принято:{"\u00A0"}{ $n }
as-known-undetermined = не определено:{"\u00A0"}{ $n }
as-known-label = По состоянию на, дата
as-known-today = Сегодня
as-known-earlier = Предыдущее изменение
as-known-later = Следующее изменение
as-known-play = Показать ход
as-known-stop = Остановить
as-known-horizon = Последнее датированное событие в источнике: { $date } О том, что было позже, он не говорит.

## Сравнение двух дней

compare-with = Сравнить с
compare-label = Второй день, для сравнения
compare-stop = Не сравнивать
compare-sentence = Изменения: { $from } – { $to }
compare-none = Ничего из того, что датировано в источнике.
compare-term = срок { $from }, затем { $to }
later-than-day = позже этого дня
may-be-later = возможно, позже этого дня

## Матрица

matrix-caption = Отрасли по документам, по состоянию на { $date }
matrix-skip = Дальше, за матрицу
matrix-order = Порядок строк и столбцов
order-authored = Как в перечне
order-coverage = По охвату
cell = { $coverage }: { $sector }, { $instrument }

## Хронология

timeline-window = Показанная часть периода
timeline-zoom-in = Приблизить
timeline-zoom-out = Отдалить
timeline-whole = Весь период
timeline-pan-earlier = К более ранним годам
timeline-pan-later = К более поздним годам
timeline-undated = Дата не указана
timeline-list = События списком
timeline-known-since = стало известно: { $date }
timeline-group-by = Группировать
order-unknown-to = до или после события «{ $other }» – неизвестно

## Подробности

details = Подробнее
close = Закрыть
show-more = Показать больше
fact-parties = Стороны
fact-state = Состояние
fact-terms = Сроки
fact-adopted = Принятие
fact-number = Указанное количество
fact-date = Дата
fact-place = Место
fact-participants = Участники
fact-relations = Связи
fact-covered-by = Документы
fact-also-called = Находится также как
fact-note = Примечание
fact-spelling = В источнике стоит «{ $text }».

## Источник и ссылка на него

source = Источник
source-section = раздел «{ $section }»
source-sentences =
    { $n ->
        [one] раздел «{ $section }», предложение{"\u00A0"}{ $sentences }
        [few] раздел «{ $section }», предложения{"\u00A0"}{ $sentences }
       *[many] раздел «{ $section }», предложения{"\u00A0"}{ $sentences }
    }
source-read = Прочитано: { $date }
data-date = Данные проверены: { $date }
# В статическом виде, когда интерактивный уже должен был появиться.
still-note = Интерактивный атлас не запустился. Всё, что он знает, стоит на этой странице.
cite = Цитировать
citation = { $issuer }: «{ $title }», { $place }. { $url } (прочитано: { $date }).

## Условные обозначения и справка

legend = Условные обозначения

## Язык и оформление

language = Язык

## Пустые состояния и уведомления

empty-pair = В источнике не упоминается.
empty-search = Ни одна отрасль не отвечает запросу «{ $what }» и фильтрам.
empty-filters = Фильтрам не отвечает ни одна отрасль.
empty-events = Фильтрам не отвечает ни одно событие.
notice-dropped = Пропущено, поскольку в данных нет таких значений: { $what }.
# Нет перевода набора данных или некоторых слов интерфейса.
notice-untranslated = Некоторые тексты не переведены; они показаны на языке оригинала.
notice-synthetic = Вымышленные данные, только для проверок и показа.

# Сохраняет файл, в котором атлас помещается целиком, в его нынешнем состоянии.
save-copy = Сохранить копию

# Какая клавиша что делает.
keys = Клавиатура
key-tab = От элемента к элементу и обратно.
key-enter = Открывает подробности выбранного.
key-arrows = В матрице: к ближайшей записи в этом направлении.
key-zoom = В хронологии: ближе, дальше, весь период.
key-escape = Закрывает открытое; в матрице ведёт за её конец.

# Окно, из которого редактор берёт код для вставки в страницу.
embed = Встроить
embed-title = Встроить этот вид
embed-way = Способ
embed-script = Скрипт
embed-script-note = Работает при строгой политике безопасности и перенимает вид страницы. Файл скрипта разместите на своём сайте.
embed-frame = Фрейм
embed-frame-note = Для систем, где фреймы разрешены, а скрипты нет. Скрипт, который подстраивает высоту, есть в документации.
embed-html = Простая разметка
embed-html-note = Для систем, которые удаляют скрипты: таблица и список в их нынешнем виде.
theme = Цвета
theme-auto = Как на странице
theme-light = Светлые
theme-dark = Тёмные
copy = Копировать
copied = Скопировано

## Что изменилось между двумя днями и где найдены слова поиска

compare-covered = { $instrument } охватывает: { $sectors }
compare-named-area = { $instrument } называет областями сотрудничества: { $sectors }
compare-undetermined = может не приходиться на этот промежуток
compare-order-unknown = место среди названного выше неизвестно
compare-between = между сравниваемыми днями
compare-may-be-between = возможно, между сравниваемыми днями
found-in = Где найдено: { $fields }
found-summary = Краткое содержание
