"""The native side of the comparison: libzmq through pyzmq, as echo server and as the client that measures every server alike.

    zmq_peer.py versions             prints the versions of libzmq and pyzmq
    zmq_peer.py proxy ENDPOINT       a ROUTER that echoes within libzmq (zmq_proxy); prints the endpoint that it is bound to
    zmq_peer.py loop ENDPOINT        a ROUTER that a Python loop echoes through
    zmq_peer.py measure ROUNDS NAME=ENDPOINT...   prints one JSON object a line: round, server, what, value
"""
import json
import statistics
import sys
import time

import zmq

ROUND_TRIPS = 500
MESSAGES = 20_000
IN_FLIGHT = 1_000
SMALL = b"x" * 100
LONG = b"x" * (1 << 20)
LONG_MESSAGES = 20


def serve(kind, endpoint):
    router = zmq.Context().socket(zmq.ROUTER)
    router.sndhwm = router.rcvhwm = 0  # a ROUTER drops what is beyond its mark, and the client would wait for ever
    router.bind(endpoint)
    print(router.last_endpoint.decode().rstrip("\0"), flush=True)
    if kind == "proxy":
        zmq.proxy(router, router)
    while True:
        router.send_multipart(router.recv_multipart())


def connect(context, kind, endpoint):
    socket = context.socket(kind)
    socket.linger = 0
    socket.sndhwm = socket.rcvhwm = 0
    socket.rcvtimeo = 60_000
    socket.connect(endpoint)
    socket.send(SMALL)
    assert socket.recv() == SMALL
    return socket


def round_trip(socket):
    """Median microseconds of a request and its reply."""
    times = []
    for _ in range(ROUND_TRIPS):
        start = time.perf_counter()
        socket.send(SMALL)
        socket.recv()
        times.append(time.perf_counter() - start)
    return statistics.median(times) * 1e6


def echoed(socket, message, count, in_flight):
    """Messages that come back in a second, so many of them on their way at once."""
    start = time.perf_counter()
    for _ in range(in_flight):
        socket.send(message, copy=len(message) < 10_000)
    for i in range(count):
        socket.recv(copy=len(message) < 10_000)
        if i + in_flight < count:
            socket.send(message, copy=len(message) < 10_000)
    return count / (time.perf_counter() - start)


def measure(rounds, servers):
    context = zmq.Context()
    sockets = {name: (connect(context, zmq.REQ, endpoint), connect(context, zmq.DEALER, endpoint)) for name, endpoint in servers}
    names = [name for name, _ in servers]
    for turn in range(-1, rounds):
        for name in names[turn % len(names):] + names[:turn % len(names)]:
            req, dealer = sockets[name]
            for what, value in (
                ("round trip", round_trip(req)),
                ("small messages", echoed(dealer, SMALL, MESSAGES, IN_FLIGHT)),
                ("long messages", echoed(dealer, LONG, LONG_MESSAGES, 2)),
            ):
                if turn >= 0:  # the first turn warms up
                    print(json.dumps({"round": turn, "server": name, "what": what, "value": value}), flush=True)


if __name__ == "__main__":
    if sys.argv[1] == "versions":
        print(f"libzmq {zmq.zmq_version()}, pyzmq {zmq.__version__}")
    elif sys.argv[1] == "measure":
        measure(int(sys.argv[2]), [argument.split("=", 1) for argument in sys.argv[3:]])
    else:
        serve(sys.argv[1], sys.argv[2])
