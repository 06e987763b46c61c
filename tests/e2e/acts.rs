//! How many acts a reader needs from the page to an answer: none that is more than a click, or a text that is typed and sent
//! off; never more than two of them before the answer is there to be looked at.

use crate::driver::Result;
use crate::page::{Page, key};

enum Act {
    Click(&'static str),
    /// Into what has the focus; with Tab from field to field, with Enter at the end.
    Type(&'static str),
}
use Act::{Click, Type};

/// The fields for the day.
const DAY: Act = Click("[data-panel=day]");
/// The head of an instrument.
const POC: &str = ".head:has([data-select='instrument:poc-2019'])";

/// A question of a reader, the acts, and where the answer stands with what words.
type Question = (&'static str, &'static [Act], &'static str, &'static str);

const QUESTIONS: [Question; 11] = [
    (
        "Which instruments cover agriculture?",
        &[Click("th [data-select='sector:agriculture']")],
        ".details",
        "2 instruments",
    ),
    (
        "Was the agriculture programme in force on 1 July 2019?",
        &[DAY, Type("1\t7\t2019")],
        ".head:has([data-select='instrument:agriculture-2016-2020'])",
        "Within its stated term",
    ),
    (
        "And the work programme?",
        &[],
        ".head:has([data-select='instrument:work-programme-post-2017'])",
        "No stated term",
    ),
    ("Until when did the PoC run, as known on 15 October 2019?", &[DAY, Type("15\t10\t2019")], POC, "2019–2020"),
    ("As known on 27 August 2020?", &[DAY, Type("27\t8\t2020")], POC, "2019–2020"),
    ("As known on 1 September 2020?", &[DAY, Type("1\t9\t2020")], POC, "2019–2025"),
    ("What was its state on 1 July 2019?", &[DAY, Type("1\t7\t2019")], POC, "Not yet adopted"),
    ("In September 2019?", &[DAY, Type("10\t9\t2019")], POC, "Undetermined"),
    (
        "Which sectors belong to no instrument?",
        &[Click("[data-panel=filters]"), Click(".gaps input")],
        "th:has(.gap)",
        "Space no instrument named Disaster management no instrument named Culture no instrument named",
    ),
    (
        "Who signed the MoU, when, where?",
        &[Click(".events [data-select='event:mou-signed']")],
        ".details",
        "signed by the Secretary-General of ASEAN and the Chairman of the Board of the Eurasian Economic Commission",
    ),
    (
        "What does ASEAN-EAEU name of agriculture?",
        &[],
        "tr:has([data-select='sector:agriculture']) td.none",
        "not mentioned",
    ),
];

/// What chooses a month from the list in English.
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

#[tokio::test]
async fn no_question_takes_more_than_two_acts() -> Result<()> {
    for (question, acts, place, answer) in QUESTIONS {
        let page = Page::open("").await?;
        assert!(acts.len() <= 2, "{question}");
        for act in acts {
            match act {
                Click(place) => page.click(place).await?,
                Type(text) => {
                    page.until("atlas.shadowRoot.activeElement?.matches('input')").await?;
                    for (at, part) in text.split('\t').enumerate() {
                        // A month is chosen from a list, by the beginning of its name.
                        let is_month = text.contains('\t') && at == 1;
                        let keys = if is_month { MONTHS[part.parse::<usize>()? - 1] } else { part };
                        page.browser.press(&[if at > 0 { key::TAB } else { "" }, keys].concat()).await?;
                    }
                    page.browser.press(key::ENTER).await?;
                }
            }
            page.until("true").await?;
        }
        let told = format!(
            "$$(`{place}`).map(found => found.innerText).join(' ').replace(/\u{ad}/g, '').replace(/\\s+/g, ' ')"
        );
        if page.until(&format!("{told}.includes('{answer}')")).await.is_err() {
            panic!("{question} {answer:?} does not stand in {}", page.text(&told).await?);
        }
        page.end().await?;
    }
    Ok(())
}
