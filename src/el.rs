//! Elements without `html!`.
//!
//! The macro writes each element's construction into the place where it stands, about 300 bytes of WebAssembly an
//! element; through these few functions it is a tenth of that, which every reader is spared. What comes out is the
//! same virtual DOM. `html!` stays where components meet.

use atlas_core::words::{Run, Words};
use std::cell::RefCell;
use std::rc::Rc;
use yew::html::{
    onchange, onclick, oninput, onkeydown, onpointercancel, onpointerdown, onpointerleave, onpointermove,
    onpointerover, onpointerup, onwheel,
};
use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, Key, Listener, VList, VTag, VText};

/// An element that is being put together.
pub struct El(Box<Draft>);

struct Draft {
    tag: VTag,
    names: Vec<&'static str>,
    values: Vec<Option<AttributeOrProperty>>,
}

thread_local! {
    /// Every list of names that elements have had. There are as many as there are places in the code that make
    /// elements; the virtual DOM compares lists by their address, which is faster than any map.
    static NAMES: RefCell<Vec<&'static [&'static str]>> = const { RefCell::new(Vec::new()) };
}

/// The one list with these names.
fn shared(names: Vec<&'static str>) -> &'static [&'static str] {
    // By address, not letter by letter: the same names from two places may be two lists, which does no harm.
    let same = |list: &[&str], names: &[&str]| {
        list.len() == names.len() && list.iter().zip(names).all(|(a, b)| core::ptr::eq(a.as_ptr(), b.as_ptr()))
    };
    NAMES.with_borrow_mut(|lists| {
        if let Some(list) = lists.iter().find(|list| same(list, &names)) {
            return *list;
        }
        let list: &'static [&'static str] = names.leak();
        lists.push(list);
        list
    })
}

/// Begins an element.
#[inline(never)]
pub fn el(tag: &'static str) -> El {
    El(Box::new(Draft { tag: VTag::new(tag), names: Vec::new(), values: Vec::new() }))
}

/// A heading of the level that the page asks for, one to six.
#[inline(never)]
pub fn heading(level: u8) -> El {
    el(["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1])
}

/// A text node; or several, where some of it is set apart from the rest: in an element with its language, which also keeps
/// its direction to itself.
#[inline(never)]
fn text(words: Words) -> Html {
    let node = |letters: AttrValue| VText::new(letters).into();
    let piece = |(letters, is_marked): (&str, bool)| {
        let inside = node(letters.to_owned().into());
        if is_marked { el("mark").child(inside).html() } else { inside }
    };
    let words = match words.only() {
        Ok(letters) => return node(letters.into()),
        Err(words) => words,
    };
    let mut start = 0;
    let mut nodes = Vec::new();
    for Run { lang, letters } in words.runs() {
        let end = start + letters.len();
        let pieces: Vec<Html> = words.pieces(start, end).into_iter().map(piece).collect();
        start = end;
        nodes.push(match lang {
            Some(lang) => {
                el("bdi").maybe("lang", (!lang.is_empty()).then(|| lang.to_owned().into())).list(pieces).html()
            }
            None => all(pieces),
        });
    }
    all(nodes)
}

/// Nodes without an element around them.
#[inline(never)]
pub fn all(nodes: Vec<Html>) -> Html {
    VList::with_children(nodes, None).into()
}

/// Declares how listeners are added.
macro_rules! listeners {
    ($($(#[$doc:meta])* $name:ident: $module:ident;)*) => {$(
        $(#[$doc])*
        pub fn $name(self, callback: Callback<$module::Event>) -> El {
            self.listen(Rc::new($module::Wrapper::new(callback)))
        }
    )*};
}

impl El {
    /// The class, or several.
    #[inline(never)]
    pub fn class(self, class: &'static str) -> El {
        self.attr("class", class)
    }

    /// The classes that are there, separated by spaces.
    #[inline(never)]
    pub fn classes(self, classes: &[Option<&'static str>]) -> El {
        let mut joined = String::new();
        for class in classes.iter().flatten() {
            if !joined.is_empty() {
                joined.push(' ');
            }
            joined.push_str(class);
        }
        self.set("class", joined.into())
    }

    /// An attribute that never changes.
    #[inline(never)]
    pub fn attr(self, name: &'static str, value: &'static str) -> El {
        self.set(name, AttrValue::Static(value))
    }

    /// An attribute.
    #[inline(never)]
    pub fn set(mut self, name: &'static str, value: AttrValue) -> El {
        let Draft { names, values, .. } = &mut *self.0;
        let value = Some(AttributeOrProperty::Attribute(value));
        match names.iter().position(|other| *other == name) {
            Some(at) => values[at] = value,
            None => {
                names.push(name);
                values.push(value);
            }
        }
        self
    }

    /// An attribute that is a whole number.
    #[inline(never)]
    pub fn num(self, name: &'static str, value: i32) -> El {
        self.set(name, value.to_string().into())
    }

    /// `true` or `false`.
    #[inline(never)]
    pub fn flag(self, name: &'static str, value: bool) -> El {
        self.attr(name, if value { "true" } else { "false" })
    }

    /// An attribute that is there or is not.
    #[inline(never)]
    pub fn maybe(self, name: &'static str, value: Option<AttrValue>) -> El {
        match value {
            Some(value) => self.set(name, value),
            None => self,
        }
    }

    /// Out of sight, or not.
    #[inline(never)]
    pub fn hidden_if(self, hidden: bool) -> El {
        self.maybe("hidden", hidden.then(AttrValue::default))
    }

    /// The key among its siblings.
    #[inline(never)]
    pub fn key(mut self, key: u32) -> El {
        self.0.tag.key = Some(Key::from(key));
        self
    }

    /// A text inside.
    #[inline(never)]
    pub fn text(self, words: impl Into<Words>) -> El {
        self.child(text(words.into()))
    }

    /// A node inside.
    #[inline(never)]
    pub fn child(mut self, node: Html) -> El {
        self.0.tag.add_child(node);
        self
    }

    /// An element inside.
    #[inline(never)]
    pub fn el(self, element: El) -> El {
        self.child(element.html())
    }

    /// An element inside, or the place where it would stand: siblings keep theirs, and the focus in them.
    #[inline(never)]
    pub fn opt(self, element: Option<El>) -> El {
        self.child(element.map_or_else(Html::default, El::html))
    }

    /// A list of elements inside, diffed as a list of its own.
    #[inline(never)]
    pub fn list(self, nodes: Vec<Html>) -> El {
        self.child(all(nodes))
    }

    /// The value of an input.
    #[inline(never)]
    pub fn value(mut self, value: AttrValue) -> El {
        self.0.tag.set_value(Some(value));
        self
    }

    /// The same in the attribute too, which is all that a browser saves of it.
    #[inline(never)]
    pub fn kept(self, value: AttrValue) -> El {
        self.set("value", value.clone()).value(value)
    }

    /// Whether a checkbox is checked.
    #[inline(never)]
    pub fn checked(mut self, checked: bool) -> El {
        self.0.tag.set_checked(checked);
        self
    }

    #[inline(never)]
    fn listen(mut self, listener: Rc<dyn Listener>) -> El {
        self.0.tag.add_listener(listener);
        self
    }

    listeners! {
        /// When it is clicked.
        on_click: onclick;
        /// When its value was changed.
        on_change: onchange;
        /// While its value changes.
        on_input: oninput;
        /// When a key goes down.
        on_key: onkeydown;
        /// When the wheel turns.
        on_wheel: onwheel;
        /// When the pointer comes over something in it.
        on_over: onpointerover;
        /// When the pointer leaves it.
        on_leave: onpointerleave;
        /// When the pointer goes down.
        on_down: onpointerdown;
        /// When the pointer moves.
        on_move: onpointermove;
        /// When the pointer is taken away.
        on_cancel: onpointercancel;
        /// When the pointer goes up.
        on_up: onpointerup;
    }

    /// The finished node.
    #[inline(never)]
    pub fn html(self) -> Html {
        let Draft { mut tag, names, values } = *self.0;
        tag.set_attributes(Attributes::Dynamic { keys: shared(names), values: values.into() });
        tag.into()
    }
}

/// Words that only screen readers read.
#[inline(never)]
pub fn hidden(words: impl Into<Words>) -> El {
    el("span").class("vh").text(words)
}

/// A sign that only eyes see, and its name for screen readers.
#[inline(never)]
pub fn sign(parent: El, sign: &'static str, name: Words) -> El {
    parent
        .set("title", name.plain().to_owned().into())
        .el(el("span").attr("aria-hidden", "true").text(sign))
        .el(hidden(name))
}

/// A link, or its words alone where there is no address.
pub fn link(url: &str, words: Words) -> El {
    if url.is_empty() {
        return el("span").text(words);
    }
    el("a").set("href", url.to_owned().into()).attr("rel", "noopener").text(words)
}
