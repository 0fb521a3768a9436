"""What the fuzzer begins with: sound inputs of every kind, made by the builders of the other tests."""

import gzip
import io
import sys
import tarfile
import zipfile
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).parent
sys.path += [str(HERE.parent), str(HERE.parent / "read"), str(HERE.parent / "read" / "foreign")]

from foreign_files import gdelt_row, icews_row, polecat_row  # noqa: E402 - their folders were just made known
from news_exports import a_coded_factiva_page, a_factiva_export, a_nexis_export, an_older_nexis_export  # noqa: E402
from office_files import a_docx, a_pdf, an_rtf  # noqa: E402
from web_server import a_feed, a_story  # noqa: E402

from regesta.read.foreign import icews, polecat  # noqa: E402

LINES = ("Talks end in Minsk", "", "MINSK, Dec. 19, 2022 (Baltic Wire) - The two ministers met for “three hours”.")
TEXT = "\n".join(LINES)
RECORD = (
    '{"id": "a1", "title": "Talks end", "text": "Poland\'s minister visited Lithuania on Monday.", '
    '"published": "2022-12-19T14:03:00+01:00", "publisher": "Baltic Wire", "url": "https://wire.example/1", '
    '"byline": "A. Ozola", "retrieved": 1671458580, "raw_sha256": "' + "0" * 64 + '"}\n'
)
TABLE = 'id,title,text,published,url\na1,Talks end,"They met, and parted.",19 December 2022,https://wire.example/1\n'
PAGE = a_story("Talks end").replace(
    "<head>",
    '<head><meta charset="utf-8"><link rel="canonical" href="https://wire.example/1"><meta property="og:site_name" '
    'content="Baltic Wire"><script type="application/ld+json">{"@type": "NewsArticle", "datePublished": '
    '"2022-12-19T14:03:00Z", "headline": "Talks end", "author": [{"name": "A. Ozola"}]}</script>',
)
ATOM = (
    '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Wire</title><entry><title>Talks</title>'
    '<link href="/1"/><updated>2022-12-19T14:03:00Z</updated><content type="html">They met.</content></entry></feed>'
)
SITEMAP = (
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:n="http://www.google.com/schemas/'
    'sitemap-news/0.9"><url><loc>https://wire.example/1</loc><lastmod>2022-12-19</lastmod><n:news><n:publication>'
    "<n:name>Wire</n:name></n:publication><n:publication_date>2022-12-19</n:publication_date><n:title>Talks</n:title>"
    "</n:news></url></urlset>"
)
ROBOTS = (
    "User-agent: *\nDisallow: /private/*.html$\nAllow: /\nCrawl-delay: 2\nSitemap: /sitemap.xml\nRequest-rate: 1/5\n"
)
SETTINGS = (
    'stages = ["parse", "acts", "mentions"]\nstore = "regesta.db"\nprocesses = 2\n[stage.parse]\nmodel = "x"\n'
    '[columns]\ntext = "Body"\n[fetch]\ndelay_s = 2.0\n[translate]\ncommand = "t"\n[sources.wire]\n'
    'url = "https://wire.example/feed"\n'
)
OFFICES = (
    "person,office,state,from,to,sector,aliases\nMarta Ilves,Minister of Defence,EST,2021-03,2023,GOV,M. Ilves;Ilves\n"
)
NAMES = "kind,organization,state,sector,alias,name\norganization,Baltic Guard,EST,MIL,,\nalias,,,,Old Estland,Estonia\n"
ENTITY = (
    '{"id": "p", "schema": "Person", "properties": {"name": ["Marta Ilves"], "country": ["ee"], '
    '"position": ["Minister of Defence"]}}\n'
)
ANSWER = '{"results": {"bindings": [{"personLabel": {"value": "Marta Ilves"}, "officeLabel": {"value": "minister"}, "countryLabel": {"value": "Estonia"}}]}}'  # noqa: E501


def a_zip(files: Mapping[str, bytes | str]) -> bytes:
    """A zip archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in files.items():
            archive.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def a_tar(files: Mapping[str, str]) -> bytes:
    """A tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, content in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(content.encode())
            archive.addfile(info, io.BytesIO(content.encode()))
    return out.getvalue()


def a_warc(*pages: str) -> bytes:
    """A web archive of responses."""
    records = []
    for page in pages:
        body = page.encode()
        http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: %d\r\n\r\n" % len(body)
        http += body
        head = (
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://wire.example/1\r\n"
            "WARC-Date: 2022-12-20T06:00:00Z\r\nWARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000001>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(http)}\r\n\r\n"
        )
        records.append(head.encode() + http + b"\r\n\r\n")
    return b"".join(records)


def a_parquet() -> bytes:
    """A Parquet table; nothing where pyarrow is not installed."""
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError:
        return b""
    out = io.BytesIO()
    parquet.write_table(pyarrow.table({"text": ["They met."], "date": [20221219]}), out, compression="NONE")
    return out.getvalue()


WORD_BODY = (
    '<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:r><w:t>Talks end</w:t><w:tab/><w:br/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>19 December 2022</w:t>"
    "</w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>"
)
FEEDS = (
    a_feed("https://wire.example", "/1", "/2").body,
    ATOM,
    SITEMAP,
    "<sitemapindex><sitemap><loc>/a</loc></sitemap>",
)
EXPORTS = ("\n".join(a_nexis_export()), an_older_nexis_export(), "\n".join(a_factiva_export()))
WORDS = ('"peace talks" sanction* U.S.', "2022-12-19", "2022-12", "2022", "2022-12-19T14:30+02:00",
         "Mon, 19 Dec 2022 14:03:00 GMT", "26-FEB-1987 15:01:01.79", "December 19th, 2022 at 6:55", "1671458580",
         "WyJxIiwxLDI1LCI4ZTkxMzQ5Il0")  # fmt: skip
ADDRESSES = ("127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::a00:1", "0x7f.1", "2001:0:4136::3fff:fdd2")
HEADERS = ("120", "Mon, 19 Dec 2022 14:03:00 GMT", "https://wire.example/%2e%2e/a?b=c#d", "http://[::1]:80/", "//x@y:z")
ROWS = {
    "gdelt": (gdelt_row(),),
    "icews": ("\t".join(icews.COLUMNS), icews_row()),
    "polecat": ("\t".join(polecat.COLUMNS), polecat_row()),
}


def as_bytes(*given: str | bytes) -> list[bytes]:
    """Texts as bytes."""
    return [each.encode() if isinstance(each, str) else each for each in given]


SEEDS: dict[str, list[bytes]] = {
    "read-csv": as_bytes(TABLE, TABLE.replace(",", "\t"), TABLE.encode("utf-16")),
    "read-docx": as_bytes(a_docx(LINES)),
    "word-body": as_bytes(WORD_BODY),
    "read-html": as_bytes(PAGE, a_coded_factiva_page()),
    "read-jsonl": as_bytes(RECORD, '{"headline": "Talks", "lead": "They met.", "link": "x", "date": 20221219}'),
    "read-pdf": as_bytes(a_pdf([["Talks end in Minsk", "They met."]] * 2)),
    "read-parquet": as_bytes(a_parquet()),
    "read-rtf": as_bytes(an_rtf(LINES)),
    "read-tar": as_bytes(a_tar({"a/b.txt": TEXT, "../c.jsonl": RECORD})),
    "read-text": as_bytes(TEXT, *EXPORTS),
    "read-warc": as_bytes(a_warc(PAGE, PAGE)),
    "read-zip": as_bytes(a_zip({"a/b.txt": TEXT, "../c.jsonl": RECORD, "d.zip": a_zip({"e.html": PAGE})})),
    "any-file": as_bytes(gzip.compress(RECORD.encode(), mtime=0), TABLE, PAGE, a_zip({"a.txt": TEXT})),
    "page": as_bytes("text/html;utf-8\n" + PAGE, "application/xml; koi8-r\n" + PAGE),
    "feed": as_bytes(*FEEDS, gzip.compress(SITEMAP.encode(), mtime=0)),
    "robots": as_bytes(ROBOTS),
    "answer-headers": as_bytes(*HEADERS),
    "address": as_bytes(*ADDRESSES),
    "url-list": as_bytes("https://wire.example/1\n", RECORD, "id,url\n1,https://wire.example/1\n", gdelt_row()),
    **{f"import-{name}": as_bytes("\n".join(rows), a_zip({"a.txt": "\n".join(rows)})) for name, rows in ROWS.items()},
    "pack-csv": as_bytes(OFFICES, NAMES),
    "pack-json": as_bytes(ANSWER, f"[{ENTITY}]"),
    "pack-jsonl": as_bytes(ENTITY, '{"person": "M. Ilves", "office": "minister", "state": "EST", "from": 2021}'),
    "settings": as_bytes(SETTINGS),
    "words": as_bytes(*WORDS),
    "cursor": as_bytes('["q",3,25,"8e91349"]'),
    "decode": [TEXT.encode(encoding) for encoding in ("utf-8", "utf-16", "utf-32", "cp1252", "utf-8-sig")],
}
