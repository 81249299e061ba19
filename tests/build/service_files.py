"""Services, forms and items of Article 7 for small sites: one of each that says all that it can."""

from __future__ import annotations

import hashlib
import io
import zipfile

from tests.build.minisite import Minisite

ODT = "application/vnd.oasis.opendocument.text"
META = "<office:meta><dc:date>2026-03-04T05:06:07</dc:date></office:meta>"
PDF = b"%PDF-1.7\n/CreationDate (D:20260203)\n%%EOF\n" + b"x" * 12_345
CODES = 'theme: ["330"], cake: ["634"], service: [I00]'

#: Every field of a service, a flow with two ways in, a correction loop and two ends.
CERTIFICATE = f"""
    id: release-certificate
    number: 5
    title: {{zh: 出監證明, en: Release certificate}}
    summary: {{zh: 證明什麼時候出監。, en: It certifies when somebody was released.}}
    units: [secretary]
    classification: {{{CODES}, audience: [families]}}
    published: 2026-01-05
    updated: 2026-11-02
    reviewed: 2026-11-03
    review_months: 6
    agency: model-prison
    content: {{zh: 出監後**補發**的證明。, en: A certificate issued **again**.}}
    who: {{zh: 本人或家屬。, en: The person or the family.}}
    period: {{zh: 隨時。, en: At any time.}}
    documents:
      - id: identity
        name: {{zh: 身分證件, en: Proof of identity}}
        why: {{zh: 核對身分, en: To check who you are}}
      - id: letter
        name: {{zh: 委託書, en: Letter of authority}}
        when: {{zh: 由他人代辦時, en: when somebody else applies}}
        where: {{zh: 下載, en: Download it}}
        form: form-letter
    channels:
      - kind: counter
        how: {{zh: 到秘書室。, en: Go to the Secretary Office.}}
        hours: {{zh: 平日上班時間, en: On weekdays}}
        address: {{zh: 示範路一號, en: 1 Model Road}}
        phone: (02) 1234-5678
      - kind: online
        url: https://example.org/apply
        documents: []
        time: {{number: 1, unit: working-days}}
      - kind: post
        documents: [letter]
        email: office@example.org
    accepted_by: {{zh: 收發室。, en: The mail room.}}
    fee: {{free: true}}
    time_limit:
      time: {{number: 7, unit: working-days}}
      starts: {{zh: 收件次日。, en: The day after receipt.}}
      correction: {{zh: 七日內補正。, en: Within seven days.}}
    decided_by: {{zh: 秘書室審查。, en: The Secretary Office checks.}}
    result: {{zh: 證明書一份。, en: One certificate.}}
    remedy: {{zh: 可以**陳情**。, en: You may **complain**.}}
    notes: {{zh: "也可以看[計畫](record:plan-115)。", en: "See [the plan](record:plan-115)."}}
    legal_basis:
      - title: {{zh: 監獄行刑法, en: Prison Act}}
        article: {{zh: 第 138 條, en: Article 138}}
        url: https://example.org/law
        date: 2020-01-15
        says: {{zh: 要發給。, en: It must be issued.}}
    forms: [form-letter]
    contact:
      - {{unit: guard, phone: "(02) 1234-5678 分機 12", hours: {{zh: 上班時間, en: Office hours}}}}
    progress:
      url: https://example.org/progress
      phone: (02) 8765-4321
      text: {{zh: 說出案號。, en: Give the case number.}}
    validity: {{since: 2026-01-01, note: {{zh: 試辦。, en: On trial.}}}}
    flow:
      lanes:
        - {{id: citizen, name: {{zh: 申請人, en: Applicant}}, citizen: true}}
        - {{id: front, unit: secretary}}
        - {{id: back, unit: guard}}
      steps:
        - id: come
          lane: citizen
          kind: start
          action: {{zh: 到櫃檯申請, en: Apply at the counter}}
          documents: [identity]
          next: receive
        - id: write
          lane: citizen
          kind: start
          action: {{zh: 寫信申請, en: Apply by letter}}
          form: form-letter
        - id: receive
          lane: front
          action: {{zh: 收件, en: Receive}}
          time: {{number: 1, unit: working-days}}
        - id: complete
          lane: front
          kind: decision
          action: {{zh: 文件齊全嗎？, en: Is everything there?}}
          detail: {{zh: 逐項**核對**。, en: One **by** one.}}
          branches:
            - {{label: {{zh: 齊全, en: Complete}}, to: issue}}
            - {{label: {{zh: 缺件, en: Incomplete}}, to: correct}}
            - {{label: {{zh: 不符, en: Not entitled}}, to: refuse}}
        - id: correct
          lane: citizen
          action: {{zh: 補正, en: Supply what is missing}}
          next: receive
        - id: refuse
          lane: front
          kind: end
          action: {{zh: 函復不符, en: Refuse}}
        - id: issue
          lane: back
          action: {{zh: 製作證明, en: Make the certificate}}
          time: {{number: 1, unit: hours}}
        - id: hand-over
          lane: front
          kind: end
          action: {{zh: 領取, en: Hand it over}}
      note: {{zh: 步驟時間是上限。, en: The times are at most.}}
    related: [plan-115]
    sources:
      - 本監公告
"""
#: As little as a service can say.
TOUR = f"""
    id: tour
    number: 6
    title: {{zh: 參觀}}
    units: [guard]
    classification: {{{CODES}}}
    published: 2026-01-05
"""
LETTER = f"""
    id: form-letter
    title: {{zh: 委託書, en: Letter of authority}}
    summary: {{zh: 請別人代辦時填。, en: For those who send somebody.}}
    classification: {{{CODES}}}
    published: 2026-01-05
    files:
      - {{path: forms/letter.odt}}
      - {{path: forms/letter.pdf, name: {{zh: 委託書範例, en: "Letter of authority, an example"}}}}
    how: {{zh: 用**藍筆**。, en: Use a **blue** pen.}}
    sources: [本監公告]
"""


def odt() -> bytes:
    """An open document; its bytes are always the same."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, words in (("mimetype", ODT), ("meta.xml", META)):
            archive.writestr(zipfile.ZipInfo(name), words)
    return made.getvalue()


def checksum(content: bytes) -> str:
    """SHA-256 as a page shows it."""
    return hashlib.sha256(content).hexdigest()


def with_services(minisite: Minisite) -> Minisite:
    """Add two services and a form."""
    minisite.write(
        {
            "data/services/release-certificate.yml": CERTIFICATE,
            "data/services/tour.yml": TOUR,
            "data/forms/form-letter.yml": LETTER,
        }
    )
    folder = minisite.root / "content/forms"
    folder.mkdir()
    (folder / "letter.odt").write_bytes(odt())
    (folder / "letter.pdf").write_bytes(PDF)
    return minisite
