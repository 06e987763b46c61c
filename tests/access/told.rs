//! What a screen reader is given of the timeline alone: the text of the browser's accessibility tree, in full. Of the drawing
//! it has nothing; instruments, states, terms and events all stand in the list.

use crate::driver::{Kind, Result};
use crate::page::Page;
use serde_json::{Value, json};
use std::collections::HashMap;

const ENGLISH: &str = "# Timeline
# Instruments as known on 15 October 2019
[By date] pressed
[By instrument]
# ASEAN-Russia
- Post-2017 programme: no stated term, adoption not stated
- Agriculture programme: within its stated term, 2016–2020
- STI plan of action: within its stated term, 2016–2020
- Energy work plan: within its stated term, 2016–2020
# ASEAN-EAEU
- Memorandum (MoU): no stated term
- Programme of Cooperation: within its stated term, 2019–2020; 2019–2025 – known only later
# Events in order of time
- 5 August 2016 Study proposal welcomed 5th AEM-Russia Consultations (ASEAN-Russia)
- 2016 Three instruments agreed before or after “Study proposal welcomed”: not known
- 2017 Recommendations noted
- 14 November 2018 Memorandum signed 3rd ASEAN-Russia Summit, in the margins (ASEAN-Russia)
- September 2019 Programme of Cooperation endorsed 8th AEM-Russia Consultations (ASEAN-Russia)
- 28 August 2020 Extension of the Programme endorsed 9th AEM-Russia Consultations (ASEAN-Russia) later than this day
# Date not stated
- ASEAN Economic Community launched
- by 5 August 2016 Feasibility study proposed
- Senior officials tasked";

const RUSSIAN: &str = "# Хронология
# Документы по состоянию на 15 октября 2019 г.
[По дате] pressed
[По документам]
# Россия – АСЕАН
- Программа после 2017 г.: срок не указан, о принятии не сказано
- Аграрная программа: в пределах указанного срока, 2016–2020 гг.
- План действий по науке: в пределах указанного срока, 2016–2020 гг.
- План по энергетике: в пределах указанного срока, 2016–2020 гг.
# ЕАЭС – АСЕАН
- Меморандум: срок не указан
- Программа сотрудничества: в пределах указанного срока, 2019–2020 гг.; 2019–2025 гг. – стало известно позже
# События в хронологическом порядке
- 5 августа 2016 г. Предложение приветствовалось 5-е Консультации министров экономики стран АСЕАН и России (Россия – АСЕАН)
- 2016 г. Согласованы три документа до или после события «Предложение приветствовалось» – неизвестно
- 2017 г. Рекомендации приняты к сведению
- 14 ноября 2018 г. Подписан Меморандум Третий саммит Россия – АСЕАН, на полях (Россия – АСЕАН)
- сентябрь 2019 г. Одобрена Программа сотрудничества 8-е Консультации министров экономики стран АСЕАН и России (Россия – АСЕАН)
- 28 августа 2020 г. Одобрено продление Программы 9-е Консультации министров экономики стран АСЕАН и России (Россия – АСЕАН) позже этого дня
# Дата не указана
- Создано Экономическое сообщество АСЕАН
- не позднее 5 августа 2016 г. Предложено исследование ЗСТ
- Поручение должностным лицам";

#[tokio::test]
async fn the_timeline_alone_is_read_out_in_full_by_the_text_of_its_tree() -> Result<()> {
    if Kind::of_environment() != Kind::Chromium {
        return Ok(()); // the others show their trees to no driver
    }
    let page = Page::open("as-of=2019-10-15&view=timeline").await?;
    for (lang, expected) in [("en", ENGLISH), ("ru", RUSSIAN)] {
        page.ask(&format!("as-of=2019-10-15&view=timeline&lang={lang}")).await?;
        let told = Tree::of(&page, ".timeline").await?.lines();
        assert_eq!(told.join("\n"), expected, "{lang}");
    }
    page.end().await
}

/// The accessibility tree below an element.
struct Tree {
    nodes: HashMap<String, Value>,
    root: String,
}

impl Tree {
    async fn of(page: &Page, selector: &str) -> Result<Tree> {
        let find = format!("document.querySelector('cooperation-atlas').shadowRoot.querySelector('{selector}')");
        let found = page.browser.cdp("Runtime.evaluate", json!({ "expression": find })).await?;
        let element = json!({ "objectId": found["result"]["objectId"] });
        let described = page.browser.cdp("DOM.describeNode", element).await?;
        let own = &described["node"]["backendNodeId"];
        let tree = page.browser.cdp("Accessibility.getFullAXTree", json!({})).await?;
        let id = |node: &Value| node["nodeId"].as_str().unwrap_or_default().to_owned();
        let nodes: HashMap<String, Value> =
            tree["nodes"].as_array().into_iter().flatten().map(|node| (id(node), node.clone())).collect();
        let root = nodes.values().find(|node| node["backendDOMNodeId"] == *own).map(id).ok_or("no such node")?;
        Ok(Tree { nodes, root })
    }

    fn lines(&self) -> Vec<String> {
        let mut lines = Vec::new();
        self.tell(&self.root, &mut lines);
        lines
    }

    /// A line for each heading, each entry of a list, and each button that stands in neither; whatever else says something
    /// has a line of its own.
    fn tell(&self, id: &str, lines: &mut Vec<String>) {
        let Some(node) = self.nodes.get(id) else { return };
        let text =
            || self.text(id).split_whitespace().collect::<Vec<_>>().join(" ").replace('\u{ad}', "").replace(" :", ":");
        let is_pressed = node["properties"]
            .as_array()
            .into_iter()
            .flatten()
            .any(|property| property["name"] == "pressed" && property["value"]["value"] == "true");
        match node["role"]["value"].as_str().unwrap_or_default() {
            _ if node["ignored"] == true => children(node).for_each(|child| self.tell(child, lines)),
            "heading" => lines.push(format!("# {}", text())),
            "listitem" => lines.push(format!("- {}", text())),
            "button" => lines.push(format!("[{}]{}", text(), if is_pressed { " pressed" } else { "" })),
            "StaticText" => lines.push(text()),
            _ => children(node).for_each(|child| self.tell(child, lines)),
        }
    }

    /// All that is said below a node, its parts set apart by spaces where elements are.
    fn text(&self, id: &str) -> String {
        let Some(node) = self.nodes.get(id) else { return String::new() };
        match node["role"]["value"].as_str() {
            Some("StaticText") if node["ignored"] != true => {
                node["name"]["value"].as_str().unwrap_or_default().to_owned()
            }
            Some("InlineTextBox" | "ListMarker") => String::new(),
            _ => children(node).map(|child| self.text(child)).collect::<Vec<_>>().join(" "),
        }
    }
}

fn children(node: &Value) -> impl Iterator<Item = &str> {
    node["childIds"].as_array().into_iter().flatten().filter_map(Value::as_str)
}
