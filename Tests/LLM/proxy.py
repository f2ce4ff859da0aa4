"""A proxy between a client and a model server that measures each call by itself, to check the client's own figures against.

It passes bytes on unchanged. For each call it notes when the last byte of the request had been passed on, and when each piece of the reply
came in; from these, and from its own reading of the reply, it says when the first piece with content was there and when the reply had ended.
Nothing here is shared with the client.
"""

import json
import socket
import threading
import time


class Call:
    """One request and the pieces of its reply, with the times at which they came."""

    def __init__(self):
        self.sent = None
        self.pieces = []

    def figures(self):
        """Time to the first content, to the last line, and to the end of the body, in milliseconds; None for what did not happen."""
        body = Body()
        first = last = end = None
        for instant, piece in self.pieces:
            for line in body.lines(piece):
                content, is_last = read(line)
                if content and first is None:
                    first = instant
                if is_last and last is None:
                    last = instant
            if body.ended and end is None:
                end = instant
        return {name: None if value is None else (value - self.sent) * 1000 for name, value in (("ttft", first), ("total", last), ("end", end))}


class Body:
    """The lines of a reply's body, out of the pieces in which the network brought it."""

    def __init__(self):
        self.raw = b""
        self.in_head = True
        self.left = 0
        self.text = b""
        self.ended = False

    def lines(self, piece):
        self.raw += piece
        if self.in_head:
            head, separator, rest = self.raw.partition(b"\r\n\r\n")
            if not separator:
                return []
            assert b"chunked" in head.lower(), "the proxy reads chunked replies only"
            self.in_head, self.raw = False, rest
        while not self.ended and self.raw:
            if self.left > 0:
                self.text += self.raw[: self.left]
                taken = min(self.left, len(self.raw))
                self.raw, self.left = self.raw[taken:], self.left - taken
                continue
            size, separator, rest = self.raw.lstrip(b"\r\n").partition(b"\r\n")
            if not separator:
                break
            self.left, self.raw = int(size.split(b";")[0], 16), rest
            self.ended = self.left == 0
        *whole, self.text = self.text.split(b"\n")
        return whole


def read(line):
    """What a line of the reply has: some content, and whether it is the last."""
    line = line.strip()
    if line.startswith(b"data:"):
        data = line[5:].strip()
        if data == b"[DONE]":
            return False, True
        choices = json.loads(data).get("choices") or [{}]
        return bool((choices[0].get("delta") or {}).get("content")), False
    if line.startswith(b"{"):
        message = json.loads(line)
        return bool(message.get("response")), message.get("done", False)
    return False, False


class Proxy:
    """Listens on a port of its own and passes each connection on to one server."""

    def __init__(self, host, port):
        self.upstream = (host, port)
        self.calls = []
        self.listener = socket.create_server(("127.0.0.1", 0))
        self.port = self.listener.getsockname()[1]
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self):
        self.listener.close()

    def _accept(self):
        while True:
            try:
                client, _ = self.listener.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(client,), daemon=True).start()

    def _serve(self, client):
        call = Call()
        with client, socket.create_connection(self.upstream) as server:
            for side in (client, server):
                side.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            server.sendall(self._request(client))
            call.sent = time.monotonic()
            self.calls.append(call)
            # A client that goes away is to be seen by the server too.
            threading.Thread(target=self._watch, args=(client, server), daemon=True).start()
            try:
                while piece := server.recv(65536):
                    call.pieces.append((time.monotonic(), piece))
                    client.sendall(piece)
            except OSError:
                pass

    @staticmethod
    def _request(client):
        data = b""
        while b"\r\n\r\n" not in data:
            piece = client.recv(65536)
            if not piece:
                return data
            data += piece
        head, _, body = data.partition(b"\r\n\r\n")
        lengths = [int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:")]
        while len(body) < (lengths or [0])[0]:
            piece = client.recv(65536)
            body += piece
            data += piece
        return data

    @staticmethod
    def _watch(client, server):
        try:
            while client.recv(65536):
                pass
            server.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
