//! The frame of the sample: partnerships, instruments with their terms, and what is proposed.

use super::vocabulary::Words;

/// Two parties, by their positions in the vocabulary.
pub(super) struct Partnership {
    pub id: &'static str,
    pub parties: [usize; 2],
    /// When it came into being; empty where that is not stated.
    pub launched: &'static str,
}

/// An instrument with its history.
pub(super) struct Instrument {
    pub id: &'static str,
    /// The position of its partnership.
    pub partnership: usize,
    pub kind: &'static str,
    /// What it is on; in Russian in the genitive.
    pub field: Words<'static>,
    pub short: Words<'static>,
    /// What was done at its adoption, and when; without an act no adoption is stated.
    pub adopted: (&'static str, &'static str),
    /// Its terms, from the first on, each with the date of the event that made it known (the first: its adoption).
    pub terms: &'static [(&'static str, &'static str)],
    /// The position of the instrument that it implements.
    pub implements: Option<usize>,
}

/// A proposal and the dates of its events: proposed (the latest possible), welcomed, tasked, noted.
pub(super) struct Proposal {
    pub id: &'static str,
    pub partnership: usize,
    pub name: Words<'static>,
    pub dates: [&'static str; 4],
}

pub(super) const PARTNERSHIPS: [Partnership; 4] = [
    Partnership { id: "north-south", parties: [0, 1], launched: "2014~" },
    Partnership { id: "north-islands", parties: [0, 2], launched: "" },
    Partnership { id: "south-river", parties: [1, 3], launched: "201X" },
    Partnership { id: "north-harbour", parties: [0, 4], launched: "2015-03" },
];

pub(super) const INSTRUMENTS: [Instrument; 14] = [
    Instrument {
        id: "trade-agreement",
        partnership: 0,
        kind: "agreement",
        field: ("trade", "торговли"),
        short: ("Trade agreement", "Торговое соглашение"),
        adopted: ("signed", "2015-06-30"),
        terms: &[("2015-07-01/..", "")],
        implements: None,
    },
    Instrument {
        id: "trade-programme",
        partnership: 0,
        kind: "work-programme",
        field: ("trade and services", "торговли и услуг"),
        short: ("Trade programme", "Торговая программа"),
        adopted: ("endorsed", "2016-02"),
        terms: &[("2016/2018", ""), ("2016/2020", "2018-11-05"), ("2016/2024", "2020-10")],
        implements: Some(0),
    },
    Instrument {
        id: "energy-plan",
        partnership: 0,
        kind: "work-plan",
        field: ("energy", "энергетики"),
        short: ("Energy work plan", "План по энергетике"),
        adopted: ("agreed", "2017"),
        terms: &[("2017/2021", ""), ("2017/2026", "2021-12-14")],
        implements: None,
    },
    Instrument {
        id: "knowledge-plan",
        partnership: 0,
        kind: "plan-of-action",
        field: ("science and education", "науки и образования"),
        short: ("Knowledge plan", "План по науке"),
        adopted: ("endorsed", "2019-09-12"),
        terms: &[("2020/2025", ""), ("2020/2030", "2025-05")],
        implements: None,
    },
    Instrument {
        id: "digital-memorandum",
        partnership: 0,
        kind: "memorandum-of-understanding",
        field: ("digital networks", "цифровых сетей"),
        short: ("Digital memorandum", "Цифровой меморандум"),
        adopted: ("signed", "2021-04-22"),
        terms: &[("2021-04-22/2026-04-21", "")],
        implements: None,
    },
    Instrument {
        id: "islands-memorandum",
        partnership: 1,
        kind: "memorandum-of-understanding",
        field: ("economic cooperation", "экономического сотрудничества"),
        short: ("Islands memorandum", "Меморандум островов"),
        adopted: ("signed", "2016-09"),
        terms: &[],
        implements: None,
    },
    Instrument {
        id: "islands-programme",
        partnership: 1,
        kind: "programme-of-cooperation",
        field: ("the sea and the climate", "моря и климата"),
        short: ("Islands programme", "Программа островов"),
        adopted: ("endorsed", "2018-05-17"),
        terms: &[("2018-06/2021-05", ""), ("2018-06/2026-05", "2021-03")],
        implements: Some(5),
    },
    Instrument {
        id: "fisheries-plan",
        partnership: 1,
        kind: "work-plan",
        field: ("fisheries", "рыболовства"),
        short: ("Fisheries work plan", "План по рыболовству"),
        adopted: ("agreed", "2020-01-28"),
        terms: &[("2020/2023", "")],
        implements: None,
    },
    Instrument {
        id: "river-agreement",
        partnership: 2,
        kind: "agreement",
        field: ("rivers and transport", "рек и транспорта"),
        short: ("River agreement", "Речное соглашение"),
        adopted: ("signed", "2015"),
        terms: &[("2015~/2025", "")],
        implements: None,
    },
    Instrument {
        id: "river-plan",
        partnership: 2,
        kind: "plan-of-action",
        field: ("water and forests", "водных и лесных ресурсов"),
        short: ("River plan", "Речной план"),
        adopted: ("endorsed", "2019-03"),
        terms: &[("2019/2022", ""), ("2019/2027", "2022-06-09")],
        implements: Some(8),
    },
    Instrument {
        id: "health-programme",
        partnership: 2,
        kind: "work-programme",
        field: ("health", "здравоохранения"),
        short: ("Health programme", "Программа: здоровье"),
        adopted: ("", ""),
        terms: &[],
        implements: None,
    },
    Instrument {
        id: "harbour-memorandum",
        partnership: 3,
        kind: "memorandum-of-understanding",
        field: ("ports and shipping", "портов и судоходства"),
        short: ("Harbour memorandum", "Портовый меморандум"),
        adopted: ("signed", "2017-11-02"),
        terms: &[("2017/..", "")],
        implements: None,
    },
    Instrument {
        id: "harbour-programme",
        partnership: 3,
        kind: "programme-of-cooperation",
        field: ("port cities", "портовых городов"),
        short: ("Harbour programme", "Портовая программа"),
        adopted: ("endorsed", "2022-07"),
        terms: &[("2022/2025", ""), ("2022/2029", "2025-10-03")],
        implements: Some(11),
    },
    Instrument {
        id: "culture-plan",
        partnership: 3,
        kind: "work-plan",
        field: ("culture and tourism", "культуры и туризма"),
        short: ("Culture work plan", "План по культуре"),
        adopted: ("agreed", "2027-02-15"),
        terms: &[("2027/2030", "")],
        implements: None,
    },
];

pub(super) const PROPOSALS: [Proposal; 3] = [
    Proposal {
        id: "free-trade-study",
        partnership: 0,
        name: ("Joint study of a free trade area", "Совместное исследование зоны свободной торговли"),
        dates: ["2016-10", "2016-10-20", "2017", "2018-06-04"],
    },
    Proposal {
        id: "climate-fund",
        partnership: 1,
        name: ("Common climate fund", "Общий климатический фонд"),
        dates: ["2019-08", "2019-08-15", "2020-02", "2021"],
    },
    Proposal {
        id: "transit-card",
        partnership: 2,
        name: ("Single transit card", "Единая транзитная карта"),
        dates: ["2023", "2023", "2024-04-11", "2024-12"],
    },
];

/// The names of the kinds of instruments.
pub(super) fn kind_name(kind: &str) -> Words<'static> {
    match kind {
        "agreement" => ("Agreement", "Соглашение"),
        "memorandum-of-understanding" => ("Memorandum of Understanding", "Меморандум о взаимопонимании"),
        "programme-of-cooperation" => ("Programme of Cooperation", "Программа сотрудничества"),
        "work-programme" => ("Work Programme", "Рабочая программа"),
        "plan-of-action" => ("Plan of Action", "План действий"),
        _ => ("Work Plan", "Рабочий план"),
    }
}

/// What is done at an event: the verb of its summary, and the noun of its name.
pub(super) fn act(kind: &str) -> (Words<'static>, Words<'static>) {
    match kind {
        "proposed" => (("propose", "предлагают"), ("proposed", "предложение")),
        "welcomed" => (("welcome", "приветствуют"), ("welcomed", "поддержка")),
        "tasked" => (("task officials with", "поручают проработать"), ("officials tasked", "поручение")),
        "noted" => (("note the report on", "принимают к сведению доклад о проекте"), ("report noted", "доклад")),
        "agreed" => (("agree", "согласовывают"), ("agreed", "согласование")),
        "signed" => (("sign", "подписывают"), ("signed", "подписание")),
        "endorsed" => (("endorse", "одобряют"), ("endorsed", "одобрение")),
        _ => (("extend", "продлевают"), ("extended", "продление")),
    }
}
