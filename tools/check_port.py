"""Stop `make serve` with a clear message when its port cannot be used."""

import errno
import socket
import sys

HOST = "127.0.0.1"
LAST_PORT = 65535


def error_of(port: int) -> int:
    """Error number of listening on a port, 0 when it can be used."""
    with socket.socket() as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((HOST, port))
        except OSError as error:
            return error.errno or errno.EINVAL
    return 0


def problem_with(text: str) -> str | None:
    """Sentence that says why a port cannot be used and what to do, None when it can."""
    if not (text.isascii() and text.isdigit() and 0 < int(text) <= LAST_PORT):
        return f"端口应为 1 至 {LAST_PORT} 的整数，现为“{text}”。例如：make serve PORT=8001"
    port = int(text)
    error = error_of(port)
    if not error:
        return None
    reason = "已被其他程序占用" if error == errno.EADDRINUSE else "无法使用"
    free = next((other for other in range(max(port, 1023) + 1, LAST_PORT) if not error_of(other)), 8000)
    return f"端口 {port} {reason}。请换一个端口，例如：make serve PORT={free}"


if __name__ == "__main__":
    sys.exit(problem_with(sys.argv[1]))
