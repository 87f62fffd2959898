//! One order to a DevTools socket, where the driver stands in the way. Enough of WebSocket for one small text
//! frame each way, and no more: a client library would bring TLS with it.

use std::time::Duration;

use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpStream;

use crate::Outcome;

const ANSWER: Duration = Duration::from_secs(10);

/// Sends `order` to the page and waits until something that contains `sign` comes back.
pub(super) async fn order(address: &str, page: &str, order: &str, sign: &str) -> Outcome {
    let told = tokio::time::timeout(ANSWER, speak(address, page, order, sign)).await;
    told.map_err(|_| format!("DevTools did not answer {order}"))?
}

async fn speak(address: &str, page: &str, order: &str, sign: &str) -> Outcome {
    let mut stream = TcpStream::connect(address).await?;
    let greeting = format!(
        "GET /devtools/page/{page} HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\n\
         Connection: Upgrade\r\nSec-WebSocket-Key: cmVmbGVrcy1lMmUtdGVzdA==\r\n\
         Sec-WebSocket-Version: 13\r\n\r\n"
    );
    stream.write_all(greeting.as_bytes()).await?;
    let mut heard = Vec::new();
    hear(&mut stream, &mut heard, "\r\n\r\n").await?;
    if !heard.starts_with(b"HTTP/1.1 101") {
        return Err(format!("DevTools refused: {}", String::from_utf8_lossy(&heard)).into());
    }
    let length = u8::try_from(order.len()).ok().filter(|&length| length < 126).ok_or("too long an order")?;
    // A final text frame, masked with zeros as a client's frame has to be masked.
    let mut frame = vec![0x81, 0x80 | length, 0, 0, 0, 0];
    frame.extend_from_slice(order.as_bytes());
    stream.write_all(&frame).await?;
    hear(&mut stream, &mut heard, sign).await
}

/// Reads on until `sign` has been heard.
async fn hear(stream: &mut TcpStream, heard: &mut Vec<u8>, sign: &str) -> Outcome {
    while !String::from_utf8_lossy(heard).contains(sign) {
        let mut bytes = [0_u8; 1024];
        let length = stream.read(&mut bytes).await?;
        if length == 0 {
            return Err(format!("DevTools hung up before «{sign}»").into());
        }
        heard.extend_from_slice(bytes.get(..length).unwrap_or_default());
    }
    Ok(())
}
