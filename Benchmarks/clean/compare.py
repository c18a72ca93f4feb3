"""One table: Recoupe and its peers over the pages of a data folder, text, title, authors, day, and pages per CPU second."""

import argparse
import gzip
import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import measures

COLUMNS = ["set", "tool", "text F1", "precision", "recall", "title", "author F1", "day exact", "wrong", "missing", "pages/CPU s"]


def sets(data):
    """The sets of a data folder: pages/NAME.jsonl with pages/NAME/, and dates/gold.jsonl with dates/pages/."""
    for path in sorted((data / "pages").glob("*.jsonl")):
        yield path.stem, path, path.with_suffix("")
    if (data / "dates" / "gold.jsonl").exists():
        yield "dates", data / "dates" / "gold.jsonl", data / "dates" / "pages"


def lines(path):
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            row = json.loads(line)
            row["key"] = row.get("id") or row["file"]
            yield row


def content(row, folder):
    name = row.get("file") or row["id"] + ".html.gz"
    raw = (folder / name).read_bytes()
    return gzip.decompress(raw) if raw[:2] == b"\x1f\x8b" else raw


def recoupe(options, wanted, folder):
    listing = tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8")
    for row in wanted:
        listing.write(json.dumps({key: row[key] for key in ("id", "file", "url") if key in row}) + "\n")
    listing.flush()
    command = [options.forge, "clean-pages", listing.name, "--folder", str(folder), "--times", str(options.times)]
    if options.addresses:
        command.append("--addresses")
    if options.languages:
        command += ["--languages", options.languages]
    out = subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout.decode("utf-8")
    found = {}
    for line in out.split("\n"):
        if line:
            row = json.loads(line)
            published = row.get("published") or {}
            stated = published.get("earliest") if published.get("earliest") == published.get("latest") else None
            found[row["id"]] = {**row, "title": row.get("title"), "date": stated, "because": published.get("because")}
    return found


def table(rows):
    widths = [max(len(row[i]) for row in rows) for i in range(len(COLUMNS))]
    for number, row in enumerate(rows):
        print("| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths)) + " |")
        if number == 0:
            print("|" + "|".join("-" * (width + 2) for width in widths) + "|")


def measure(options, name, listing, folder, rows):
    wanted = list(lines(listing))
    tools = {}
    if options.only is None or options.only.intersection({"recoupe"}):
        tools["recoupe"] = None
    if options.only is None or options.only - {"recoupe"}:
        import peers

        peers.TIMES = options.times
        for tool, make in (peers.DATES if name == "dates" else peers.TEXT).items():
            if options.only is None or tool in options.only:
                tools[tool] = make()
    pages = {row["key"]: content(row, folder) for row in wanted} if set(tools) - {"recoupe"} else {}
    for tool, run in tools.items():
        score = measures.Score()
        found = recoupe(options, wanted, folder) if run is None else {}
        if run is not None and wanted:
            run(pages[wanted[0]["key"]])  # what a tool loads on its first page is not counted
        for row in wanted:
            score.add(row, found.get(row["key"], {}) if run is None else run(pages[row["key"]]))
        rows.append([name, tool] + score.row())
        if options.misses:
            for miss in score.misses:
                print("\t".join(str(cell) for cell in (name, tool) + miss))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="a folder with pages/NAME.jsonl, pages/NAME/ and dates/gold.jsonl, dates/pages/")
    parser.add_argument("--forge", required=True, help="the recoupe-forge executable, release build")
    parser.add_argument("--only", type=lambda text: set(text.split(",")), help="tools to run, parted by commas")
    parser.add_argument("--sets", type=lambda text: set(text.split(",")), help="sets to run, parted by commas")
    parser.add_argument("--times", type=int, default=3, help="how often each tool takes each page; the shortest time counts")
    parser.add_argument("--addresses", action="store_true", help="tell Recoupe the addresses of the pages")
    parser.add_argument("--languages", help="language packs and body model from this folder")
    parser.add_argument("--misses", action="store_true", help="list what is not as the readers have it")
    options = parser.parse_args()
    rows = [COLUMNS]
    for name, listing, folder in sets(options.data):
        if options.sets is None or name in options.sets:
            measure(options, name, listing, folder, rows)
    if len(rows) == 1:
        sys.exit(f"{options.data}: holds no pages/NAME.jsonl and no dates/gold.jsonl")
    print(f"load of the machine at the end: {os.getloadavg()[0]:.1f}")
    table(rows)


if __name__ == "__main__":
    main()
