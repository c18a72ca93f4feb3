"""Recognizers-Text (PyPI) behind the answers that compare.py asks for: its results as times and numbers of Recoupe's shape."""

from datetime import datetime

import mapping
from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_age, recognize_currency, recognize_dimension, recognize_temperature
from recognizers_text import Culture

UNIT_MODELS = {"Age": recognize_age, "Currency": recognize_currency, "Dimension": recognize_dimension, "Temperature": recognize_temperature}
KIND = {"Age": "age", "Currency": "money", "Dimension": "measure", "Temperature": "temperature"}


def times(row, culture):
    reference = datetime.fromisoformat(row["reference"]) if row.get("reference") else datetime(2016, 11, 7)
    out = []
    for found in recognize_datetime(row["input"], culture, reference=reference):
        values = (found.resolution or {}).get("values") or []
        # Every reading of theirs is one of ours: its days, its hours, its length.
        for value in values or [{}]:
            for key in ("value", "start", "end"):
                text = value.get(key)
                days = mapping.day(text)
                clock = text[-8:] if text and ":" in text else None
                timex = value.get("timex", "")
                said = f"{days}T{clock}" if days and clock else f"T{clock}" if clock else str(days) if days else timex
                if text or key == "value":
                    last = days - mapping.DAY if days and key == "end" and "range" in found.type_name else days
                    out.append({
                        "start": found.start, "end": found.end + 1, "text": found.text, "value": said, "also": [timex, said],
                        "kind": "set" if found.type_name.endswith("set") else "date", "rule": found.type_name, "mod": None,
                        **({"earliest": str(days), "latest": str(last)} if days and key != "end" else {}),
                    })
            start, end = mapping.day(value.get("start")), mapping.day(value.get("end"))
            if start and end:
                out.append({
                    "start": found.start, "end": found.end + 1, "text": found.text, "value": value.get("timex", ""), "kind": "date",
                    "rule": found.type_name, "mod": None, "earliest": str(start), "latest": str(end - mapping.DAY),
                })
    return out


def numbers(row, culture):
    model = row["model"].replace("Model", "")
    if model in UNIT_MODELS:
        found, kind = UNIT_MODELS[model](row["input"], culture), KIND[model]
    elif model == "Percent":
        found, kind = recognize_percentage(row["input"], culture), "share"
    else:
        found, kind = recognize_number(row["input"], culture), "number"
    out = []
    for item in found:
        value = mapping.number((item.resolution or {}).get("value"))
        if value is None:
            continue
        unit = (item.resolution or {}).get("unit")
        out.append({
            "start": item.start, "end": item.end + 1, "number_start": item.start, "number_end": item.end + 1, "number": value,
            "value": value, "kind": kind, "unit": mapping.UNITS.get(model, {}).get(unit, unit),
        })
    return out


def answers(rows, language):
    culture = Culture.French if language == "fr" else Culture.English
    out = []
    for row in rows:
        try:
            isTime = row["model"] == "DateTimeModel"
            out.append({"times": times(row, culture) if isTime else [], "numbers": [] if isTime else numbers(row, culture)})
        except Exception:
            # Its head runs these cases, the release fails on some.
            out.append({"times": [], "numbers": []})
    return out
