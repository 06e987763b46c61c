//! As much of a web socket as the DevTools protocol on this machine needs: a client's text messages, no extensions.

use super::Result;
use serde_json::{Value, json};
use tokio::io::{AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

const TEXT: u8 = 1;
const CLOSE: u8 = 8;
const PING: u8 = 9;

/// A connection to one target of the browser.
pub struct Socket {
    stream: BufReader<TcpStream>,
    last_id: u64,
}

impl Socket {
    /// Connects to `address` (host and port) and asks for a web socket at `path`.
    pub async fn connect(address: &str, path: &str) -> Result<Socket> {
        let mut stream = BufReader::new(TcpStream::connect(address).await?);
        // The key proves nothing between two programs of one machine, so it may be any 16 bytes.
        let request = format!(
            "GET {path} HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
             Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
        );
        stream.write_all(request.as_bytes()).await?;
        let mut head = Vec::new();
        while !head.ends_with(b"\r\n\r\n") {
            head.push(stream.read_u8().await?);
        }
        if !head.starts_with(b"HTTP/1.1 101") {
            return Err(format!("no web socket at {path}: {}", String::from_utf8_lossy(&head)).into());
        }
        Ok(Socket { stream, last_id: 0 })
    }

    /// Sends a command and returns its id, which the answer will carry.
    pub async fn send(&mut self, method: &str, params: Value) -> Result<u64> {
        self.last_id += 1;
        let message = json!({"id": self.last_id, "method": method, "params": params}).to_string();
        let mut frame = vec![0x80 | TEXT];
        match message.len() {
            length @ 0..126 => frame.push(0x80 | length as u8),
            length => {
                frame.push(0x80 | 126);
                frame.extend(u16::try_from(length)?.to_be_bytes());
            }
        }
        frame.extend([0; 4]); // a mask that changes nothing
        frame.extend(message.as_bytes());
        self.stream.write_all(&frame).await?;
        Ok(self.last_id)
    }

    /// The next message: an answer or an event.
    pub async fn receive(&mut self) -> Result<Value> {
        let mut message = Vec::new();
        loop {
            let first = self.stream.read_u8().await?;
            let length = match self.stream.read_u8().await? {
                126 => u64::from(self.stream.read_u16().await?),
                127 => self.stream.read_u64().await?,
                length => u64::from(length),
            };
            let mut body = vec![0; usize::try_from(length)?];
            self.stream.read_exact(&mut body).await?;
            match first & 0x0f {
                CLOSE => return Err("the browser closed the web socket".into()),
                PING.. => continue, // the browser sends none that it waits for
                _ => message.append(&mut body),
            }
            if first & 0x80 != 0 {
                return Ok(serde_json::from_slice(&message)?);
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
