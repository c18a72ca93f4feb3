"""What a result of Recognizers-Text means in Recoupe's terms: days, times of day, lengths of time, and units.

Days are compared as days, whatever the words of the value: theirs end before the day they call `end`, ours on the last day named, and a
range of theirs may be two times of ours. What cannot be mapped is told apart from what is wrong; see `unmapped`.
"""

import re
from datetime import date, timedelta

DAY = timedelta(days=1)
DAYS = {"date", "daterange", "datetime", "datetimerange"}
CLOCKS = {"datetime", "datetimerange", "time", "timerange"}


def day(text):
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def kind(result):
    return (result.get("TypeName") or result.get("Typename") or "").replace("datetimeV2.", "")


def values(result):
    return (result.get("Resolution") or {}).get("values") or []


def unmapped(result):
    """Why a result has no counterpart in Recoupe, or None."""
    alternatives = values(result)
    timexes = [v.get("timex", "") for v in alternatives]
    text = result.get("Text", "")
    if any(re.match("FY|SY|TME|P[0-9]+BD", t) or "BD)" in t for t in timexes):
        return "fiscal and school years, meals as times of day, business days: Recoupe has no such values"
    vague = {"few", "some", "several", "quelques", "quelque", "plusieurs"}
    if vague & set(text.split()) and any(t.startswith("P") for t in timexes):
        return "a vague number: Recognizers makes it three, Recoupe leaves it vague (PX)"
    return None


# --- days


def span(timex):
    """First and last day of a TIMEX3 date, or None."""
    if day(timex) and re.match(r"\d{4}-\d\d-\d\d", timex):
        return day(timex), day(timex)
    if re.fullmatch(r"\d{4}", timex):
        return date(int(timex), 1, 1), date(int(timex), 12, 31)
    if re.fullmatch(r"\d{4}-\d\d", timex):
        year, month = int(timex[:4]), int(timex[5:7])
        if not 1 <= month <= 12:
            return None
        after = date(year + month // 12, month % 12 + 1, 1)
        return date(year, month, 1), after - DAY
    week = re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", timex)
    if week and 1 <= int(week[2]) <= 53:
        try:
            monday = date.fromisocalendar(int(week[1]), int(week[2]), 1)
        except ValueError:
            return None
        return (monday + 5 * DAY if week[3] else monday), monday + 6 * DAY
    return None


def ours(times):
    """Every span of days that some of our times allow, with each time's place."""
    out = []
    for place, time in enumerate(times):
        if time.get("earliest"):
            out.append((place, day(time["earliest"]), day(time["latest"])))
        for value in [time["value"]] + time.get("also", []):
            found = span(value[:10] if re.match(r"\d{4}-\d\d-\d\dT", value) else value)
            if found:
                out.append((place, *found))
    return out


def days_right(result, times):
    """Whether the days of a result are those of our times in its place."""
    spans = ours(times)
    for value in values(result):
        timex, stated = value.get("timex", ""), value.get("Mod")
        if timex.endswith("_REF") and any(t["value"] == timex or t["value"] == "PRESENT_REF" for t in times):
            return True
        if value.get("value") == "not resolved" or not any(value.get(k) for k in ("value", "start", "end")):
            if any(t["value"] == timex or t["value"].endswith("-" + timex) for t in times):
                return True
            continue
        if value.get("value"):
            only = day(value["value"])
            if any(first == last == only for _, first, last in spans):
                return True
            continue
        base = re.sub("^XXXX", spans[0][1].strftime("%Y") if spans else "0001", timex)
        if stated and re.search("start|mid|end", stated) and span(base) and any((a, b) == span(base) for _, a, b in spans):
            # How long the end of a year lasts is a convention.
            return True
        if not timex.startswith("(") and span(timex) and any((a, b) == span(timex) for _, a, b in spans):
            # Theirs cuts `earlier this week` at the day of writing, its TIMEX does not.
            return True
        start, end = day(value.get("start")), day(value.get("end"))
        if stated or not (start and end):
            edge = lambda d: d is None or any(d in (first, last, last + DAY) for _, first, last in spans)
            if spans and edge(start) and edge(end):
                return True
            continue
        if kind(result) == "datetimerange":
            if any(first == start for _, first, _ in spans) and any(end in (first, last, last + DAY) for _, first, last in spans):
                return True
            if any(first == last == start for _, first, last in spans) and end - start <= DAY:
                return True
            continue
        if any(first == start and last + DAY == end for _, first, last in spans):
            return True
        for place, first, _ in spans:
            if first == start and any(other != place and end in (a, b, b + DAY) for other, a, b in spans):
                return True
    return False


# --- times of day

PARTS = {"MO", "AF", "EV", "NI", "MI", "DT"}


def clock(text):
    """Minutes and seconds of a time of day such as 07:30 or T07, or its part of the day."""
    found = re.search(r"(\d\d):(\d\d)(?::(\d\d))?", text)
    if found:
        return int(found[1]) * 3600 + int(found[2]) * 60 + int(found[3] or 0)
    return None


def our_clocks(times):
    out = []
    for time in times:
        for value in [time["value"]] + time.get("also", []):
            found = re.search(r"T(\d\d:\d\d(?::\d\d)?|MO|AF|EV|NI|MI|DT)", value)
            if found:
                out.append(clock(found[1]) if ":" in found[1] else found[1])
    return out


SMALL = r"(minutes?|mins?|heures?|hours?|hrs?|\d\s?h)\b"
FROM_THE_MINUTE = re.compile(
    rf"\b(il y a|dans|dernières?|prochaines?|in|within|next|last|past)\b.*{SMALL}|{SMALL} (ago|from now|later)|\bnow$"
)


def clocks_right(result, times):
    """Whether the times of day of a result are said by ours; those it does not settle itself are not asked for."""
    said = our_clocks(times)
    if FROM_THE_MINUTE.search(result["Text"]) and not re.search(r"\d:\d|[ap]\.?m\b", result["Text"]):
        # Reckoned from the minute of writing, which a report does not have: only the day can be asked for.
        return True
    if any(v.get("value", "").endswith("23:59:59") for v in values(result)) and any(t.get("mod") == "END" for t in times):
        return True
    for value in values(result):
        timex = value.get("timex", "")
        part = re.search(r"T(MO|AF|EV|NI|MI|DT)", timex)
        if part:
            if part[1] in said:
                return True
            continue
        wanted = [value[k] for k in ("value", "start", "end") if value.get(k) and clock(value[k]) is not None]
        if timex.endswith("_REF") or not wanted:
            return True
        if all(clock(text) % 86400 in said for text in wanted):
            return True
    return False


# --- lengths of time and repetitions

SECONDS = {"Y": 31557600, "M": 2629800, "W": 604800, "D": 86400, "H": 3600, "TM": 60, "S": 1, "WE": 172800}


def length(timex):
    """A length of time in seconds, or None."""
    if not re.fullmatch(r"P[0-9.,A-Z]+", timex) or "X" in timex:
        return None
    total, clock_part = 0.0, False
    for number, unit in re.findall(r"([0-9.]*)(WE|[A-Z])", timex[1:]):
        if unit == "T" and not number:
            clock_part = True
            continue
        key = "TM" if unit == "M" and clock_part else unit
        if key not in SECONDS:
            return None
        total += float(number or 1) * SECONDS[key]
    return total


def lengths_right(result, times):
    wanted = [length(v.get("timex", "")) for v in values(result)]
    said = [length(v) for t in times for v in [t["value"]] + t.get("also", [])]
    return any(w is not None and s is not None and abs(w - s) <= 1e-6 * w for w in wanted for s in said)


def sets_right(result, times):
    wanted = [v.get("timex", "") for v in values(result)]
    said = [v for t in times if t["kind"] == "set" for v in [t["value"]] + t.get("also", [])]
    if lengths_right(result, [t for t in times if t["kind"] == "set"]):
        return True
    strip = lambda text: re.sub(r"(T\d\d):00$", r"\1", text)
    return any(strip(w) == strip(s) or (w.startswith("T") and strip(s).endswith(w)) for w in wanted for s in said)


def value_right(result, times):
    """Whether our times in the place of a result mean what it means."""
    name = kind(result)
    if name == "duration":
        return lengths_right(result, times)
    if name == "set":
        return sets_right(result, times)
    if name in DAYS and not days_right(result, times):
        return False
    return name not in CLOCKS or clocks_right(result, times)


# --- numbers and units

MONEY = """
Dollar USD|Dollar États-Unis USD|United States dollar USD|Dollar Canadien CAD|Canadian dollar CAD|Dollar Australien AUD
Australian dollar AUD|Dollar néo-zélandais NZD|New Zealand dollar NZD|Dollar de Hong Kong HKD|Hong Kong dollar HKD|Livre GBP|Pound GBP
British pound GBP|Yen Japonais JPY|Japanese yen JPY|Chinese yuan CNY|Euro EUR|Franc FRF|Franc Suisse CHF|Swiss franc CHF|Cent cent
Penny penny|Pence penny|Pesewa pesewa|Florins Néerlandais NLG|Finnish markka FIM|Roupie INR|Rupee INR|Roupie indienne INR
Turkish lira TRY|Mexican peso MXN|Bitcoin XBT|Costa Rican colón CRC|Georgian lari GEL|Lao kip LAK
"""
MEASURES = """
Litre L|Pouce [in_i]|Inch [in_i]|Décimètres dm|Decimeter dm|Mile [mi_i]|Hectomètre hm|Acre [acr_us]|Pied [ft_i]|Foot [ft_i]
Gallon [gal_us]|Livre [lb_av]|Pound [lb_av]|Microgramme ug|Microgram ug|Pieds cube [cft_i]|Mètre carré m2|Square meter m2|Tonne t|Ton t
Tonne métrique t|Metric ton t|Millimètres mm|Millimeter mm|Centimètres cm|Centimeter cm|Kilomètres km|Kilometer km|Mètres m|Meter m
Kilomètre carré km2|Square kilometer km2|Degree deg|Turn circ|Barrel [bbl_us]|Bit bit|Mile per hour [mi_i]/h|Kilometer per hour km/h
Megabit Mbit|Megabyte MBy|Picometer pm|Tablespoon [tbs_us]|Teaspoon [tsp_us]|Cup [cup_us]|Dram [dr_av]|Kilogram kg|Gram g|Radian rad
"""
HEAT = "C Cel|F [degF]|Kelvin K|Degré Cel|Degree Cel"
AGES = "Ans a|Mois mo|Semaines wk|Jours d|Year a|Month mo|Week wk|Day d"


def table(text):
    return dict(entry.strip().rsplit(" ", 1) for line in text.strip().split("\n") for entry in line.split("|"))


UNITS = {"Currency": table(MONEY), "Dimension": table(MEASURES), "Temperature": table(HEAT), "Age": table(AGES)}
KINDS = {
    "Percent": {"share"}, "Currency": {"money"}, "Dimension": {"measure", "angle"}, "Temperature": {"temperature"},
    # Their age is any number of years, months, weeks or days.
    "Age": {"age", "duration"},
}


def number(text):
    text = (text or "").rstrip("%")
    try:
        return float(text.replace(",", ".") if text.count(",") == 1 and "." not in text else text)
    except ValueError:
        return None


def close(a, b):
    return a is not None and b is not None and abs(a - b) <= 1e-9 * max(1.0, abs(a), abs(b)) * 1000
