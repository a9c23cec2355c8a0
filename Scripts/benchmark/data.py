"""Makes the articles, segments and queries that Scripts/bench measures on; the same every time."""
import datetime
import gzip
import json
import os
import random
import re

STOP = set("the of to and in said a for it on that is by its with at from be was he as an will has have which but are "
           "not this were or had been also they their about after more than would could".split())
SYLLABLES = "ka lo mi ra ten vor dal sen bri mo tu an el har son ber wick ford lin es gar nov pet ro sa qui zem".split()
REGIONS = ("United States,United Kingdom,Japan,Germany,Canada,France,Brazil,China,Australia,Italy,Russia,India,Spain,"
           "Mexico,Sweden,Belgium,Norway,Denmark,Turkey,Greece,Poland,Iran,Iraq,Israel,Egypt,Nigeria,Kenya,Argentina,"
           "Chile,Peru,Indonesia,Malaysia,Thailand,Vietnam,Ukraine,Georgia,Moldova,Ghana,Sudan,Ethiopia").split(",")


def corpus_articles(corpora):
    """The Reuters articles of a corpora folder as {id, title, published, text}."""
    with gzip.open(os.path.join(corpora, "reuters", "reuters.jsonl.gz"), "rt", encoding="utf-8") as lines:
        for line in lines:
            x = json.loads(line)
            yield {"id": str(x["id"]), "title": x["title"] or "", "published": x["date"][:10], "text": x["text"]}


def zipf(rng, count):
    """A sampler of 0..<count with the frequencies of words."""
    weights, total = [], 0.0
    for rank in range(1, count + 1):
        total += 1 / rank
        weights.append(total)
    return lambda k: rng.choices(range(count), cum_weights=weights, k=k)


def generated_articles(segments, seed=21578):
    """Articles of ten paragraphs with about sixty words each, two of them statements, until there are enough."""
    rng = random.Random(seed)
    word = lambda parts: "".join(rng.choice(SYLLABLES) for _ in range(parts))
    words = sorted({word(rng.choice((2, 2, 3, 3, 4))) for _ in range(60_000)})
    rng.shuffle(words)
    names = [f"{word(2).capitalize()} {word(3).capitalize()}" for _ in range(20_000)]
    pick_word, pick_name, pick_region = zipf(rng, len(words)), zipf(rng, len(names)), zipf(rng, len(REGIONS))
    first = datetime.date(2015, 1, 1)
    sentence = lambda n: " ".join(words[i] for i in pick_word(n))
    made = 0
    while made < segments:
        speaker, region = names[pick_name(1)[0]], REGIONS[pick_region(1)[0]]
        day = first + datetime.timedelta(days=rng.randrange(4000))
        title = sentence(7).capitalize()
        paragraphs = [title]
        for number in range(10):
            text = f"{sentence(24).capitalize()} in {region}. {sentence(28).capitalize()}."
            if number % 5 == 1:
                text = f"“{sentence(30).capitalize()},” said {speaker}, the minister of {region}. {sentence(20).capitalize()}."
            paragraphs.append(text)
        made += len(paragraphs)
        yield {"id": f"gen-{made}", "title": title, "published": day.isoformat(), "publisher": words[rng.randrange(40)],
               "text": "\n\n".join(paragraphs)}


def write(articles, folder):
    """articles.jsonl for the product, segments.tsv (one paragraph a line) for the limit; the bytes of article text."""
    os.makedirs(folder, exist_ok=True)
    text_bytes = count = 0
    with open(f"{folder}/articles.jsonl", "w", encoding="utf-8") as out, \
            open(f"{folder}/segments.tsv", "w", encoding="utf-8") as segments:
        for x in articles:
            out.write(json.dumps(x, ensure_ascii=False) + "\n")
            text_bytes += len(x["text"].encode())
            for paragraph in re.split(r"\n\s*\n", x["text"]):
                paragraph = " ".join(paragraph.split())
                if not paragraph:
                    continue
                count += 1
                speaker = re.search(r"said ([A-Z]\w+ [A-Z]\w+)", paragraph)
                region = next((r for r in REGIONS if r in paragraph), "")
                title = " ".join(x["title"].split())
                segments.write("\t".join((str(count), x["published"].replace("-", ""), speaker.group(1) if speaker else "-",
                                          region or "-", title or "-", paragraph)) + "\n")
    return text_bytes, count


def prepared(folder, corpora, segments):
    """The files of a size, made where they are not there yet: {"bytes", "segments"}."""
    stamp = os.path.join(folder, "made.json")
    if not os.path.exists(stamp):
        made = corpus_articles(corpora) if corpora else generated_articles(segments)
        text_bytes, count = write(made, folder)
        with open(stamp, "w", encoding="utf-8") as out:
            json.dump({"bytes": text_bytes, "segments": count}, out)
    with open(stamp, encoding="utf-8") as text:
        return json.load(text)


def middling_words(folder, lines_read=20_000):
    """Words that stand in about 1.3 % of the segments: what facets are counted over."""
    counts, lines = {}, 0
    with open(f"{folder}/segments.tsv", encoding="utf-8") as text:
        for line, _ in zip(text, range(lines_read)):
            lines += 1
            for word in set(re.findall(r"[a-z]{3,}", line.rsplit("\t", 1)[-1].lower())) - STOP:
                counts[word] = counts.get(word, 0) + 1
    return sorted(word for word, count in counts.items() if 0.008 <= count / lines <= 0.02) or sorted(counts)[:20]


def queries(folder, per_class, seed=7):
    """Queries of each class as lists [class, words...], from words and phrases that occur."""
    middling = middling_words(folder)
    rng = random.Random(seed)
    size = os.path.getsize(f"{folder}/segments.tsv")
    with open(f"{folder}/segments.tsv", "rb") as lines:
        def segment():
            lines.seek(rng.randrange(size))
            lines.readline()
            return (lines.readline() or b"\t" * 5).decode("utf-8", "ignore").rstrip("\n").split("\t")

        def words(count):
            while True:
                parts = segment()
                found = [w for w in dict.fromkeys(re.findall(r"[a-z]{3,}", parts[5].lower() if len(parts) > 5 else ""))
                         if w not in STOP]
                if len(found) >= count:
                    return rng.sample(found, count), parts[1]

        def phrase():
            while True:
                found = re.findall(r"\w+|[^\w ]", segment()[-1])
                start, count = rng.randrange(max(1, len(found) - 3)), rng.choice((2, 2, 3))
                part = found[start:start + count]
                if len(part) == count and all(re.fullmatch(r"[A-Za-z]{3,}", w) for w in part):
                    return [w.lower() for w in part]

        for number in range(per_class):
            count = (1, 2, 2, 3)[number % 4]
            yield ["all", *words(count)[0]]
            yield ["any", *words(count)[0]]
            yield ["phrase", *phrase()]
            found, date = words(1 + number % 2)
            year = int(date[:4]) if date.isdigit() else 1987
            yield ["date", *found, f"{year}0401", f"{year}0930"]
            yield ["facets", rng.choice(middling)]
            if number < 20:
                yield ["facets-all"]
