"""The peers of the cleaning benchmark: each takes the bytes of a page and gives what it finds, with the CPU time of the text alone."""

import logging
import re
import time

logging.disable(logging.CRITICAL)


TIMES = 1  # how often each page's text is taken; the shortest time counts, for every tool


def once(function, *arguments):
    start = time.process_time()
    try:
        value = function(*arguments)
    except Exception:  # a page that a tool fails on is a page without an answer
        value = None
    return value, time.process_time() - start


def timed(function, *arguments):
    runs = [once(function, *arguments) for _ in range(TIMES)]
    return runs[0][0], min(seconds for _, seconds in runs)


def trafilatura(**options):
    from trafilatura import bare_extraction, extract

    def run(page):
        text, seconds = timed(lambda: extract(page, **options))
        facts, _ = once(lambda: bare_extraction(page, with_metadata=True, **options))
        facts = facts.as_dict() if facts else {}
        authors = [name for name in re.split(r"\s*;\s*", facts.get("author") or "") if name]
        return {"text": text or "", "title": facts.get("title"), "authors": authors, "date": facts.get("date"), "seconds": seconds}

    return run


def readability():
    from lxml import html
    from readability import Document

    def text_of(page):
        document = Document(page.decode("utf-8", "replace"))
        tree = html.fromstring(document.summary(html_partial=True))
        return "\n\n".join(" ".join(part.split()) for part in tree.xpath("//p//text() | //*[not(self::p)]/text()") if part.strip())

    def run(page):
        text, seconds = timed(text_of, page)
        title, _ = once(lambda: Document(page.decode("utf-8", "replace")).short_title())
        return {"text": text or "", "title": title, "seconds": seconds}

    return run


def resiliparse():
    from resiliparse.extract.html2text import extract_plain_text
    from resiliparse.parse.encoding import detect_encoding
    from resiliparse.parse.html import HTMLTree

    def text_of(page):
        tree = HTMLTree.parse_from_bytes(page, detect_encoding(page))
        return extract_plain_text(tree, main_content=True)

    def run(page):
        text, seconds = timed(text_of, page)
        return {"text": text or "", "seconds": seconds}

    return run


def newspaper():
    from newspaper import Article

    def parsed(page):
        article = Article("https://example.org/", fetch_images=False)
        article.download(input_html=page.decode("utf-8", "replace"))
        article.parse()
        return article

    def run(page):
        article, seconds = timed(parsed, page)
        if article is None:
            return {"text": "", "seconds": seconds}
        date = article.publish_date.date().isoformat() if hasattr(article.publish_date, "date") else None
        return {"text": article.text or "", "title": article.title, "authors": article.authors, "date": date, "seconds": seconds}

    return run


def htmldate():
    from htmldate import find_date

    def run(page):
        date, seconds = timed(lambda: find_date(page, original_date=True, extensive_search=True))
        return {"date": date, "seconds": seconds}

    return run


TEXT = {
    "trafilatura": lambda: trafilatura(),
    "trafilatura precision": lambda: trafilatura(favor_precision=True),
    "trafilatura fast": lambda: trafilatura(fast=True),
    "readability-lxml": readability,
    "resiliparse": resiliparse,
    "newspaper4k": newspaper,
}
DATES = {"htmldate": htmldate, "trafilatura": TEXT["trafilatura"], "newspaper4k": newspaper}
