"""What Scripts/bench prints: the measurements as Markdown, with ratios and the aims of the project beside them."""
from measuring import CLASSES


def p(times, share):
    ordered = sorted(times)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def table(head, rows):
    return ["| " + " | ".join(head) + " |", "| " + " | ".join(["---"] * len(head)) + " |",
            *("| " + " | ".join(row) + " |" for row in rows), ""]


def size(result):
    """All tables of one size."""
    text = result["text"]
    lines = [f"## {result['segments']:,} segments, {text:.1f} MB of text, {result['source']}", ""]
    return lines + indexing(result["indexing"], text) + queries(result["queries"]) + cold(result["cold"]) \
        + update(result["update"]) + shards(result)


def indexing(rows, text):
    limit = rows.get("Xapian C++")
    body = []
    for name, run in rows.items():
        merge = f"{run['merge']:.1f}" if run.get("merge") is not None else ""
        ratio = f"{limit['wall'] / run['wall']:.2f}" if limit else ""
        body.append([name, f"{run['wall']:.1f}", merge, f"{run['cpu']:.1f}", f"{text / run['wall']:.2f}",
                     f"{text / run['cpu']:.2f}", ratio, f"{run['rss']:.0f}", f"{run['disk']:.0f}",
                     f"{run['disk'] / text:.2f}"])
    return table(["indexing", "wall s", "of it merge", "CPU s", "MB/s", "MB a CPU s", "times Xapian", "memory MB",
                  "disk MB", "disk to text"], body)


def queries(times):
    ours, limit, bare = times["onrecord"], times.get("limit"), times.get("limit without snippets")
    body = []
    for kind in CLASSES:
        if kind not in ours:
            continue
        row = [kind, f"{p(ours[kind], .5):.2f}", f"{p(ours[kind], .99):.2f}"]
        if limit:
            row += [f"{p(limit[kind], .5):.2f}", f"{p(limit[kind], .99):.2f}", f"{p(bare[kind], .5):.2f}",
                    f"{p(ours[kind], .5) / p(limit[kind], .5):.2f}"]
        body.append(row)
    head = ["query, ms", "onrecord p50", "p99"]
    return table(head + (["Xapian C++ p50", "p99", "without snippets p50", "ratio of p50"] if limit else []), body)


def cold(commands):
    body = [[name, f"{t['median']:.1f}", f"{t['least']:.1f}"] for name, t in commands.items()]
    return table(["a cold process with one query, ms", "median", "least"], body)


def update(run):
    return [f"An update of 100 articles: {run['wall']:.2f} s ({run['cpu']:.2f} s of CPU, {run['rss']:.0f} MB).", ""]


def shards(result):
    if "shards" not in result:
        return []
    rows = {"one index": result["queries"]["onrecord"], **result["shards"]}
    kinds = [k for k in CLASSES if all(k in times for times in rows.values())]
    return table(["query p50, ms", *kinds],
                 [[name, *(f"{p(times[kind], .5):.2f}" for kind in kinds)] for name, times in rows.items()])


def growth(results):
    if len(results) < 2:
        return []
    body = []
    for r in results:
        run, ours = r["indexing"]["onrecord, 2 jobs"], r["queries"]["onrecord"]
        body.append([f"{r['segments']:,}", f"{r['text']:.0f}", f"{r['text'] / run['wall']:.2f}", f"{run['rss']:.0f}",
                     f"{run['disk'] / r['text']:.2f}", *(f"{p(ours[k], .5):.2f}" for k in CLASSES if k in ours),
                     f"{r['update']['wall']:.2f}"])
    kinds = [k for k in CLASSES if k in results[0]["queries"]["onrecord"]]
    return ["## Growth", "", *table(["segments", "text MB", "MB/s", "memory MB", "disk to text",
                                     *(f"{k} p50 ms" for k in kinds), "update s"], body)]


def targets(results):
    """The figures that the project has set itself, and what was measured for them."""
    if not results:
        return []
    first, last = results[0], results[-1]
    rows = []

    def row(what, least, aim, value, format_, smaller=False):
        if value is None:
            rows.append([what, f"{least}", f"{aim}", "not measured", ""])
            return
        meets = lambda bound: value <= bound if smaller else value >= bound
        rows.append([what, f"{least}", f"{aim}", format_.format(value),
                     "aim" if meets(aim) else "at least" if meets(least) else "missed"])

    runs = first["indexing"]
    limit, one, two = runs.get("Xapian C++"), runs.get("onrecord, 1 job"), runs["onrecord, 2 jobs"]
    row("MB of text a second against default Xapian C++, two jobs", 1.2, 2.5,
        limit and limit["wall"] / two["wall"], "{:.2f}")
    row("one job to two jobs, before the merge", 1.7, 1.9,
        (one["wall"] - one["merge"]) / (two["wall"] - two["merge"])
        if one and one.get("merge") is not None else None, "{:.2f}")
    ours, theirs = first["queries"]["onrecord"], first["queries"].get("limit")
    ratios = [p(ours[k], .5) / p(theirs[k], .5) for k in ("all", "any", "phrase") if k in ours and k in theirs] \
        if theirs else []
    row("top 10 with snippets against Xapian C++ with its own, worst class", 0.5, 0.3, max(ratios, default=None),
        "{:.2f}", True)
    peers = [t["median"] for name, t in first["cold"].items() if name in ("notmuch", "mu")]
    row("cold search, ms", round(min(peers), 1) if peers else 10, 8, first["cold"]["onrecord search"]["median"],
        "{:.1f}", True)
    row("size against the text", 5, 3.5, two["disk"] / first["text"], "{:.2f}", True)
    million = last if last["segments"] >= 900_000 else None
    big = million["indexing"]["onrecord, 2 jobs"] if million else None
    row("memory at 1M segments, MB", 800, 400, big and big["rss"], "{:.0f}", True)
    for kind, least, aim in (("all", 4, 2), ("date", 4, 2.5), ("facets", 8, 5), ("facets-all", 15, 8)):
        row(f"1M segments, {kind}, p50 ms", least, aim,
            million and p(million["queries"]["onrecord"][kind], .5), "{:.2f}", True)
    row("update of 100 articles at 1M segments, s", 5, 1, million and million["update"]["wall"], "{:.2f}", True)
    return ["## Against the aims", "", *table(["what", "at least", "aim", "measured", ""], rows)]
