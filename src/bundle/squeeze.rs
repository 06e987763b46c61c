//! Scripts and styles without what only their readers need. Compression does the rest, so names stay as they are.

/// A script without comments that have a line of their own, without indentation and empty lines. Line breaks stay: they
/// may end statements.
pub fn script(text: &str) -> String {
    let mut kept = Vec::new();
    let mut in_comment = false;
    for line in text.lines().map(str::trim) {
        if in_comment || line.starts_with("/*") {
            in_comment = !line.ends_with("*/");
        } else if !line.is_empty() && !line.starts_with("//") {
            kept.push(line);
        }
    }
    kept.join("\n")
}

/// A style sheet without comments, and with the white space that separates tokens only. Strings stay as they are.
pub fn style(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(next) = rest.chars().next() {
        let length = match next {
            '/' if rest.starts_with("/*") => rest.find("*/").map_or(rest.len(), |end| end + 2),
            '"' | '\'' => rest[1..].find(next).map_or(rest.len(), |end| end + 2),
            _ => next.len_utf8(),
        };
        let (token, after) = rest.split_at(length);
        rest = after;
        if token.starts_with("/*") || next.is_whitespace() {
            if !out.ends_with([' ', '{', '}', ';', ',', ':']) {
                out.push(' ');
            }
        } else {
            // No zero is needed before a point.
            let digit = |at: Option<char>| at.is_some_and(|at| at.is_ascii_digit());
            if next == '0'
                && rest.starts_with('.')
                && digit(rest[1..].chars().next())
                && !out.ends_with(|c: char| c.is_ascii_alphanumeric() || "._-#".contains(c))
            {
                continue;
            }
            // No space is needed before these, and no semicolon at the end of a block.
            if matches!(next, '{' | '}' | ';' | ',') && out.ends_with(' ') {
                out.pop();
            }
            if next == '}' && out.ends_with(';') {
                out.pop();
            }
            out.push_str(token);
        }
    }
    out.trim().to_owned()
}

/// Markup without the quotes that its attributes do not need, and without the ends of cells, rows, items and facts: in our
/// markup nothing but the next one, or the end of the table or list, comes after them, so that parsers close them.
pub fn markup(text: &str) -> String {
    let plain = |value: &str| {
        !value.is_empty() && value.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte))
    };
    let mut out = String::with_capacity(text.len());
    for (index, piece) in text.split('<').enumerate() {
        let (tag, words) = piece.split_once('>').filter(|_| index > 0).unwrap_or(("", piece));
        let mut quoted = tag.split('"');
        if index > 0 {
            out.push('<');
        }
        out.push_str(quoted.next().unwrap_or_default());
        // Between the first quote and the second there is a value, between the second and the third there is not.
        while let Some(value) = quoted.next() {
            let quote = if plain(value) { "" } else { "\"" };
            out.extend([quote, value, quote, quoted.next().unwrap_or_default()]);
        }
        if index > 0 {
            out.push('>');
        }
        out.push_str(words);
    }
    ["</td>", "</th>", "</tr>", "</li>", "</dt>", "</dd>"].into_iter().fold(out, |out, end| out.replace(end, ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_lose_comments_and_indentation_but_no_line_break() {
        let text = "/**\n * Doc.\n */\nlet a = 1\n\n  // why\n  let b = \"// kept\"; // kept\n";
        assert_eq!(script(text), "let a = 1\nlet b = \"// kept\"; // kept");
    }

    #[test]
    fn markup_keeps_the_quotes_that_it_needs() {
        let text = "<p class=\"a\" id=\"b c\" lang=\"\">1 > 0 \"x\"</p><b title=\"d\">e</b>";
        assert_eq!(markup(text), "<p class=a id=\"b c\" lang=\"\">1 > 0 \"x\"</p><b title=d>e</b>");
    }

    #[test]
    fn markup_loses_ends_that_parsers_know() {
        let text = "<table><tr><td>a</td><td>b</td></tr></table><ol><li>c</li></ol>";
        assert_eq!(markup(text), "<table><tr><td>a<td>b</table><ol><li>c</ol>");
    }

    #[test]
    fn styles_lose_zeros_before_points_only() {
        assert_eq!(
            style("a { b: 0.5em -0.5em 10.5em 0 .5em calc(1em - 0.25em); --x0.1: #a0.5 }"),
            "a{b:.5em -0.5em 10.5em 0 .5em calc(1em - .25em);--x0.1:#a0.5}"
        );
    }

    #[test]
    fn styles_keep_strings_descendants_and_sums() {
        let text = "/* a */\n.a :hover,\n.b > i {\n  width: calc(1px + 2px);\n  content: \"a;  b\";\n}\n\n@media (width < 9px) {\n  a { b: c }\n}\n";
        let expected = ".a :hover,.b > i{width:calc(1px + 2px);content:\"a;  b\"}@media (width < 9px){a{b:c}}";
        assert_eq!(style(text), expected);
    }
}
