"""Personal data in a text, by what they look like.

Every file of a site is searched whenever it is checked, so a text is first searched for what any
number or address must have: eight digits in a row, an `@`, a hyphen among capitals and digits.
The exact patterns look only there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from disclosure.personal.checksums import is_national_id, is_residence_number
from disclosure.personal.kinds import Find
from disclosure.personal.masking import masked
from disclosure.personal.torn import mended

#: Full-width letters and digits, which are made narrow one for one: places stay the same.
_WIDE = re.compile("[\uff10-\uff19\uff20-\uff3a\uff41-\uff5a]")
_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
#: The hyphens that word processors make of a hyphen, and the blank that keeps words together.
_BLANK, _HYPHEN = " \u00a0\u3000", "\\-\u2010-\u2015\u2212\uff0d"

_MANY_DIGITS = re.compile(rf"[0-9][0-9{_BLANK}{_HYPHEN}.()（）]{{6,}}[0-9]")
_ID = re.compile(
    rf"(?<![A-Za-z0-9])(?:[A-Z][{_BLANK}{_HYPHEN}]?|[a-z])[A-Da-d1289]"
    rf"(?:[{_BLANK}{_HYPHEN}]?[0-9]){{8}}(?![A-Za-z0-9])"
)
_MOBILE = re.compile(
    rf"(?<![0-9])(?<![0-9][{_HYPHEN}.])"
    rf"(?:(?:\+|00)?886[{_BLANK}{_HYPHEN}.)）]{{0,2}}[(（]?0?[)）]?[{_BLANK}{_HYPHEN}]?9|09)"
    rf"(?:[{_BLANK}{_HYPHEN}.()（）]{{0,3}}[0-9]){{8}}"
    rf"(?![0-9]|[{_HYPHEN}][0-9])"
)
#: Slashes stand in dates and addresses too, so that only this form counts.
_SLASHED_MOBILE = re.compile(r"09(?<![0-9/／]09)[0-9]{2}[/／][0-9]{3}[/／]?[0-9]{3}(?![0-9/／])")
_PHONE_WORD = re.compile(r"(?:手機|行動|電話|mobile|phone|cell|tel)[^0-9\n]{0,12}$", re.IGNORECASE)
_DIGITS = re.compile("[0-9]+")
_DIGEST = re.compile("0x[0-9a-fA-F]+|[0-9a-f]{20,}")
#: A ministry's letters are numbered from the year on (0960500157 is of year 96): 法矯字第…號.
_LETTER_NUMBER = re.compile(
    r"(?:[字第]|\b(?:Zi|Zih|Tzu|Order|Letter|Document|Ref(?:erence)?)\.? ?(?:No\.?|number)?)\s*$",
    re.IGNORECASE,
)
#: 統編 is the number of a company; and a number in an address on the web that is said to be none.
_OTHER_NUMBER = re.compile(
    r"(?:統編|統一編號)[ :：]{0,2}$|https?://[^\s<>\"']*(?<!tel)(?<!phone)(?<!mobile)[=/]$",
    re.IGNORECASE,
)

_AT_SIGNS = ("@", "%40", "&#64;", "&#x40;", "&commat;")
_AT_IN_WORDS = re.compile(r"[(\[{（] ?[aA][tT]\b")
_MAILBOX = re.compile(
    r"(?<![A-Za-z0-9._+-])([A-Za-z0-9_](?:[A-Za-z0-9._+-]{0,62}[A-Za-z0-9_+-])?) ?"
    r"(?:@|[(\[{] ?at ?[)\]}]|&#64;|&#x40;|&commat;|%40) ?"
    r"([A-Za-z0-9-]+(?:(?:\.| ?[(\[{] ?dot ?[)\]}] ?)[A-Za-z0-9-]+)*"
    r"(?:\.| ?[(\[{] ?dot ?[)\]}] ?)[A-Za-z]{2,})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_DOT = re.compile(r" ?[(\[{] ?dot ?[)\]}] ?", re.IGNORECASE)
#: `logo@2x.png`
_PICTURE = re.compile(r"\.(?:png|jpe?g|gif|svg|webp|avif|ico|css|js)$", re.IGNORECASE)

#: What may be a plate, for a fast look; then the forms that there have been.
_HYPHENED = re.compile(
    rf"[A-Z0-9]{{2,4}}[{_HYPHEN}](?:[0-9]{{3,4}}|[A-Z][A-Z0-9]{{1,2}}|[0-9][A-Z])(?![A-Za-z0-9/_-])"
)
_PLATE = re.compile(
    r"[A-Z]{2,3}-[0-9]{3,4}|[0-9]{3,4}-[A-Z]{2,3}"
    r"|(?:[A-Z][0-9]|[0-9][A-Z])-[0-9]{3,4}|[0-9]{3,4}-(?:[A-Z][0-9]|[0-9][A-Z])"
)
_WITHIN_A_WORD = re.compile(r"[A-Za-z0-9/_.-]")
#: The plates of today: no I and O, no 4. What looks so without a word of vehicles around it is a
#: plate too, but for standards, laws and years.
_PLATE_OF_TODAY = re.compile(r"[A-HJ-NP-Z]{3}-(?!(?:19|20)[0-9]{2})[0-35-9]{4}")
_STANDARD = re.compile(
    r"(?:CNS|RFC|DIN|ANS|ASTM|BSE|CVE|CWE|JSR|PEP|REV|VER|TEL|FAX|EXT"
    r"|TLS|USB|PDF|KHH|GPN)-"
)
_VEHICLE = (
    "車牌|車號|牌照|牌號|汽車|機車|車輛|用車|座車|公務車|計程車|客車|貨車|重機|警備車|囚車|停車|"
    r"\bplate|\bvehicle|\bcar\b|\bmotor|\bscooter|\blicen[cs]e|\btaxi|\bbus\b|\bregistration"
)
_VEHICLE_NEAR = re.compile(_VEHICLE, re.IGNORECASE)
_PLATE_WORDS = ("車牌", "車號", "牌照", "牌號", "plate", "Plate")
#: Right behind the word, a plate may be written without its hyphen.
_NAMED_PLATE = re.compile(
    r"(?:[車牌](?:(?<=車)[牌號]|(?<=牌)[照號])(?:號碼|號)?[為是]?"
    r"|[pP](?i:late(?: no\.?| number)?(?: is)?))"
    r"[ :：「(（]{0,3}"
    r"([A-Z]{2,3}[ -]?[0-9]{3,4}|[0-9]{3,4}[ -]?[A-Z]{2,3}|[A-Z][0-9][ -]?[0-9]{4}"
    r"|[0-9]{4}[ -]?[A-Z][0-9]|[a-z]{2,3}-[0-9]{3,4}|[0-9]{3,4}-[a-z]{2,3})(?![A-Za-z0-9])"
)
#: Right behind a vehicle too, in today's form.
_VEHICLE_S_PLATE = re.compile(
    r"車(?<=[汽機客貨務座警囚]車)[ :：「(（]{0,3}([A-HJ-NP-Z]{3}[0-35-9]{4})(?![A-Za-z0-9])"
)

_INMATES = (
    re.compile(
        r"[收受被同學呼番囚刑在](?:"
        r"(?:(?<=收)容人|(?<=收)容少年|(?<=受)刑人|(?<=受)戒治人|(?<=被)告|(?<=同)學|(?<=學)員)"
        r"(?:(?:的)?(?:編號|號碼|代號)[為是]?[ :：「(（#]{0,3}(?:第 ?)?"
        r"|(?: ?第)? ?(?=[0-9]{3,6} ?號))"
        r"|(?:(?<=收)容編|(?<=在)[監所校]編|(?<=呼)|(?<=番)|(?<=囚)|(?<=刑))號[為是]?"
        r"[ :：「(（#]{0,3}(?:第 ?)?"
        r")((?:(?:(?<=號)|(?<=號[為是 :：#]))[A-Z]-?)?[0-9]{3,8})(?![0-9])"
    ),
    re.compile(r"([0-9]{3,6}) ?號(?:的)?(?:收容人|受刑人|被告|同學|受戒治人)"),
    re.compile(
        r"編號[為是]?[ :：]?([A-Z]?-?[0-9]{3,6}) ?[之的](?:收容人|受刑人|被告|同學|受戒治人)"
    ),
    # 「收容人王○○（編號7263）」: a name, or what is left of one, between the word and the number.
    re.compile(
        r"[收受被](?:容人|刑人|告|戒治人)"
        r"(?:姓名[ :：]{0,2}\w{2,4}|[ :：]?\w{0,2}[○〇Ｏ＊*]{1,2}\w?)"
        r"[ ，,、；;(（]{1,3}(?:編號|號碼|呼號|代號)[為是]?[ :：]{0,2}([0-9]{3,6})(?![0-9])"
    ),
)
#: 「收容人（7263）」, but no year and no count.
_BRACKETED = re.compile(r"(?:收容人|受刑人|受戒治人)[(（](?!(?:19|20)[0-9]{2})([0-9]{4})[)）]")
_INMATE_WORDS = ("nmate", "risoner", "etainee", "NMATE", "RISONER", "ETAINEE")
_INMATE_IN_ENGLISH = re.compile(
    r"[iIpPdD](?i:(?:nmate|risoner|etainee)(?:'s)? \(?"
    r"(?:(?:no|nr|number|id)\b\.?(?: is)?[ :：#]{0,3}|#))"
    r"([0-9]{3,8})(?![0-9])"
)
#: 釋字第 755 號受刑人… is an interpretation of the Constitutional Court.
_NUMBERED_PAPER = re.compile("(?:[0-9]|字 ?第?) ?$")


def find(text: str) -> Iterator[Find]:
    """Everything in a text that looks like personal data, kind by kind."""
    plain = text.translate(_NARROW) if _WIDE.search(text) else text
    whole = list(_all_numbers(plain))
    yield from whole
    torn = mended(plain)
    if torn:
        known = {(one.kind, one.start) for one in whole}
        for one in _all_numbers(torn[0]):
            start = torn[1](one.start)
            if (one.kind, start) not in known:
                yield replace(one, start=start)
    if any(sign in plain for sign in _AT_SIGNS) or _AT_IN_WORDS.search(plain):
        yield from _mailboxes(plain)
    yield from _plates(plain)
    yield from _inmates(plain)


def _all_numbers(text: str) -> Iterator[Find]:
    for match in _MANY_DIGITS.finditer(text):
        if match.end() - match.start() == 10 and _is_a_date(match[0]):
            continue
        # The letters or the plus sign of a number stand in front of its digits.
        yield from _numbers(text, max(match.start() - 4, 0), match.end() + 2)
    for match in _SLASHED_MOBILE.finditer(text):
        yield _found("mobile", re.sub("[/／]", "", match[0]), match.start())


def _is_a_date(words: str) -> bool:
    """2026-03-05: so many that they are worth a look of their own."""
    return words[4] == words[7] == "-"


def _found(kind: str, value: str, start: int) -> Find:
    return Find(kind, value, masked(kind, value), start)


def _numbers(text: str, start: int, end: int) -> Iterator[Find]:
    for match in _ID.finditer(text, start, end):
        number = re.sub("[^A-Za-z0-9]", "", match[0]).upper()
        if is_national_id(number):
            yield _found("id", number, match.start())
        elif is_residence_number(number):
            yield _found("residence", number, match.start())
    for match in _MOBILE.finditer(text, start, end):
        groups = _DIGITS.findall(match[0])
        number = "0" + "".join(groups)[-9:]
        before = text[max(match.start() - 200, 0) : match.start()]
        if _in_pairs(groups) and not _is_told_in_pairs(groups, before):
            continue
        if len(groups) == 1 and (
            _LETTER_NUMBER.search(before[-24:])
            or _OTHER_NUMBER.search(before)
            or _in_a_digest(text, match)
        ):
            continue
        yield _found("mobile", number, match.start())


def _is_told_in_pairs(groups: list[str], before: str) -> bool:
    """09 12 34 56 78: no row of days or hours, or said to be a telephone."""
    return {len(one) for one in groups} == {2} and (
        max(groups) > "59" or _PHONE_WORD.search(before[-24:]) is not None
    )


def _in_a_digest(text: str, match: re.Match[str]) -> bool:
    """A checksum in hexadecimal digits may hold any ten of them."""
    found = _DIGEST.search(text, max(match.start() - 128, 0), match.end() + 128)
    return found is not None and found.start() <= match.start() < found.end()


def _in_pairs(groups: list[str]) -> bool:
    """Days, months and hours, such as `09-12-2026 10`: nobody writes a telephone number so."""
    lengths = [len(one) for one in groups]
    return lengths[:3] == [2, 2, 4] or set(lengths) == {2}


def _mailboxes(text: str) -> Iterator[Find]:
    for match in _MAILBOX.finditer(text):
        host = _DOT.sub(".", match[2]).lower()
        if not _PICTURE.search(host):
            yield _found("email", f"{match[1].lower()}@{host}", match.start())


def _plates(text: str) -> Iterator[Find]:
    named: dict[int, str] = {}
    if any(word in text for word in _PLATE_WORDS):
        named = {match.start(1): match[1] for match in _NAMED_PLATE.finditer(text)}
    if "車" in text:
        named |= {match.start(1): match[1] for match in _VEHICLE_S_PLATE.finditer(text)}
    for match in _HYPHENED.finditer(text):
        if _looks_like_a_plate(text, match):
            named[match.start()] = match[0]
    for start, words in named.items():
        yield _found("plate", re.sub("[^A-Z0-9]", "", words.upper()), start)


def _looks_like_a_plate(text: str, match: re.Match[str]) -> bool:
    words = re.sub("[^A-Z0-9]", "-", match[0])
    if not _PLATE.fullmatch(words) or _STANDARD.match(words):
        return False
    if match.start() and _WITHIN_A_WORD.match(text, match.start() - 1):
        return False
    line = text.rfind("\n", 0, match.start()) + 1
    around = text[max(match.start() - 20, line) : match.start()]
    around += " " + text[match.end() : match.end() + 10].partition("\n")[0]
    return bool(_PLATE_OF_TODAY.fullmatch(words) or _VEHICLE_NEAR.search(around))


def _inmates(text: str) -> Iterator[Find]:
    before, behind, *others = _INMATES
    matches: list[re.Match[str]] = []
    if "號" in text:  # it stands in all of 編號, 號碼, 代號, 呼號 and 1234 號
        for pattern in (before, *others):
            matches += pattern.finditer(text)
        for match in behind.finditer(text):
            if not _NUMBERED_PAPER.search(text, max(match.start() - 4, 0), match.start()):
                matches.append(match)
    if "人" in text:
        matches += _BRACKETED.finditer(text)
    if any(word in text for word in _INMATE_WORDS):
        matches += _INMATE_IN_ENGLISH.finditer(text)
    for match in matches:
        yield _found("inmate", match[1].replace("-", ""), match.start(1))
