"""The option `admin`: where the editor in the browser saves to."""

from __future__ import annotations

from typing import Annotated, Literal, Self
from urllib.parse import urlsplit

from pydantic import BeforeValidator, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from disclosure.model.base import Line, Model
from disclosure.model.citation import Url

Repository = Annotated[Line, StringConstraints(pattern=r"^[\w.-]+(?:/[\w.-]+)+$")]

#: Where each kind of service is found unless it is the agency's own.
_HOSTS = {"github": "https://github.com", "gitlab": "https://gitlab.com"}
_APIS = {"github": "/api/v3", "gitlab": "/api/v4", "gitea": "/api/v1"}


class Admin(Model):
    """A repository on a server that editors sign in to."""

    service: Literal["github", "gitlab", "gitea"]
    repository: Repository = Field(description="Owner and name, e.g. agency/website")
    branch: Line = "main"
    host: Url | None = Field(None, description="The agency's own server, without a path")
    application: Line | None = Field(None, description="Its number at GitLab or Gitea")
    sign_in: Url | None = Field(None, description="The program that signs people in to GitHub")

    @model_validator(mode="after")
    def _can_sign_in(self) -> Self:
        needed = ["sign_in"] if self.service == "github" else ["application"]
        if self.service == "gitea":
            needed.append("host")
        missing = [name for name in needed if getattr(self, name) is None]
        if missing:
            raise PydanticCustomError(
                "admin_incomplete",
                "admin 還要有 {fields} / `admin` needs {fields}",
                {"fields": ", ".join(missing)},
            )
        return self

    @property
    def server(self) -> str:
        """The address of the server, without a slash at its end."""
        return (self.host or _HOSTS[self.service]).rstrip("/")

    @property
    def api(self) -> str:
        """The address of its interface for programs."""
        if self.service == "github" and self.host is None:
            return "https://api.github.com"
        return self.server + _APIS[self.service]

    @property
    def hosts(self) -> tuple[str, ...]:
        """The servers that the editor in the browser talks to."""
        parts = [urlsplit(address) for address in (self.api, self.server)]
        return tuple(dict.fromkeys(f"{part.scheme}://{part.netloc}" for part in parts))


def _switched(value: object) -> object:
    """`admin: false` for no `admin` at all, also where no type was asked for."""
    return None if value in (False, "false", "", None) else value


#: The option as it stands in `mkdocs.yml`.
AdminOption = Annotated[Admin | None, BeforeValidator(_switched)]
