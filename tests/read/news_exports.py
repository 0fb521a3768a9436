"""Mock exports of news archives, laid out as public descriptions of the formats say; the articles are invented."""

TITLES = ("Talks end in Minsk", "Latvia shuts a crossing", "Envoy leaves Tallinn")


def nexis_document(title: str, day: str = "December 19, 2022 Monday", body: str = "Body") -> list[str]:
    """The paragraphs of one document of Nexis Uni."""
    return [
        title, "Baltic Wire (Riga)", day, "Final Edition", "", "Copyright 2022 Baltic Wire All Rights Reserved", "",
        "Section: NEWS; Pg. 4", "Length: 23 words", "Byline: A. Ozola", body, "",
        f"{title}, said a spokesman for the government.", "", "Others who were present denied it.", "", "Graphic", "",
        "A bridge, photographed in winter", "Classification", "", "Language: ENGLISH", "Publication-Type: Newspaper",
        "Subject: DIPLOMACY (90%)", "Load-Date: December 20, 2022", "", "End of Document", "",
    ]  # fmt: skip


def nexis_cover(count: int) -> list[str]:
    """The cover page of an export, with the titles of all documents."""
    lines = [
        "User Name: A Reader",
        "Date and Time: 3 January 2023 14:03:00 CET",
        "Job Number: 1",
        f"Documents ({count})",
    ]
    for number, title in enumerate(TITLES[:count], start=1):
        lines += [f"{number}. {title}", "Client/Matter: -None-", "Search Terms: talks", "Search Type: Terms"]
    return lines


def a_nexis_export(announced: int = 3) -> list[str]:
    """A whole export: cover page and three documents."""
    return [*nexis_cover(announced), *(line for title in TITLES for line in nexis_document(title))]


def an_older_nexis_export() -> str:
    """An export of LexisNexis Academic as text: wrapped lines, blank lines between paragraphs."""
    documents = [
        f"""                               {number} of 3 DOCUMENTS


                                  Baltic Wire (Riga)

                            December 19, 2022 Monday

{title}

BYLINE: A. Ozola

SECTION: NEWS; Pg. 4

LENGTH: 23 words


{title}, said a spokesman for
the government.

Others who were present denied it.

LOAD-DATE: December 20, 2022

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper


                         Copyright 2022 Baltic Wire
                              All Rights Reserved
"""
        for number, title in enumerate(TITLES, start=1)
    ]
    return "\n\n".join(documents)


def factiva_document(title: str, number: int, *, byline: bool = True) -> list[str]:
    """The lines of one document of Factiva without field codes."""
    return [
        "News", title, *(["By A. Ozola"] if byline else []), "23 words", "19 December 2022", "14:03", "Baltic Wire",
        "BALTWI", "4", "English", "(c) 2022 Baltic Wire. All rights reserved.", "",
        f"{title}, said a spokesman for the government.", "", "Others who were present denied it.", "",
        f"Document BALTWI0020221219eicj0000{number}", "",
    ]  # fmt: skip


def a_factiva_export() -> list[str]:
    """A whole export without field codes."""
    documents = [
        line for number, title in enumerate(TITLES) for line in factiva_document(title, number, byline=number > 0)
    ]
    return [*documents, "Search Summary", "Text", "talks", "© 2023 Factiva, Inc. All rights reserved."]


def a_coded_factiva_page() -> str:
    """An export with field codes, saved as a page."""
    rows = [
        f"""<div class="article enArticle"><p></p><table>
<tr><td><b>HD</b></td><td><span class='enHeadline'>{title}</span></td></tr>
<tr><td><b>BY</b></td><td>A. Ozola</td></tr><tr><td><b>WC</b></td><td>23 words</td></tr>
<tr><td><b>PD</b></td><td>19 December 2022</td></tr><tr><td><b>SN</b></td><td>Baltic Wire</td></tr>
<tr><td><b>LA</b></td><td>English</td></tr>
<tr><td><b>LP</b></td><td>
<p class="articleParagraph enarticleParagraph">{title}, said a spokesman for the government.</p>
</td></tr><tr><td><b>TD</b></td><td>
<p class="articleParagraph enarticleParagraph">Others who were present denied it.</p></td></tr>
<tr><td><b>AN</b></td><td>Document BALTWI0020221219eicj0000{number}</td></tr></table></div>"""
        for number, title in enumerate(TITLES)
    ]
    return f"<html><head><title>Factiva</title></head><body>{''.join(rows)}</body></html>"
