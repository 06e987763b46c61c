//! A third language, which one file and one column for each text add: the build makes it up where `ATLAS_PSEUDO` is set,
//! as `cargo xtask test` does for these tests.

use crate::widget::Widget;
use wasm_bindgen_test::wasm_bindgen_test;

/// All that a reader sees or hears with a vowel that has no accent, so that it is in no language's file or table. Not
/// looked at: names of other languages, the spelling of the source, addresses, and the letters of its sections.
const PLAIN: &str = "const found = [];
    const look = (words, element) => {
        if (/[aeiou]/i.test(words.replace(/https?:\\S+|Tigran Sargasyan|Memorandum between .*MOU\\)|\\b[a-z]+:\\S+| [A-Z] \\(/g, ''))) found.push(words.trim());
    };
    const walker = document.createTreeWalker($('.atlas'), NodeFilter.SHOW_ALL);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (node.nodeType == Node.TEXT_NODE) {
            if (!element.closest('.languages, textarea, [lang=en], [lang=ru]')) look(node.data);
        } else for (const name of ['title', 'aria-label', 'placeholder']) look(node.getAttribute(name) ?? '');
    }
    return found.join('; ')";

#[wasm_bindgen_test]
async fn a_third_language_takes_one_file_and_one_column_for_each_text() {
    assert!(option_env!("ATLAS_PSEUDO").is_some(), "built without ATLAS_PSEUDO=1, which `cargo xtask test` sets");
    for query in [
        "as-of=2019-10-15",
        "as-of=2019-10-15&select=event:mou-signed&compare=2020-09-01",
        "as-of=2021-01-01&gaps=1&inferred=1&select=cell:agriculture/agriculture-2016-2020",
        "as-of=2021-01-01&select=instrument:poc-2019",
        "partnership=asean-eaeu&sector=agriculture",
    ] {
        let widget = Widget::mount(&[query, "&lang=qps"].concat()).await;
        widget.until("$('.atlas').lang == 'qps'").await;
        let plain = widget.js(PLAIN).as_string().unwrap();
        assert_eq!(plain, "", "{query}");
        assert_eq!(widget.number("$$('.languages > li').length"), 3);
        // What the style sheet mirrors stands on the other side of zero.
        assert_eq!(
            widget.number("$$('.atlas[dir=rtl] .tick text').length"),
            widget.number("$$('.tick text[x^=\"-\"]').length")
        );
        assert!(widget.number("$$('.atlas[dir=rtl] .tick text').length") > 0);
    }
}
