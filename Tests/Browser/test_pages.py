"""A real browser on a served dossier: every page, both languages, from an item to its passage, nothing from elsewhere.

Started by Scripts/browser-tests, which serves a dossier at RECOUPE_ADDRESS and has written it as one page at RECOUPE_PAGE.
"""
import os
import pathlib
import re
import unittest
from urllib.parse import unquote, urlparse

from playwright.sync_api import sync_playwright

ADDRESS = os.environ["RECOUPE_ADDRESS"]
PAGE = pathlib.Path(os.environ["RECOUPE_PAGE"])
SHOTS = os.environ.get("RECOUPE_SHOTS")
SECTIONS = ["/", "/chronology", "/figures", "/statements", "/entities", "/conflicts", "/commitments", "/reports"]

# What is lit up: the colour of the mark and its place in the window.
LIT = """() => {
    const mark = document.querySelector(':target');
    const box = mark.getBoundingClientRect();
    return {id: mark.id, color: getComputedStyle(mark).backgroundColor, text: mark.textContent,
            seen: box.top >= 0 && box.bottom <= innerHeight, around: getComputedStyle(document.body).backgroundColor};
}"""

# Text smaller than its contrast allows (WCAG 2.2, 1.4.3), among the elements that hold text themselves.
CONTRAST = """() => {
    const parse = c => { const n = c.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
    const light = ([r, g, b]) => [r, g, b].map(v => v / 255).map(v => v <= .04045 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
        .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
    const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] === 1) return c; } return [255, 255, 255, 1]; };
    const poor = [];
    for (const e of document.querySelectorAll('body *')) {
        if (e.closest('svg') || !e.checkVisibility() || ![...e.childNodes].some(n => n.nodeType === 3 && n.data.trim())) continue;
        const style = getComputedStyle(e);
        const [a, b] = [light(parse(style.color)), light(ground(e))].sort((x, y) => y - x);
        const size = parseFloat(style.fontSize);
        if ((a + .05) / (b + .05) < (size >= 24 || (size >= 18.66 && style.fontWeight >= 700) ? 3 : 4.5)) poor.push(e.className + ': ' + e.textContent.slice(0, 40));
    }
    return poor.slice(0, 5);
}"""


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=os.environ["RECOUPE_CHROMIUM"], args=["--no-sandbox"])

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()

    def setUp(self):
        self.troubles = []

    def tearDown(self):
        self.assertEqual(self.troubles, [])

    def open(self, locale="fr-FR", **options):
        """A page that notes every console message, failure and request to elsewhere."""
        context = self.browser.new_context(locale=locale, **options)
        self.addCleanup(context.close)
        page = context.new_page()
        page.on("console", lambda message: self.troubles.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("requestfailed", lambda request: self.troubles.append("failed: " + request.url))
        page.on("request", self.note)
        page.add_init_script("addEventListener('securitypolicyviolation', e => console.error('policy: ' + e.blockedURI))")
        return page

    def note(self, request):
        own = request.url.startswith((ADDRESS + "/", "data:", PAGE.as_uri()))
        if not own:
            self.troubles.append("elsewhere: " + request.url)

    def lit(self, page):
        """The passage that the address names, once the window shows it."""
        page.wait_for_load_state()
        page.wait_for_function(f"({LIT})().seen", timeout=5000)
        return page.evaluate(LIT)

    def shot(self, page, name):
        if SHOTS:
            pathlib.Path(SHOTS).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{SHOTS}/{name}.png", full_page=True)

    def test_every_page_in_both_languages(self):
        for locale, language in (("fr-FR", "fr"), ("en-GB", "en")):
            page = self.open(locale)
            for section in SECTIONS:
                answer = page.goto(ADDRESS + section)
                self.assertEqual(answer.status, 200)
                self.assertEqual(page.get_attribute("html", "lang"), language)
                self.assertEqual(page.locator("main").count(), 1)
                self.assertEqual(page.locator("h1").count(), 1)
                self.assertGreaterEqual(page.locator("nav a").count(), 8)
                self.shot(page, f"{language}-{section.strip('/') or 'overview'}")

    def test_the_reader_may_choose_the_language(self):
        page = self.open("fr-FR")
        page.goto(ADDRESS + "/chronology")
        page.click(".languages a[lang=en]")
        self.assertEqual(page.get_attribute("html", "lang"), "en")
        self.assertEqual(urlparse(page.url).path, "/chronology")
        page.click("nav a >> nth=3")
        self.assertEqual(page.get_attribute("html", "lang"), "en")

    def test_an_item_leads_to_its_passage(self):
        for section in ("/chronology", "/figures", "/statements", "/conflicts", "/commitments"):
            for theme in ("light", "dark"):
                page = self.open(color_scheme=theme)
                page.goto(ADDRESS + section)
                links = page.locator("main .source a:visible")
                if links.count() == 0:
                    continue
                links.nth(links.count() // 2).click()
                self.assertRegex(page.url, r"/report/[^#]+#p\d+-\d+$")
                lit = self.lit(page)
                self.assertNotIn(lit["color"], (lit["around"], "rgba(0, 0, 0, 0)"))
                start, end = map(int, re.search(r"#p(\d+)-(\d+)$", page.url).groups())
                self.assertLessEqual(len(lit["text"]), end - start)
                self.assertGreater(len(lit["text"]), 0)
                self.shot(page, f"passage-{theme}-{section.strip('/')}")

    def test_every_link_lands(self):
        page = self.open()
        places = {}

        def ids(path):
            if path not in places:
                self.assertEqual(page.goto(ADDRESS + path).status, 200, path)
                places[path] = set(page.evaluate("[...document.querySelectorAll('[id]')].map(e => e.id)"))
            return places[path]

        links = set()
        for section in SECTIONS:
            page.goto(ADDRESS + section)
            found = page.evaluate("[...document.querySelectorAll('main a[href]')].map(a => a.getAttribute('href'))")
            links.update(link if link.startswith('/') else section + link for link in found if '#' in link and '://' not in link)
        for link in sorted(links):
            path, _, place = link.partition("#")
            self.assertIn(unquote(place), ids(path), link)

    def test_a_report_shows_and_hides_its_marks(self):
        page = self.open()
        page.goto(ADDRESS + "/reports")
        page.locator(".report-list h3 a").first.click()
        border = "getComputedStyle(document.querySelector('.text .m-name')).borderBottomStyle"
        self.assertEqual(page.evaluate(border), "none")
        page.locator("input.show-name").check()
        self.assertEqual(page.evaluate(border), "dotted")
        self.assertGreater(page.locator(".text p").count(), 0)

    def test_search(self):
        page = self.open()
        page.goto(ADDRESS + "/reports")
        word = page.locator(".report-list h3 a").first.inner_text().split()[-1].strip("«»“”\"'.,:!? ")
        page.goto(ADDRESS + "/")
        page.fill("#q", word)
        page.press("#q", "Enter")
        self.assertEqual(urlparse(page.url).path, "/search")
        self.assertEqual(page.input_value("#q"), word)
        page.goto(ADDRESS + "/search?q=zzzzqqqq")
        self.assertEqual(page.locator(".result").count(), 0)
        self.shot(page, "search-none")

    def test_narrow_and_dark(self):
        for theme in ("light", "dark"):
            page = self.open(viewport={"width": 360, "height": 720}, color_scheme=theme)
            for section in SECTIONS:
                page.goto(ADDRESS + section)
                wide = page.evaluate("document.documentElement.scrollWidth")
                self.assertLessEqual(wide, 360, f"{section} is wider than the window")
                self.shot(page, f"narrow-{theme}-{section.strip('/') or 'overview'}")

    def test_contrast(self):
        for theme in ("light", "dark"):
            page = self.open(color_scheme=theme)
            for section in SECTIONS:
                page.goto(ADDRESS + section)
                self.assertEqual(page.evaluate(CONTRAST), [], f"{section} {theme}")

    def test_the_keyboard_reaches_the_content(self):
        page = self.open()
        page.goto(ADDRESS + "/statements")
        page.keyboard.press("Tab")
        self.assertEqual(page.evaluate("document.activeElement.className"), "skip")
        page.keyboard.press("Enter")
        self.assertTrue(page.url.endswith("#main"))

    def test_a_wrong_address(self):
        page = self.open()
        answer = page.goto(ADDRESS + "/nowhere")
        self.assertEqual(answer.status, 404)
        self.assertTrue(page.locator("main a").first.is_visible())
        self.troubles = [trouble for trouble in self.troubles if "404" not in trouble]

    def test_the_one_page_needs_nothing(self):
        page = self.open(offline=True)
        page.goto(PAGE.as_uri())
        self.assertEqual(page.locator("h1").count(), 1)
        page.locator("#statements .source a:visible").first.click()
        lit = self.lit(page)
        self.assertNotIn(lit["color"], (lit["around"], "rgba(0, 0, 0, 0)"))
        self.shot(page, "one-page")


if __name__ == "__main__":
    unittest.main()
