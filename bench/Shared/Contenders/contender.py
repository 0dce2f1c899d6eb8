# A contender written in Python: reads {"case", "scale", "slow", "turn"} a line, runs the case, and answers with one JSON object a line. See ../../README.md.
import json, re, sys, time


def peak():
    return int(re.search(r"VmHWM:\s+(\d+)", open("/proc/self/status").read()).group(1)) / 1024


def measure(run, turn):
    with open("/proc/self/clear_refs", "w") as f:
        f.write("5")
    calls, wall, cpu = 0, time.perf_counter(), time.process_time()
    while True:
        value = run()
        calls += 1
        if time.perf_counter() - wall >= turn:
            break
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    return dict(calls=calls, wall=1000 * wall / calls, cpu=1000 * cpu / calls, peak=peak(), allocated=0, value=float(value))


def serve(cases, versions):
    """cases: name -> setup(scale) -> run(); versions: () -> what the peers are made of."""
    ready = {}
    for line in sys.stdin:
        if line.strip() == "versions":
            print(json.dumps([f"Python {sys.version.split()[0]}"] + versions()), flush=True)
            continue
        request = json.loads(line)
        key = (request["case"], request["scale"])
        if key not in ready:
            if request["scale"] > 1:
                ready.clear()
            ready[key] = cases[request["case"]](request["scale"])
            if not request["slow"]:
                ready[key]()
        print(json.dumps(measure(ready[key], request["turn"])), flush=True)
