"""Articles in, the speed of spaCy's blank tokeniser out: megabytes and words a CPU second, the fastest of some runs."""

import argparse
import json
import time

import spacy


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles")
    parser.add_argument("--language", default="fr")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--times", type=int, default=5)
    options = parser.parse_args()
    texts = []
    with open(options.articles, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            article = json.loads(line)
            texts.append(article.get("text") or "\n\n".join(article.get("paragraphs") or []))
            if len(texts) == options.count:
                break
    tokeniser = spacy.blank(options.language).tokenizer
    best, words = float("inf"), 0
    for _ in range(options.times):
        start = time.process_time()
        words = sum(len(tokeniser(text)) for text in texts)
        best = min(best, time.process_time() - start)
    size = sum(len(text.encode()) for text in texts)
    print(f"spaCy {spacy.__version__}, blank {options.language}: {size / 1e6 / best:.1f} MB, {words / best:.0f} words a CPU second")


if __name__ == "__main__":
    main()
