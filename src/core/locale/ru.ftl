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
list-more = { $list } и ещё { $n }

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

state-in-force = в пределах указанного срока
state-in-force-note = Документ принят, и день приходится на указанный срок.
state-open = срок не указан
state-open-note = На какое время рассчитан документ, в источнике не сказано.
state-ended = указанный срок истёк
state-ended-note = День приходится на время после указанного срока; о том, что документ утратил силу, в источнике не говорится.
state-not-yet-adopted = до принятия
state-not-yet-adopted-note = По источнику, документ принят позже этого дня.
state-undetermined = состояние не определено
state-undetermined-note = Указанные в источнике даты не позволяют определить состояние на этот день.
doubt-adoption = День принятия не указан, известно только: { $date }
doubt-extension = День продления не указан, известно только: { $date }
doubt-bound = Граница срока указана приблизительно, предположительно или не указана.
doubt-not-begun = Документ принят, но день приходится на время до указанного срока.

## Охват: как направление охвачено документом или партнёрством, если документ не назван

coverage-covered = охвачено
coverage-covered-note = Направление названо в заглавии документа либо, по словам источника, охвачено документом.
coverage-named-area = названо областью сотрудни­чества
coverage-named-area-short = названо областью
coverage-named-area-note = Документ называет направление областью, в которой может развиваться сотрудничество.
# Мягкие переносы (U+00AD) – для узких столбцов.
coverage-sectoral = отрасле­вое сотрудни­чество
coverage-sectoral-short = отрасле­вое
coverage-sectoral-note = Источник говорит о сотрудничестве, не называя документа.
coverage-exploring = прораба­тывается
coverage-exploring-note = Проекты по этому направлению прорабатываются; дата в источнике не указана.
coverage-none = в источнике не упоминается
coverage-left-out = скрыто фильтрами
coverage-none-note = Источник об этом не говорит. Это не значит, что направление не охвачено.
coverage-inferred = косвенно
coverage-inferred-note = Следует лишь из реализации этим документом другого; в самом источнике этого не сказано.
coverage-inferred-from = косвенно: реализует документ «{ $instrument }»

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
event-welcomed = приветствовалось
event-tasked = дано поручение
event-noted = принято к сведению
event-agreed = согласовано
event-signed = подписано
event-endorsed = одобрено
event-extended = продлено

## Связи, перед названием другой записи, в обе стороны

relation-implements = реализует:
relation-implemented-by = реализуется через:
relation-extends = продлевает:
relation-extended-by = чем продлено:
relation-recommended-before = рекомендовано до:
relation-recommended-first = сначала рекомендовано:
relation-concerns = предмет:
relation-subject-of = является предметом:

## Состояние мероприятия

activity-planned = запланировано
activity-ongoing = проводится
activity-completed = завершено
activity-postponed = отложено
activity-cancelled = отменено

## Количество

count-sectors =
    { $n ->
        [one] { $n } направление
        [few] { $n } направления
       *[many] { $n } направлений
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
region-matrix = Матрица направлений
region-timeline = Хронология

## Названия записей

sector = Направление
sectors = Направления
instrument = Документ
instruments = Документы
event = Событие
events = События
proposal = Предложение
outside = документ не назван
outside-of = { $partnership }, документ не назван

## Фильтры

filters = Фильтры
filter-search = Поиск
filter-partnership = Партнёрство
filter-sector = Направление
filter-instrument = Документ
filter-coverage = Охват
filter-gaps = Показать пробелы
filter-gaps-note = Только направления, для которых источник не называет документа в пределах указанного срока или без указанного срока.
gap-no-instrument = документ не назван
# Что считают числа рядом с вариантами.
filter-unit-entries = Числа: сколько записей останется
filter-unit-activities = Числа: сколько мероприятий останется
filter-remove = Убрать фильтр «{ $what }»
filter-clear = Сбросить фильтры

## Вывод: что показывают фильтры, одним предложением под заголовком

finding-filtered = С учётом фильтров
finding-found = По запросу «{ $what }»
finding-count =
    { $total ->
        [one] { $n } из { $total } направления
        [few] { $n } из { $total } направлений
       *[many] { $n } из { $total } направлений
    }
finding-in-instrument =
    { $sectors } { $n ->
        [one] названо
        [few] названы
       *[many] названо
    } в документе «{ $one }»
finding-in-partnership =
    { $sectors } { $n ->
        [one] названо
        [few] названы
       *[many] названо
    } в документах партнёрства «{ $one }»
finding-in-both =
    { $sectors } { $n ->
        [one] названо
        [few] названы
       *[many] названо
    } в документах обоих партнёрств – «{ $one }» и «{ $other }»
finding-in-all =
    { $sectors } { $n ->
        [one] названо
        [few] названы
       *[many] названо
    } в документах всех партнёрств (их { $of })
finding-in-several =
    { $sectors } { $n ->
        [one] названо
        [few] названы
       *[many] названо
    } в документах двух или более партнёрств из { $of }
finding-apart =
    { $sectors } { $n ->
        [one] названо
        [few] названы
       *[many] названо
    } в документах, но ни одно – в документах двух партнёрств
finding-outside =
    { $sectors } { $n ->
        [one] упомянуто
        [few] упомянуты
       *[many] упомянуто
    } без указания документа
finding-inferred = { $sectors } – только косвенно
finding-gaps =
    { $sectors } – { $n ->
        [one] пробел
        [few] пробелы
       *[many] пробелы
    } (не назван документ в пределах указанного срока или без указанного срока)
finding-new =
    { $sectors } впервые { $n ->
        [one] названо
        [few] названы
       *[many] названо
    } в документах между { $one } и { $other }
finding-new-none = Между { $one } и { $other } ни одно направление не названо в документах впервые
finding-sector =
    { $n ->
        [one] { $one } названо в { $n } документе
        [few] { $one } названо в { $n } документах
       *[many] { $one } названо в { $n } документах
    }
finding-sector-outside = { $one } упомянуто без указания документа
finding-quoted = Направление «{ $sector }»
finding-not-yet = На { $other } принятие документов, в которых названо { $one }, не установлено
finding-any-sector = хотя бы одно направление
finding-silent = В источнике для документа «{ $one }» направления не названы
finding-left-out = Не учтено то, что на { $date } ещё не принято или не определено.
finding-new-left-out = Не учтено то, что, возможно, произошло вне этого промежутка.

## По состоянию на определённый день

as-known = По состоянию на { $date }
# Сколько документов в пределах указанного срока, после «По состоянию на 15 октября 2019 г.: ».
as-known-count =
    { $inforce } из { $total ->
        [one] { $total } документа
        [few] { $total } документов
       *[many] { $total } документов
    } в пределах указанного срока
as-known-open = у{"\u00A0"}{ $n }{"\u00A0"}срок не указан
as-known-ended = у{"\u00A0"}{ $n } указанный срок истёк
as-known-not-yet-adopted = { $n }{"\u00A0"}до принятия
as-known-undetermined = у{"\u00A0"}{ $n } состояние не определено
as-known-label = По состоянию на
as-known-today = Сегодня
as-known-earlier = Предыдущее изменение
as-known-later = Следующее изменение
as-known-play = Пуск
as-known-horizon = Последняя дата события в источнике – { $date }
terms-past-on = На { $date }
terms-past = все указанные сроки истекли
terms-ended = { $n } – в{"\u00A0"}{ $date }
terms-ended-next = { $n } – в{"\u00A0"}{ $date }
terms-open = ещё у{"\u00A0"}{ $n }{"\u00A0"}срок не указан

## Шаг во времени

caption = { $number } из { $total }: { $what }
caption-none = в отобранном изменений нет

## Сравнение двух дней

compare-with = Сравнить с
compare-label = Второй день, для сравнения
compare-stop = Не сравнивать
compare-sentence = С { $from } по { $to }
compare-none = датированных изменений нет
summary-adopted =
    { $n ->
        [one] принят { $n } документ
        [few] принято { $n } документа
       *[many] принято { $n } документов
    }
summary-extended =
    { $n ->
        [one] продлён { $n } срок
        [few] продлено { $n } срока
       *[many] продлено { $n } сроков
    }
summary-ended =
    { $n ->
        [one] истёк { $n } указанный срок
        [few] истекли { $n } указанных срока
       *[many] истекло { $n } указанных сроков
    }
summary-none-ended = ни один срок не истёк
summary-other =
    { $n ->
        [one] { $n } другое событие
        [few] { $n } других события
       *[many] { $n } других событий
    }
summary-sectors =
    { $n ->
        [one] впервые названо { $n } направление
        [few] впервые названы { $n } направления
       *[many] впервые названо { $n } направлений
    }
summary-undetermined = { $n } – не определено
compare-term = срок { $from }, затем { $to }
later-than-day = позже этого дня
may-be-later = возможно, позже этого дня

## Матрица

matrix-caption = Направления по документам, по состоянию на { $date }
matrix-part = Показано столбцов: { $number } из { $total }
matrix-skip = Пропустить матрицу
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
timeline-known-since = известно с: { $date }
timeline-group-by = Группировать по
order-unknown-to = до или после события «{ $other }» – неизвестно

## Подробности

details = Подробнее
answer-covered = { $sector } охвачено документом «{ $instrument }»
answer-named-area = { $sector } названо в документе «{ $instrument }» областью сотрудничества
answer-on-day = На { $date }: { $what }
close = Закрыть
show-more = Показать больше
fact-parties = Стороны
fact-terms = Сроки
fact-adopted = Принятие
fact-number = Указанное количество
fact-place = Место
fact-forum = Встреча
fact-participants = Участники
fact-relations = Связи
fact-covered-by = Документы
fact-also-called = Находится и по словам
fact-note = Примечание
fact-spelling = В источнике стоит «{ $text }».

## Источник и ссылка на него

source = Источник
# Слова в скобках – наши, а не источника, поэтому без кавычек.
source-section = раздел { $section } ({ $about })
source-heading = заголовок
source-sentences =
    { $n ->
        [one] предложение{"\u00A0"}{ $sentences }
        [few] предложения{"\u00A0"}{ $sentences }
       *[many] предложения{"\u00A0"}{ $sentences }
    }
source-read = Дата обращения: { $date }
source-background = справочно, не со страницы-источника
data-date = Данные проверены: { $date }
# В статическом виде, когда интерактивный уже должен был появиться.
still-note = Интерактивный атлас не запустился. Все данные приведены на этой странице.
cite = Цитировать
citation = { $issuer }: { $title }, { $place }. { $url } (дата обращения: { $date }).
citation-title = «{ $title }»

## Условные обозначения и справка

legend = Условные обозначения

## Язык и оформление

language = Язык

## Пустые состояния и уведомления

empty-pair = В источнике не упоминается.
empty-search = Ни одно направление не отвечает запросу «{ $what }» и фильтрам.
empty-filters = Фильтрам не отвечает ни одно направление.
empty-events = Фильтрам не отвечает ни одно событие.
notice-dropped = Пропущено, поскольку атлас не может это использовать: { $what }.
# Нет перевода набора данных или некоторых слов интерфейса.
notice-untranslated = Некоторые тексты не переведены; они показаны на языке оригинала.
notice-synthetic = Вымышленные данные, только для проверок и демонстрации.

# Сохраняет файл, в котором атлас помещается целиком, в его нынешнем состоянии.
save-copy = Сохранить копию

# Какая клавиша что делает.
keys = Клавиатура
key-tab = От элемента к элементу и обратно.
key-enter = Открывает подробности того, что в фокусе; в полях для даты показывает этот день.
key-arrows = В матрице: к ближайшей записи в этом направлении.
key-zoom = В хронологии: приблизить, отдалить, весь период.
key-escape = Закрывает открытое; в матрице переводит за матрицу.

# Окно, из которого редактор берёт код для вставки в страницу.
embed = Встроить
embed-title = Встроить этот вид
embed-way = Способ
embed-script = Скрипт
embed-script-note = Работает при строгой политике безопасности и подстраивается под оформление страницы. Файл скрипта разместите на своём сайте.
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
compare-undetermined = возможно, вне этого промежутка
compare-more = и ещё { $n }, отмечены среди событий
compare-order-unknown = место среди перечисленного выше неизвестно
compare-between = между сравниваемыми днями
compare-may-be-between = возможно, между сравниваемыми днями
found-in = Где найдено: { $fields }
found-summary = Краткое содержание

## Управление: день, воспроизведение, фильтры и что столбец матрицы говорит о себе

day = День
month = Месяц
year = Год
day-show = Показать этот день
day-impossible = Такого дня нет: { $date } Годы – от 1 до 9999.
more = Ещё
as-known-pause = Пауза
pace = Темп
pace-slow = Медленно
pace-quick = Быстро
pace-by-hand = Вручную
filter-term = Срок
gaps = только пробелы
names-no-sectors = направления не названы
show-inferred = показать косвенный охват
show-inferred-from = показать косвенный охват: следует из документа «{ $name }»

## Чертёж хронологии: условные обозначения и надписи

sign-stated = указанный срок
sign-later = стало известно позже
sign-day = событие: день
sign-period = событие: месяц или год
sign-adopted = принятие
source-silent = источник молчит
lane-nothing-stated = принятие и срок не указаны
turn-new = принято
turn-may-be-new = возможно, принято
turn-extended = продлено
turn-ended = срок истёк

## Список хронологии

list-order = Порядок списка
list-by-date = По дате
list-by-instrument = По документам
list-events = События в хронологическом порядке
list-instruments = Документы по состоянию на { $date }
list-tied-to-none = Без привязки к документу
list-tied-to-none-shown = Без привязки к этим документам
adoption-not-stated = о принятии не сказано

## Выгрузка

export-term-ends = { $instrument }: последний день указанного срока
export-left-out = Не вошло в календарь, поскольку день неизвестен: { $n }

take = Скачать, цитировать
take-file = Файл
take-cells = Ячейки
take-activities = Мероприятия
take-data = Данные
take-ground = Рисунки
take-light = Светлые
take-dark = Тёмные
take-reference = Библиографическая ссылка
take-plain = Текст
take-link = Ссылка
take-copy-link = Скопировать ссылку
take-note = Если страница запрещает сохранение, выберите «Копировать».
take-saved = Сохранено
take-refused = Копировать здесь нельзя: выделите текст и скопируйте его.
