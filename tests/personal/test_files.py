"""Personal data in pictures and documents, wherever in them they hide."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from disclosure.personal import files, pictures
from disclosure.personal.files import DAMAGED_FILE, ENCRYPTED, OLD_FORMAT, TOO_LARGE, search
from disclosure.personal.kinds import Find
from disclosure.personal.people import People
from tests.personal import making
from tests.personal.making import exif, jpeg, numbered, packed, pdf, pdf_text, xml, xmp_creator

PLACE = (24, 59, 30)
PEOPLE = People(["示範監獄", "Model Prison", "秘書室"])
XMP_PLACE = 'exif:GPSLatitude="24,59.5N" exif:GPSLongitude="121,15,36E"'


def found(content: bytes) -> list[tuple[str, str]]:
    """Kind and value of the finds; a reason why there are none."""
    return [
        (one.kind, one.value) if isinstance(one, Find) else one for one in search(content, PEOPLE)
    ]


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize(
    "envelope",
    [
        jpeg,
        making.webp,
        lambda block: making.webp(b"Exif\0\0" + block),
        making.heic,
        lambda block: block,
        lambda block: making.png((b"eXIf", block)),
        lambda block: b"\0\0\0 ftypavif" + bytes(300) + block,
        lambda block: making.png(making.png_profile(block)),
        lambda block: pdf(b"<< /Subtype /Image >> stream", jpeg(block), b"endstream"),
        lambda block: making.archive(mimetype="application/zip", Pictures__a_jpg=jpeg(block)),
    ],
    ids=["jpeg", "webp", "webp-exif", "heic", "tiff", "png", "avif", "png-profile", "pdf", "odt"],
)
def test_the_place_of_a_picture_is_found_in_every_envelope(envelope: object, order: str) -> None:
    assert callable(envelope)
    assert found(envelope(exif(PLACE, order))) == [("location", "25.0, 121.3")]
    assert found(envelope(exif(None, order))) == []


def test_what_a_library_for_pictures_writes_is_found() -> None:
    picture, tags = Image.new("RGB", (4, 4)), Image.Exif()
    tags.get_ifd(0x8825).update({1: "N", 2: (22.0, 45.0, 8.5), 3: "E", 4: (121.0, 8.0, 0.0)})
    for kind in ("JPEG", "PNG", "WEBP"):
        made = io.BytesIO()
        picture.save(made, kind, exif=tags.tobytes())
        assert found(made.getvalue()) == [("location", "22.8, 121.1")], kind
        plain = io.BytesIO()
        picture.save(plain, kind)
        assert found(plain.getvalue()) == [], kind


def test_a_place_in_words_is_found() -> None:
    assert found(jpeg(exif(None), f"<rdf:Description {XMP_PLACE}/>")) == [
        ("location", "25.0, 121.3")
    ]
    tagged = "<exif:GPSLatitude>24,59.5N</exif:GPSLatitude><exif:GPSLongitude>121,15.6E<"
    assert found(making.png((b"iTXt", tagged.encode()))) == [("location", "25.0, 121.3")]
    assert found(jpeg(exif(None), 'exif:GPSLatitude="24,59.5N"')) == []


def test_a_camera_that_does_not_know_where_it_is_tells_no_place() -> None:
    assert found(jpeg(exif((0, 0, 0)))) == []


def test_a_damaged_picture_is_no_failure() -> None:
    whole = jpeg(exif(PLACE))
    assert pictures.location(whole)
    for end in range(len(whole)):
        pictures.location(whole[:end])
    for at in range(12, len(whole)):
        pictures.location(whole[:at] + b"\xff" + whole[at + 1 :])


@pytest.mark.parametrize(
    "content",
    [
        pdf(b"<< /Title (x) /Author (Wang Xiao-ming) >>"),
        pdf(b"<< /Author(Wang Xiao-ming)>>"),
        pdf(b"<< /Author (Wang \\130iao-min\\g) >>"),
        pdf(b"<< /Author " + pdf_text("Wang Xiao-ming") + b" >>"),
        pdf(b"<< /Author (\xfe\xff" + "Wang Xiao-ming".encode("utf_16_be") + b") >>"),
        pdf(b"<< /Author 12 0 R >>", b"12 0 obj", b"(Wang Xiao-ming)", b"endobj"),
        pdf(packed(b"1 0 << /Author (Wang Xiao-ming) >>")),
        pdf(xmp_creator("Wang Xiao-ming")),
        pdf(packed(xmp_creator("Wang Xiao-ming"), "Metadata")),
        making.archive(meta_xml=xml("<dc:creator>Wang Xiao-ming</dc:creator>")),
        making.archive(meta_xml=xml("<meta:initial-creator>Wang Xiao-ming</meta:initial-creator>")),
        making.archive(meta_xml=xml("<meta:printed-by>Wang Xiao-ming</meta:printed-by>")),
        making.archive(
            content_xml=xml(
                "<office:annotation><dc:creator>Wang Xiao-ming</dc:creator>Y</office:annotation>"
            )
        ),
        making.archive(docProps__core_xml=xml('<dc:creator a="b">Wang Xiao-ming</dc:creator>')),
        making.archive(
            docProps__core_xml=xml("<cp:lastModifiedBy>Wang Xiao-ming</cp:lastModifiedBy>")
        ),
        making.archive(docProps__app_xml=xml("<Manager>Wang Xiao-ming</Manager>")),
        making.archive(word__document_xml=xml('<w:ins w:author="Wang Xiao-ming">x</w:ins>')),
        making.archive(xl__comments1_xml=xml("<author>Wang Xiao-ming</author>")),
        # As other programs write it: no first line, another prefix, UTF-16, CDATA.
        making.archive(word__document_xml='<w:p><w:ins w:author="Wang Xiao-ming"/></w:p>'),
        making.archive(word__document_xml=xml("<w:ins w:author='Wang Xiao-ming'>x</w:ins>")),
        making.archive(docProps__core_xml=xml("<x:creator>Wang Xiao-ming</x:creator>")),
        making.archive(
            docProps__core_xml=xml("<dc:creator>Wang Xiao-ming</dc:creator>").encode("utf_16")
        ),
        making.archive(meta_xml=xml("<dc:creator><![CDATA[Wang Xiao-ming]]></dc:creator>")),
        making.archive(word__people_xml=xml('<w15:person w15:author="Wang Xiao-ming"/>')),
        making.archive(
            xl__persons__person_xml=xml('<person displayName="Wang Xiao-ming" userId="7"/>')
        ),
        pdf(b"<< /Type /Annot /Subtype /Text /AP << /N 5 0 R >> /T (Wang Xiao-ming) >>"),
        pdf(packed(b"<< /FT /Tx /T (name) >> << /T (Wang Xiao-ming) /Subtype/Highlight >>")),
        b"\r\n" + pdf(b"<< /Author (Wang Xiao-ming) >>"),
        b"junk\0" + pdf(b"<< /Author (Wang Xiao-ming) >>"),
        making.archive(
            a_odt=making.archive(meta_xml=xml("<dc:creator>Wang Xiao-ming</dc:creator>"))
        ),
    ],
)
def test_the_author_of_a_document_is_found(content: bytes) -> None:
    assert found(content) == [("author", "Wang Xiao-ming")]


@pytest.mark.parametrize(
    "name",
    [
        *("王小明", "林○○ (外包)", "陳科長", "Lin", "moj1234", "歐陽 小明"),
        # As computers of an office are labelled: the unit, then who sits there.
        *("秘書室 林雅美", "秘書室林雅美", "秘書室科員王大明", "秘書室王", "秘書室-林雅美"),
        *("示範監獄秘書室王小明", "秘書室陳科長", "Model Prison Lin", "Secretary Office Lin"),
    ],
)
def test_every_name_is_a_person_s(name: str) -> None:
    assert PEOPLE(name)
    assert found(pdf(b"<< /Author " + pdf_text(name) + b" >>")) == [("author", name)]


@pytest.mark.parametrize(
    "name",
    [
        *(
            "",
            "示範監獄",
            "示範監獄秘書室",
            "MODEL PRISON",
            "秘書室",
            "法務部矯正署",
            "臺北地方法院",
            *("秘書室承辦人", "秘書室 01", "秘書室第二股", "Taipei District Prosecutors Office"),
        ),
        *("User", "user", "使用者", "Windows 使用者", "Microsoft Office User", "Admin", "管理者"),
        *("LibreOffice", "python-docx", "openpyxl", "Asus", "USER-01", "Ministry of Justice"),
    ],
)
def test_agencies_programs_and_nobody_are_no_persons(name: str) -> None:
    assert not PEOPLE(name)
    assert found(pdf(b"<< /Author " + pdf_text(name) + b" >>")) == []


def test_the_text_of_a_document_is_searched() -> None:
    number = numbered("F12738465")
    split = f"<w:p><w:r><w:t>{number[:4]}</w:t></w:r><w:r><w:t>{number[4:]}</w:t></w:r></w:p>"
    spanned = f"<text:p>{number[:4]}<text:span>{number[4:]}</text:span></text:p>"
    for content in (
        making.archive(content_xml=xml(spanned)),
        making.archive(xl__sharedStrings_xml=xml(f"<si><t>{number}</t></si>")),
        making.archive(list_csv=f"姓名,證號\n某,{number}\n"),
    ):
        assert found(content) == [("id", number)]
    # Runs of one word are one word; two paragraphs are two.
    assert [kind for kind, _ in found(making.archive(content_xml=xml(spanned * 2)))] == ["id"] * 2
    apart = xml(f"<text:p>{number[:4]}</text:p><text:p>{number[4:]}</text:p>")
    assert found(making.archive(content_xml=apart)) == []
    assert ("id", number) in found(making.archive(word__document_xml=xml(split)))


def test_parts_without_a_first_line_are_searched_like_others() -> None:
    number = numbered("F12738465")
    split = f"<w:p><w:r><w:t>{number[:4]}</w:t></w:r><w:r><w:t>{number[4:]}</w:t></w:r></w:p>"
    for part in (split, "\ufeff" + split):
        assert ("id", number) in found(making.archive(word__document_xml=part))


def test_blanks_of_odf_stand_within_a_number() -> None:
    spaced = "<text:p>0912<text:s/>345<text:s text:c='1'/>678</text:p>"
    assert found(making.archive(content_xml=xml(spaced))) == [("mobile", "0912345678")]


def test_an_address_behind_a_link_is_found_once() -> None:
    mailbox = [("email", "mary.chen@gmail.com")]
    link = '<a xlink:href="mailto:mary.chen@gmail.com?subject=x">{}</a>'
    target = "<Relationship Target='mailto:mary.chen@gmail.com' TargetMode='External'/>"
    assert found(making.archive(content_xml=xml(link.format("寫信")))) == mailbox
    assert found(making.archive(content_xml=xml(link.format("mary.chen@gmail.com")))) == mailbox
    assert found(making.archive(word___rels__document_xml_rels=xml(target))) == mailbox
    assert found(making.archive(a_xml=xml('<p userId="S::mary.chen@gmail.com::7f"/>'))) == mailbox
    image = "<Relationship Target='media/0912345678.png'/>"
    assert found(making.archive(a_rels=xml(image))) == []


def test_the_fields_of_a_form_in_a_pdf_are_no_persons() -> None:
    field = b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (Wang Xiao-ming) >>"
    assert found(pdf(field, b"<< /Type /Annot /Subtype /Text /Contents (x) >>")) == []
    assert found(pdf(b"1 0 obj", field, b"endobj", b"<< /Subtype /Text >>")) == []


def test_a_text_about_pdf_is_a_text() -> None:
    assert found("檔案以 %PDF- 開頭，電話 0912-345-678".encode()) == [("mobile", "0912345678")]


def test_where_in_a_document_it_stands_is_told() -> None:
    inner = making.archive(meta_xml=xml("<dc:creator>王小明</dc:creator>"))
    (one,) = search(making.archive(forms__a_odt=inner), PEOPLE)
    assert isinstance(one, Find)
    assert one.within_zh == "forms/a.odt › meta.xml › 最後修改者或註解的作者"
    assert one.masked == "王○○"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp950"])
def test_plain_files_are_read_as_they_are_saved(encoding: str) -> None:
    number = numbered("F12738465")
    assert found(f"收容人家屬,{number}\r\n".encode(encoding)) == [("id", number)]


def test_the_numbers_of_a_drawing_mean_nothing_but_its_words_do() -> None:
    drawn = '<svg><path d="M 0912 345 678 L 0987.654321"/><text>{}</text></svg>'
    assert found(drawn.format("").encode()) == []
    assert found(drawn.format("0912-345-678").encode()) == [("mobile", "0912345678")]
    (one,) = search(("\n" + drawn.format("0912-345-678")).encode(), PEOPLE)
    assert isinstance(one, Find)
    assert one.start == drawn.index("{}") + 1


def test_what_cannot_be_looked_into_is_said() -> None:
    assert found(pdf(b"<< /Encrypt 3 0 R /Author (\x91\x02\x88) >>")) == [ENCRYPTED]
    assert found(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)) == [OLD_FORMAT]
    whole = making.archive(content_xml=xml("a" * 500))
    assert found(whole[:-30]) == [DAMAGED_FILE]
    assert found(whole[:45] + b"\xff\xff\xff" + whole[48:]) == [DAMAGED_FILE]
    deep = making.archive(a_txt="x")
    for _ in range(5):
        deep = making.archive(a_zip=deep)
    assert found(deep) == [TOO_LARGE]


def test_a_part_too_large_to_be_unpacked_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "_LARGEST", 100)
    assert found(making.archive(content_xml=xml("0912345678" * 50))) == [TOO_LARGE]


def test_other_files_are_no_text() -> None:
    assert found(b"\0\1\2 0912345678") == []
    assert found(b"") == []
