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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_lose_comments_and_indentation_but_no_line_break() {
        let text = "/**\n * Doc.\n */\nlet a = 1\n\n  // why\n  let b = \"// kept\"; // kept\n";
        assert_eq!(script(text), "let a = 1\nlet b = \"// kept\"; // kept");
    }

    #[test]
    fn styles_keep_strings_descendants_and_sums() {
        let text = "/* a */\n.a :hover,\n.b > i {\n  width: calc(1px + 2px);\n  content: \"a;  b\";\n}\n\n@media (width < 9px) {\n  a { b: c }\n}\n";
        let expected = ".a :hover,.b > i{width:calc(1px + 2px);content:\"a;  b\"}@media (width < 9px){a{b:c}}";
        assert_eq!(style(text), expected);
    }
}
