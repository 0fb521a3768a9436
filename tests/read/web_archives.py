"""Records of web archives, made by hand."""

PAGE = (
    "<html><head><title>Talks end</title></head><body><article><h1>Talks end</h1>"
    + "<p>The president of Utopia met his counterpart in the capital on Monday, and they spoke of gas and grain.</p>"
    * 3
    + "</article></body></html>"
)


def a_record(
    url: str, body: bytes | str = PAGE, status: str = "200 OK", kind: str = "text/html; charset=utf-8"
) -> bytes:
    given = body.encode() if isinstance(body, str) else body
    http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(given)}\r\n\r\n".encode() + given
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2022-12-19T12:00:00Z\r\n"
        "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
    )
    return head.encode() + http + b"\r\n\r\n"
