//! Packs the text of one message into one string, and complains of what the atlas does not read.
//!
//! The atlas reads text, `{ $name }`, `{"text"}`, and plural selectors that do not stand inside each other.

use super::{File, line_of, marks, plural};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement, Variant, VariantKey};
use fluent_syntax::unicode::unescape_unicode_to_string;
use std::collections::BTreeSet;

/// Packs the pattern of one message.
pub struct Packer<'a, 'p> {
    /// Where the message stands.
    pub file: &'a File,
    /// Which forms a plural needs.
    pub rule: &'p plural::Rule,
    /// The names of the placeables met so far.
    pub names: BTreeSet<&'a str>,
    /// Takes what is wrong.
    pub problems: &'p mut Vec<String>,
}

impl<'a> Packer<'a, '_> {
    /// Complains of a piece of the file.
    pub fn problem(&mut self, at: &str, what: String) {
        self.problems.push(format!("{}:{}: {what}", self.file.path, line_of(self.file, at)));
    }

    /// Appends a pattern; only that of a whole message may hold selectors.
    pub fn pattern(&mut self, pattern: &Pattern<&'a str>, may_select: bool, out: &mut String) {
        for element in &pattern.elements {
            match element {
                PatternElement::TextElement { value } => {
                    self.refuse_controls(value, &value.replace(['\r', '\n'], ""));
                    // Lines of one message are one line on the page.
                    out.push_str(&value.replace('\r', "").replace('\n', " "));
                }
                PatternElement::Placeable { expression } => self.expression(expression, may_select, out),
            }
        }
    }

    /// No message holds the letters by which it is packed, written out or as escapes.
    fn refuse_controls(&mut self, at: &str, text: &str) {
        if text.contains(char::is_control) {
            self.problem(at, "a control character".into());
        }
    }

    fn expression(&mut self, expression: &Expression<&'a str>, may_select: bool, out: &mut String) {
        match expression {
            Expression::Inline(InlineExpression::StringLiteral { value }) => {
                let text = unescape_unicode_to_string(value);
                self.refuse_controls(value, &text);
                out.push_str(&text);
            }
            Expression::Inline(InlineExpression::VariableReference { id }) => {
                self.names.insert(id.name);
                out.extend([marks::VALUE]);
                out.push_str(id.name);
                out.push(marks::VALUE_END);
            }
            Expression::Select { selector: InlineExpression::VariableReference { id }, variants } => {
                if !may_select {
                    self.problem(id.name, format!("a selector of ${} inside another one", id.name));
                }
                self.names.insert(id.name);
                out.push(marks::PLURAL);
                out.push_str(id.name);
                self.variants(id.name, variants, out);
                out.push(marks::PLURAL_END);
            }
            Expression::Inline(other) | Expression::Select { selector: other, .. } => self.unread(other),
        }
    }

    /// Packs the forms in the order of the plural rule.
    fn variants(&mut self, name: &str, variants: &[Variant<&'a str>], out: &mut String) {
        let needed = &self.rule.categories()[..];
        for variant in variants {
            let (VariantKey::Identifier { name: key } | VariantKey::NumberLiteral { value: key }) = variant.key;
            if !needed.contains(&key) {
                self.problem(key, format!("the form [{key}] of ${name} is never used; expected {}", list(needed)));
            }
        }
        for category in needed {
            let is_it = |variant: &&Variant<&'a str>| variant.key == VariantKey::Identifier { name: *category };
            out.push(marks::FORM);
            match variants.iter().find(is_it) {
                Some(variant) => self.pattern(&variant.value, false, out),
                None => self.problem(name, format!("${name} lacks the form [{category}]; expected {}", list(needed))),
            }
        }
    }

    /// Complains of an expression that Fluent has and the atlas does not.
    fn unread(&mut self, expression: &InlineExpression<&'a str>) {
        let (at, what) = match expression {
            InlineExpression::NumberLiteral { value } => (*value, "a number"),
            InlineExpression::StringLiteral { value } => (*value, "a selector of a text"),
            InlineExpression::FunctionReference { id, .. } => (id.name, "a function"),
            InlineExpression::MessageReference { id, .. } => (id.name, "a reference to another message"),
            InlineExpression::TermReference { id, .. } => (id.name, "a reference to a term"),
            InlineExpression::VariableReference { id } => (id.name, "a variable"),
            InlineExpression::Placeable { expression } => match expression.as_ref() {
                Expression::Inline(inner) | Expression::Select { selector: inner, .. } => return self.unread(inner),
            },
        };
        self.problem(at, format!("{what} in braces; expected {{ $name }}, {{\"text\"}} or a plural selector"));
    }
}

fn list(categories: &[&str]) -> String {
    categories.iter().map(|category| format!("[{category}]")).collect::<Vec<_>>().join(", ")
}
