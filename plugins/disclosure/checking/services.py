"""A service says who answers for it, what to bring, and where to turn afterwards."""

from __future__ import annotations

from disclosure.checking.checker import Check
from disclosure.checking.naming import names_a_form, unknown
from disclosure.model.service import Service


def services_are_complete(check: Check) -> None:
    """A service has a unit; a missing remedy or contact is pointed out, for it may be unknown."""
    for service in check.catalogue.every(Service):
        if not service.units:
            check.tell_missing(
                service,
                "units",
                "no-unit",
                "沒有寫承辦單位：請用 units 寫出負責這項申辦的科室。",
                "No unit answers for this service: name it in `units`.",
            )
        if not check.catalogue.shows(service):
            continue  # no page, nothing to remind of
        if not service.remedy:
            check.tell_missing(
                service,
                "remedy",
                "no-remedy",
                "沒有寫救濟方式（remedy）：民眾不服或機關逾期時可以怎麼辦？網頁會顯示「未提供」。",
                "No `remedy`: what can people do against a refusal or a delay? The page says that "
                "it is not provided.",
                "warning",
            )
        if not service.contact:
            check.tell_missing(
                service,
                "contact",
                "no-contact",
                "沒有寫聯絡方式（contact）：民眾有問題要問誰？網頁會顯示「未提供」。",
                "No `contact`: whom can people ask? The page says that it is not provided.",
                "warning",
            )


def what_services_say_fits(check: Check) -> None:
    """Costs nothing or something."""
    for service in check.catalogue.every(Service):
        path = check.catalogue.sources[service.id].path
        if service.fee and service.fee.free and service.fee.amount:
            check.tell(
                path,
                ("fee", "amount"),
                "free-with-amount",
                "fee 寫了免費（free: true），又寫了金額；請留一個。",
                "The fee is both free and an amount: keep one of the two.",
            )


def what_services_name_exists(check: Check) -> None:
    """Documents, forms and units of a service are there, and each document stands once."""
    for service in check.catalogue.every(Service):
        path = check.catalogue.sources[service.id].path
        for number, form in enumerate(service.forms):
            names_a_form(check, service, path, ("forms", number), form)
        for number, contact in enumerate(service.contact):
            if contact.unit and contact.unit not in check.catalogue.units:
                place = ("contact", number, "unit")
                unknown(check, path, place, "unit", contact.unit, check.catalogue.units)
        _documents(check, service, path)


def _documents(check: Check, service: Service, path: str) -> None:
    ids = [document.id for document in service.documents]
    names = [document.name.best(check.catalogue.primary)[0] for document in service.documents]
    for number, document in enumerate(service.documents):
        place = ("documents", number)
        if document.form:
            names_a_form(check, service, path, (*place, "form"), document.form)
        if document.id in ids[:number] or names[number] in names[:number]:
            field = "id" if document.id in ids[:number] else "name"
            check.tell(
                path,
                (*place, field),
                "document-twice",
                f"文件「{names[number]}」已經列過一次，請刪掉一處。",
                f'The document "{document.id}" is listed already: remove one of the two.',
            )
    for at, channel in enumerate(service.channels):
        for number, one in enumerate(channel.documents or ()):
            place_in_channel = ("channels", at, "documents", number)
            if one not in ids:
                unknown(check, path, place_in_channel, "document", one, ids)


RULES = (services_are_complete, what_services_say_fits, what_services_name_exists)
