//! What only Firefox's driver does: scripts in the browser itself, beside the page.

use super::{Browser, Result};
use fantoccini::wd::WebDriverCompatibleCommand;
use serde_json::{Value, json};

impl Browser {
    /// Runs the body of an `async` function in Firefox's own window, with its rights.
    pub async fn in_firefox(&self, script: &str, args: Vec<Value>) -> Result<Value> {
        self.client().issue_cmd(Context("chrome")).await?;
        let answer = self.js_async(script, args).await;
        self.client().issue_cmd(Context("content")).await?;
        answer
    }
}

/// geckodriver's own command that says where scripts run from now on.
#[derive(Debug)]
struct Context(&'static str);

impl WebDriverCompatibleCommand for Context {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> std::result::Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/moz/context", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &url::Url) -> (http::Method, Option<String>) {
        (http::Method::POST, Some(json!({ "context": self.0 }).to_string()))
    }
}
