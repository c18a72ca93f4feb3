"""One table: Recoupe and Recognizers-Text over cases of Recognizers-Text (its own, so its own conventions).

Spans: one of ours that meets one of theirs is found; one of ours that meets none is too much. Values: see mapping.py. Numbers and units
are the numbers of `recoupe read --numbers`; a case is whole where every number of its model has the same characters, value and unit.
"""

import argparse
import json
import subprocess
import sys
import time
from collections import defaultdict
from pathlib import Path

import mapping

MODELS = ["Number", "Percent", "Currency", "Dimension", "Age", "Temperature"]
LEFT_OUT = {
    "Ordinal": "ordinals are no figures, and `last` or `next` is no number",
    "NumberRange": "open and closed ends of intervals are not told; the hedge of a figure is",
}


def cases(path):
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.strip():
            yield json.loads(line)


def recoupe(options, rows, language, numbers):
    lines = [
        json.dumps({
            "id": place, "text": row["input"], "language": language,
            **({"published": row["reference"][:10]} if row.get("reference") else {}),
        })
        for place, row in enumerate(rows)
    ]
    command = [options.recoupe, "read", "--jsonl"] + (["--numbers"] if numbers else [])
    command += ["--languages", options.languages] if options.languages else []
    answer = subprocess.run(command, input="\n".join(lines) + "\n", capture_output=True, text=True, check=True).stdout
    return [json.loads(line) for line in answer.split("\n") if line.strip()]


def meets(result, item):
    return item["start"] <= result["End"] and result["Start"] < item["end"]


def located(row):
    """The results with offsets, those without found by their words."""
    out, place = [], 0
    for result in row["results"]:
        if "Start" not in result:
            start = row["input"].lower().find(result["Text"], place)
            if start < 0:
                continue
            result = {**result, "Start": start, "End": start + len(result["Text"]) - 1}
        place = result["End"] + 1
        out.append(result)
    return out


def f1(found, wanted, right, given):
    recall, precision = found / max(1, wanted), right / max(1, given)
    return 2 * recall * precision / max(1e-9, recall + precision)


def datetimes(options, name, rows, answers, misses):
    """Spans and values of one file of dates and times, by type."""
    count = defaultdict(int)
    by_type = defaultdict(lambda: [0, 0, 0])
    for row, answer in zip(rows, answers):
        results = located(row)
        times = answer["times"]
        for item in times:
            if item["value"] == "PRESENT_REF" and row.get("reference"):
                item["earliest"] = item["latest"] = row["reference"][:10]
        count["given"] += len(times)
        spurious = [t for t in times if not any(meets(r, t) for r in results)]
        count["right"] += len(times) - len(spurious)
        if spurious and misses is not None:
            misses.append(("too much", row, None, spurious))
        whole = not spurious
        for result in results:
            here = [t for t in times if meets(result, t)]
            kind = mapping.kind(result)
            count["wanted"] += 1
            count["found"] += bool(here)
            count["exact"] += any(t["start"] == result["Start"] and t["end"] == result["End"] + 1 for t in here)
            if mapping.unmapped(result):
                count["unmapped"] += 1
                continue
            good = bool(here) and mapping.value_right(result, here)
            count["values"] += 1
            count["values right"] += good
            by_type[kind][0] += 1
            by_type[kind][1] += good
            if kind in mapping.DAYS:
                count["days"] += 1
                count["days right"] += bool(here) and mapping.days_right(result, here)
            whole = whole and good
            if not good and misses is not None:
                misses.append(("value" if here else "missed", row, result, here))
        count["whole"] += whole
    print(f"{name}: {len(rows)} cases, {count['wanted']} times")
    print(f"  spans   F1 {f1(count['found'], count['wanted'], count['right'], count['given']):.3f}"
          f"  (P {count['right']}/{count['given']}, R {count['found']}/{count['wanted']}; to the letter {count['exact']})")
    print(f"  days    {count['days right']}/{count['days']} = {count['days right'] / max(1, count['days']):.3f}")
    print(f"  values  {count['values right']}/{count['values']} = {count['values right'] / max(1, count['values']):.3f}"
          f"  ({count['unmapped']} cannot be mapped)")
    print(f"  cases   {count['whole']}/{len(rows)} = {count['whole'] / len(rows):.3f}")
    for kind in sorted(by_type):
        print(f"    {kind:14} {by_type[kind][1]}/{by_type[kind][0]}")


# --- numbers


def wanted(row, model):
    """Their results with a number, as (start, end, value, unit); a unit without a number is nothing to us."""
    out = []
    for result in located(row):
        resolution = result.get("Resolution") or {}
        if mapping.number(resolution.get("value")) is None:
            continue
        unit = mapping.UNITS.get(model, {}).get(resolution.get("unit"), resolution.get("unit"))
        out.append((result["Start"], result["End"] + 1, mapping.number(resolution["value"]), unit if model in mapping.UNITS else None))
    return out


def given(row, answer, model):
    """Ours of the kinds that a model of theirs gives."""
    out = []
    for item in answer["numbers"]:
        if model == "Number":
            # Theirs are the numbers alone, and none where letters touch the digits (`180ml`).
            start, end = item["number_start"], item["number_end"]
            touched = end < item["end"] and row["input"][end:end + 1].isalpha() and row["input"][end - 1].isdigit()
            if not touched:
                out.append((start, end, item.get("number", item["value"]), None))
        elif item["kind"] in mapping.KINDS[model]:
            out.append((item["start"], item["end"], item["value"], item.get("unit") if model in mapping.UNITS else None))
    return out


def same(a, b):
    return a[:2] == b[:2] and mapping.close(a[2], b[2]) and (a[3] is None or a[3] == b[3])


def numbers(options, name, rows, answers, misses):
    total = [0, 0]
    left = defaultdict(int)
    by_model = defaultdict(lambda: [0, 0])
    for row, answer in zip(rows, answers):
        model = row["model"].replace("Model", "")
        if model not in MODELS:
            left[model] += 1
            continue
        theirs, ours = wanted(row, model), given(row, answer, model)
        good = len(theirs) == len(ours) and all(same(a, b) for a, b in zip(theirs, ours))
        by_model[model][0] += 1
        by_model[model][1] += good
        total[0] += 1
        total[1] += good
        if not good and misses is not None:
            misses.append(("numbers " + model, row, theirs, ours))
    print(f"{name}: {total[0]} cases whole {total[1]}/{total[0]} = {total[1] / max(1, total[0]):.3f}")
    for model in MODELS:
        if by_model[model][0]:
            print(f"    {model:14} {by_model[model][1]}/{by_model[model][0]} = {by_model[model][1] / by_model[model][0]:.3f}")
    for model, cases_left in sorted(left.items()):
        print(f"    {model:14} {cases_left} left out: {LEFT_OUT[model]}")


def show(misses):
    for why, row, wanted_result, found in misses:
        print(f"- {why} | {row['input'][:220]!r} @ {(row.get('reference') or '')[:10]}")
        if isinstance(wanted_result, dict):
            alternatives = mapping.values(wanted_result)
            says = "; ".join(f"{v.get('timex')} {v.get('Mod', '')} {v.get('value') or ''}{v.get('start', '')}..{v.get('end', '')}" for v in alternatives[:2])
            print(f"    wanted [{wanted_result['Text']}] {mapping.kind(wanted_result)} {says}")
        elif wanted_result is not None:
            print(f"    wanted {wanted_result}")
        if found and isinstance(found[0], dict):
            print("    ours   " + " ; ".join(f"[{t['text']}] {t['value']} {t.get('earliest') or ''}..{t.get('latest') or ''} {t['rule']}" for t in found))
        else:
            print(f"    ours   {found}")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path, help="a folder with fr-datetime.jsonl, fr-number.jsonl and so on")
    parser.add_argument("--recoupe", default=".build/release/recoupe", help="the program")
    parser.add_argument("--languages", help="a folder that stands in for Languages/")
    parser.add_argument("--only", default="", help="some of the files, parted by commas")
    parser.add_argument("--tool", default="recoupe,recognizers")
    parser.add_argument("--misses", action="store_true")
    options = parser.parse_args()
    only = [name for name in options.only.split(",") if name]
    for tool in options.tool.split(","):
        print(f"== {tool}")
        for path in sorted(options.data.glob("*.jsonl")):
            if only and path.stem not in only:
                continue
            rows = list(cases(path))
            language, what = path.stem.split("-", 1)
            misses = [] if options.misses else None
            started = time.process_time()
            if tool == "recognizers":
                import recognizers
                answers = recognizers.answers(rows, language)
            else:
                answers = recoupe(options, rows, language, what != "datetime")
            (datetimes if what == "datetime" else numbers)(options, path.stem, rows, answers, misses)
            if misses:
                show(misses)
            sys.stdout.flush()


if __name__ == "__main__":
    main()
