"""The measures of the cleaning benchmark. Text: shingles of four words with their counts; each page's true and false positives and
negatives divided by their sum, added over the pages, then F1. Titles and names: compared without case, accents and punctuation."""

import collections
import re
import unicodedata

WORD = re.compile(r"\w+")


def folded(text):
    plain = unicodedata.normalize("NFD", text or "")
    return " ".join(WORD.findall("".join(c for c in plain if not unicodedata.combining(c)).casefold()))


def shingles(text, size=4):
    words = WORD.findall((text or "").lower())
    return collections.Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))


def page_text(wanted, found):
    """Shares of true positives, false positives and false negatives of one page."""
    wanted, found = shingles(wanted), shingles(found)
    both = sum((wanted & found).values())
    counts = (both, sum(found.values()) - both, sum(wanted.values()) - both)
    total = sum(counts)
    return tuple(count / total for count in counts) if total else (0, 0, 0)


def f1(true_positives, false_positives, false_negatives):
    total = 2 * true_positives + false_positives + false_negatives
    return 2 * true_positives / total if total else 0.0


def names(value):
    parts = value if isinstance(value, list) else re.split(r"[,;]| and ", value or "")
    return {folded(part) for part in parts if folded(part)}


class Score:
    """Adds up what one tool finds on one set of pages."""

    def __init__(self):
        self.text = [0.0, 0.0, 0.0]
        self.names = [0, 0, 0]
        self.titles = self.titled = self.seconds = self.pages = 0
        self.exact = self.wrong = self.dated = 0
        self.speaks = set()
        self.misses = []

    def add(self, wanted, found):
        self.pages += 1
        self.seconds += found.get("seconds", 0)
        self.speaks |= {key for key in ("text", "title", "authors", "date") if key in found}
        if wanted.get("text"):
            parts = page_text(wanted["text"], found.get("text"))
            self.text = [a + b for a, b in zip(self.text, parts)]
            if parts[0] < 0.8:
                self.misses.append(("text", wanted["key"], "%.2f found, %.2f too much, %.2f missed" % parts, ""))
        if wanted.get("title"):
            self.titled += 1
            self.judge("title", wanted, found, folded(wanted["title"]) == folded(found.get("title")))
        if wanted.get("authors"):
            a, b = names(wanted["authors"]), names(found.get("authors") or [])
            self.names = [x + y for x, y in zip(self.names, (len(a & b), len(b - a), len(a - b)))]
            if a != b:
                self.misses.append(("authors", wanted["key"], wanted["authors"], found.get("authors")))
        if wanted.get("date"):
            self.dated += 1
            # A page that readers found no day on: nothing is right, any day is wrong.
            day, want = (found.get("date") or "")[:10], wanted["date"][:10] if isinstance(wanted["date"], str) else ""
            self.exact += day == want
            self.wrong += day not in ("", want)
            if day != want:
                self.misses.append(("date", wanted["key"], wanted["date"], "%s %s" % (found.get("date"), found.get("because", ""))))

    def judge(self, kind, wanted, found, right):
        self.titles += right
        if not right:
            self.misses.append((kind, wanted["key"], wanted[kind], found.get(kind)))

    def row(self):
        def share(key, count, total):
            return "%.3f" % (count / total) if total and key in self.speaks else "–"

        right, extra, missed = self.text
        texts = ["%.3f" % v for v in (f1(*self.text), right / max(right + extra, 1e-9), right / max(right + missed, 1e-9))]
        has_text = "text" in self.speaks and any(self.text)
        missing = self.dated - self.exact - self.wrong
        return (
            (texts if has_text else ["–"] * 3)
            + [share("title", self.titles, self.titled), "%.3f" % f1(*self.names) if "authors" in self.speaks and any(self.names) else "–"]
            + [share("date", count, self.dated) for count in (self.exact, self.wrong, missing)]
            + ["%.0f" % (self.pages / self.seconds) if self.seconds else "–"]
        )
