//! The DevTools protocol of one target of the browser, over a web socket.

use super::Result;
use futures_util::{SinkExt, StreamExt};
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::{MaybeTlsStream, WebSocketStream, connect_async_with_config};

/// A connection to one target of the browser.
pub struct Socket {
    stream: WebSocketStream<MaybeTlsStream<TcpStream>>,
    last_id: u64,
}

impl Socket {
    /// Connects to `address` (host and port) and asks for a web socket at `path`.
    pub async fn connect(address: &str, path: &str) -> Result<Socket> {
        // A trace comes in messages of any size.
        let config = WebSocketConfig::default().max_message_size(None).max_frame_size(None);
        let (stream, _) = connect_async_with_config(format!("ws://{address}{path}"), Some(config), true).await?;
        Ok(Socket { stream, last_id: 0 })
    }

    /// Sends a command and returns its id, which the answer will carry.
    pub async fn send(&mut self, method: &str, params: Value) -> Result<u64> {
        self.last_id += 1;
        let message = json!({"id": self.last_id, "method": method, "params": params}).to_string();
        self.stream.send(Message::text(message)).await?;
        Ok(self.last_id)
    }

    /// The next message: an answer or an event.
    pub async fn receive(&mut self) -> Result<Value> {
        loop {
            match self.stream.next().await.ok_or("the browser closed the web socket")?? {
                Message::Text(text) => return Ok(serde_json::from_str(&text)?),
                Message::Close(_) => return Err("the browser closed the web socket".into()),
                _ => {}
            }
        }
    }

    /// Sends a command, waits for its answer, and hands what comes before it to `other`.
    pub async fn call(&mut self, method: &str, params: Value, mut other: impl FnMut(Value)) -> Result<Value> {
        let id = self.send(method, params).await?;
        loop {
            let mut message = self.receive().await?;
            match (message["id"] == id, message.get("error")) {
                (true, Some(error)) => return Err(format!("{method}: {error}").into()),
                (true, None) => return Ok(message["result"].take()),
                (false, _) => other(message),
            }
        }
    }
}
