"""Word, RTF and PDF files made of paragraphs."""

from collections.abc import Sequence
from io import BytesIO

import docx


def a_docx(paragraphs: Sequence[str]) -> bytes:
    """A Word file."""
    document = docx.Document()
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def an_rtf(paragraphs: Sequence[str]) -> bytes:
    """An RTF file; what is beyond ASCII is written as RTF writes it."""
    body = "\\par\n".join("".join(mark if ord(mark) < 128 else f"\\u{ord(mark)}?" for mark in p) for p in paragraphs)
    return ("{\\rtf1\\ansi\\deff0{\\fonttbl{\\f0 Arial;}}\n" + body + "\\par}").encode("ascii")


def a_pdf(pages: Sequence[Sequence[str]], title: str = "", large: str = "") -> bytes:
    """A PDF with a text layer, one line under the other; an empty line leaves space.

    Args:
        pages: Lines of each page.
        title: What the file calls itself.
        large: The line that is set larger than the others.
    """
    objects = ["<< /Type /Catalog /Pages 2 0 R >>"]
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects += [f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>"]
    objects += ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"]
    for number, lines in enumerate(pages):
        sizes = (18 if line == large else 11 for line in lines)
        words = "".join(f"/F1 {size} Tf ({line}) Tj 0 -14 Td " for size, line in zip(sizes, lines, strict=True))
        stream = f"BT /F1 11 Tf 50 800 Td {words} ET"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 840] /Contents {5 + 2 * number} 0 R "
            "/Resources << /Font << /F1 3 0 R >> >> >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    objects.append(f"<< /Title ({title}) >>")
    out, places = "%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += f"{number} 0 obj\n{content}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = (
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R /Info {len(objects)} 0 R >>\nstartxref\n{len(out)}\n%%EOF\n"
    )
    return (out + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}").encode("ascii")
