"""``dvk.yaml``: the policy of a workspace."""

from typing import Annotated, Literal

from pydantic import Field

from dvk.documents.scalars import Date, Days, Part, Rows, Slug, Text, YesNo
from dvk.facts import Settings, Term


class Word(Part):
    """An entry of a list that a workspace may extend: a field, a line, a level, a kind."""

    id: Slug
    name: Text
    name_en: Text | None = None

    def facts(self) -> Term:
        """Its id and names."""
        return Term(self.id, self.name, self.name_en or self.name)


class LineWord(Word):
    """A line, and the profile after which its documents are printed; without one, that of its own id."""

    profile: Slug | None = None

    def facts(self) -> Term:
        """Its id, names and profile."""
        return Term(self.id, self.name, self.name_en or self.name, self.profile)


class SettingsDocument(Part):
    """The policy: what changes how files are judged, never what they say."""

    schema_: Literal["settings/v1"] = Field(alias="schema")
    adoption_date: Date | None = None
    main_branch: Text = "main"
    before_excludes: YesNo = True
    due_soon: Days = 7
    about_percent: Days = 90
    fields: Rows[Word] = Field(default_factory=list)
    lines: Rows[LineWord] = Field(default_factory=list)
    levels: Rows[Word] = Field(default_factory=list)
    kinds: Rows[Word] = Field(default_factory=list)
    severities: Annotated[dict[str, Literal["error", "warning", "note"]], Field(default_factory=dict)]

    def facts(self) -> Settings:
        """The policy as cross-file code sees it."""
        return Settings(
            adoption_date=self.adoption_date,
            main_branch=self.main_branch,
            before_excludes=self.before_excludes,
            due_soon=self.due_soon,
            about_percent=self.about_percent,
            fields=tuple(word.facts() for word in self.fields),
            lines=tuple(word.facts() for word in self.lines),
            levels=tuple(word.facts() for word in self.levels),
            kinds=tuple(word.facts() for word in self.kinds),
            severities=tuple(sorted(self.severities.items())),
        )
