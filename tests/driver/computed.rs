//! What a browser tells assistive technology of an element, as WebDriver gives it.

use super::{Browser, Result};
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::Value;

impl Browser {
    /// The role that the browser has computed for an element, as a script handed it out.
    pub async fn role(&self, element: &Value) -> Result<String> {
        self.computed(element, "computedrole").await
    }

    /// The name that the browser has computed for an element.
    pub async fn label(&self, element: &Value) -> Result<String> {
        self.computed(element, "computedlabel").await
    }

    async fn computed(&self, element: &Value, what: &'static str) -> Result<String> {
        let id = element.as_object().and_then(|reference| reference.values().next()).and_then(Value::as_str);
        let command = Computed { id: id.ok_or_else(|| format!("no element: {element}"))?.into(), what };
        Ok(self.client().issue_cmd(command).await?.as_str().unwrap_or_default().to_owned())
    }
}

/// A command that fantoccini has no name for.
#[derive(Debug)]
struct Computed {
    id: String,
    what: &'static str,
}

impl WebDriverCompatibleCommand for Computed {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> std::result::Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/element/{}/{}", session.unwrap_or_default(), self.id, self.what))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::GET, None)
    }
}
