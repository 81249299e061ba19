"""Forms: the list of all, and the page of one."""

from __future__ import annotations

from disclosure.model.form import Form
from disclosure.site import urls
from disclosure.site.citations import citations, files
from disclosure.site.index_page import index_page
from disclosure.site.plans import codes
from disclosure.site.record_page import record_page
from disclosure.site.spec import PageSpec, View
from disclosure.site.voice import Voice


def anchors_of(form: Form) -> set[str]:
    """What an address of a form's page may end with, behind `#`."""
    found = {part for part in ("how", "sources") if getattr(form, part)}
    return {"files", "codes", "page-facts"} | found


def index(voice: Voice) -> PageSpec:
    """All forms with their files."""
    s, catalogue = voice.strings, voice.site.catalogue
    title, intro = s["forms_title"], s.say("forms_intro", count=len(catalogue.forms))
    return index_page(
        voice,
        urls.FORMS,
        "forms",
        title,
        intro,
        ((s["home"], urls.HOME),),
        {
            "intro": intro,
            "forms": [
                {
                    "path": urls.record(form),
                    "title": voice.words(form.title),
                    "standing": voice.standing(form),
                    "summary": voice.maybe(form.summary),
                    "files": files(voice, form.files, form.title),
                    "services": _services(voice, form),
                }
                for form in catalogue.forms
            ],
        },
        catalogue.forms,
        section="forms",
        untranslated=voice.fell_back,
    )


def page(voice: Voice, form: Form) -> PageSpec:
    """One form: its files, how to fill it in, the services that ask for it."""
    s = voice.strings
    view: View = {
        "summary": voice.prose(form.summary),
        "files": files(voice, form.files, form.title),
        "how": voice.prose(form.how),
        "services": _services(voice, form),
        "sources": citations(voice, form.sources),
        "codes": codes(voice, form),
    }
    return record_page(
        voice,
        form,
        "forms",
        ((s["home"], urls.HOME), (s["forms_title"], urls.FORMS)),
        view,
    )


def _services(voice: Voice, form: Form) -> list[View]:
    """The services that ask for a form, anywhere."""
    found: list[View] = []
    for service in voice.site.catalogue.services:
        asked = {*service.forms, *(document.form for document in service.documents)}
        if service.flow:
            asked |= {step.form for step in service.flow.steps}
        if form.id in asked:
            found.append(voice.link(service))
    return found
