"""What Scripts/bench measures, and how: processes from outside, so that both sides are measured alike."""
import json
import os
import platform
import shutil
import socket
import statistics
import subprocess
import sys
import time

CLASSES = ("all", "any", "phrase", "date", "facets", "facets-all")
FACETS = [w for f in ("speaker", "region", "date:month") for w in ("--facet", f)]


def machine(root):
    """One line: processor, memory, versions, load."""
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        model = next((l.split(":")[1].strip() for l in lines if l.startswith("model name")), platform.machine())
    with open("/proc/meminfo", encoding="utf-8") as lines:
        memory = next(int(l.split()[1]) for l in lines if l.startswith("MemTotal")) / 1024 ** 2
    commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=root, capture_output=True, text=True).stdout
    xapian = subprocess.run(["xapian-config", "--version"], capture_output=True, text=True, check=False).stdout
    xapian = xapian.rpartition(" - ")[2]
    load = os.getloadavg()
    busy = "" if load[0] < 1 else f" Other programs ran beside it (load {load[0]:.1f} at the start): times are upper bounds."
    return (f"{os.cpu_count()} cores of {model}, {memory:.0f} GB, {platform.system()} {platform.release()}, "
            f"{xapian.strip() or 'Xapian'}, commit {commit.strip() or 'unknown'}.{busy}")


def measured(command, accepted=(0,)):
    """Wall and CPU seconds, the peak of memory in MB and the output of one command."""
    start = time.monotonic()
    child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode not in accepted:
        sys.exit(f"{' '.join(command)}: exit status {child.returncode}\n{output.decode(errors='replace')[-2000:]}")
    return {"wall": time.monotonic() - start, "cpu": usage.ru_utime + usage.ru_stime, "rss": usage.ru_maxrss / 1024,
            "output": output.decode(errors="replace")}


def size_of(path):
    return sum(os.stat(os.path.join(d, f)).st_size for d, _, names in os.walk(path) for f in names) / 1e6


# Indexing

def indexing(onrecord, limit, folder, index, database, options):
    """Rows by name; each the fastest of its runs, which take turns."""
    rows = {}
    repeats = options.repeat if os.path.getsize(f"{folder}/articles.jsonl") < 100e6 else 1
    for _ in range(repeats):
        if limit:
            shutil.rmtree(database, ignore_errors=True)
            run = measured([limit, "index", f"{folder}/segments.tsv", database])
            keep_fastest(rows, "Xapian C++", {**run, "disk": size_of(database)})
        # One job takes its time at a million, and tells nothing that the smallest size has not told.
        for jobs in (1, 2) if limit else (2,):
            shutil.rmtree(index, ignore_errors=True)
            run = measured([onrecord, "index", "--index", index, "--jobs", str(jobs), "--quiet", "--json",
                            f"{folder}/articles.jsonl"], (0, 4))
            report = json.loads(run["output"].splitlines()[-1])
            keep_fastest(rows, f"onrecord, {jobs} job{'s' * (jobs > 1)}",
                         {**run, "disk": size_of(index), "merge": report.get("mergeSeconds")})
    return rows


def keep_fastest(rows, name, run):
    if name not in rows or run["wall"] < rows[name]["wall"]:
        rows[name] = run


def update(onrecord, folder, index):
    """Seconds to bring 100 changed articles in; they are the first of the corpus with a sentence more."""
    path = os.path.join(folder, "update.jsonl")
    with open(f"{folder}/articles.jsonl", encoding="utf-8") as lines, open(path, "w", encoding="utf-8") as out:
        for _, line in zip(range(100), lines):
            article = json.loads(line)
            article["text"] += "\n\nCorrected on another day."
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
    run = measured([onrecord, "index", "--index", index, "--quiet", "--json", path], (0, 4))
    return {"wall": run["wall"], "cpu": run["cpu"], "rss": run["rss"]}


# Queries

def as_query(query):
    kind, words = query[0], query[1:]
    if kind == "phrase":
        return '"' + " ".join(words) + '"'
    if kind == "date":
        day = lambda d: f"{d[:4]}-{d[4:6]}-{d[6:]}"
        return " ".join(words[:-2]) + f" published:{day(words[-2])}..{day(words[-1])}"
    return " ".join(words)


def product_times(onrecord, places, queries, passes, classes=CLASSES):
    """Milliseconds of each query by class: one process that answers a query a line, warm; the fastest pass counts."""
    times = {}
    for kind in classes:
        chosen = [q for q in queries if q[0] == kind]
        if chosen:
            times[kind] = batch_times(onrecord, places, kind, chosen, passes)
    return times


def batch_times(onrecord, places, kind, queries, passes):
    command = [onrecord, "search", "--unit", "segment", "--json", "--batch", "-"]
    command += [w for place in places for w in ("--index", place)]
    command += ["--match", "any"] if kind == "any" else []
    command += [*FACETS, "--count"] if kind.startswith("facets") else []
    child = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    fastest = [float("inf")] * len(queries)
    for number in range(passes + 1):
        for place, query in enumerate(queries):
            start = time.monotonic()
            child.stdin.write(f"{place}\t{as_query(query)}\n".encode())
            child.stdin.flush()
            while True:
                answer = child.stdout.readline()
                if not answer:
                    sys.exit("onrecord search --batch ended early")
                if b'"error"' in answer and "error" in json.loads(answer):
                    break
            if number > 0:
                fastest[place] = min(fastest[place], (time.monotonic() - start) * 1000)
    child.stdin.close()
    child.wait()
    return fastest


def limit_times(limit, database, queries, folder, passes, more):
    path = os.path.join(folder, "queries.tsv")
    with open(path, "w", encoding="utf-8") as out:
        out.writelines("\t".join(q) + "\n" for q in queries)
    fastest = [float("inf")] * len(queries)
    for number in range(passes + 1):
        run = subprocess.run([limit, "query", path, database, *more], check=True, capture_output=True, text=True)
        for place, line in enumerate(run.stdout.splitlines()):
            if number > 0:
                fastest[place] = min(fastest[place], int(line.split("\t")[1]) / 1000)
    times = {}
    for query, time_ in zip(queries, fastest):
        times.setdefault(query[0], []).append(time_)
    return times


def limit_command(limit, database, words, folder):
    one = os.path.join(folder, "one.tsv")
    with open(one, "w", encoding="utf-8") as out:
        out.write("\t".join(["all", *words]) + "\n")
    return [limit, "query", one, database]


def cold(commands, runs=21):
    """The median and the least milliseconds of whole processes, which take turns."""
    times = {name: [] for name in commands}
    for _ in range(runs):
        for name, command in commands.items():
            start = time.monotonic()
            subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False)
            times[name].append((time.monotonic() - start) * 1000)
    return {name: {"median": statistics.median(t), "least": min(t)} for name, t in times.items()}


# Shards

def shards(onrecord, folder, queries, options):
    """p50 by class of the same articles in one index, in four, and in four behind Xapian's servers on the loopback."""
    parted = os.path.join(folder, "parted")
    shutil.rmtree(parted, ignore_errors=True)
    count = 4
    measured([onrecord, "index", "--index", parted, "--shards", str(count), "--quiet", f"{folder}/articles.jsonl"], (0, 4))
    some = [q for kind in CLASSES for q in [q for q in queries if q[0] == kind][:30]]
    folders = [f"{parted}/shard-{n}" for n in range(1, count + 1)]
    rows = {"four shards, local": product_times(onrecord, folders, some, options.passes)}
    if shutil.which("xapian-tcpsrv"):
        servers, places = serve(folders)
        try:
            rows["four shards, tcp://"] = product_times(onrecord, places, some, options.passes)
        finally:
            for server in servers:
                server.terminate()
                server.wait()
    shutil.rmtree(parted, ignore_errors=True)
    return rows


def serve(folders):
    servers, places = [], []
    for folder in folders:
        base = free_ports(3)
        for number, unit in enumerate(("articles", "statements", "segments")):
            # A session of its own: on its end the server sends SIGTERM to its whole process group.
            servers.append(subprocess.Popen(
                ["xapian-tcpsrv", "--quiet", "--interface", "127.0.0.1", "--port", str(base + number),
                 f"{folder}/current/{unit}"], stdout=subprocess.DEVNULL, start_new_session=True))
        places.append(f"tcp://127.0.0.1:{base}")
    time.sleep(2)
    return servers, places


used = set()


def free_ports(count):
    """The first of so many ports that nobody listens at."""
    for base in range(17_000, 30_000, count):
        if base in used:
            continue
        used.add(base)
        try:
            for port in range(base, base + count):
                with socket.socket() as probe:
                    probe.bind(("127.0.0.1", port))
            return base
        except OSError:
            continue
    sys.exit("no free ports")
