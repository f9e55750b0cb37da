"""``stories/<year>/<folder>/<slug>.md``: news and examples, Markdown below a head in YAML."""

from typing import Literal

from pydantic import Field

from dvk.documents.scalars import Count, Date, Part, ReferenceValue, Rows, Slug, Text, YesNo
from dvk.facts import Story


class StoryDocument(Part):
    """A story of one unit; ``text`` is what stands below the head."""

    schema_: Literal["story/v1"] = Field(alias="schema")
    revision: Count
    state: Literal["draft", "published", "withdrawn"]
    unit: Slug
    date: Date
    title: Text
    field: Slug | None = None
    models: Rows[ReferenceValue] = Field(default_factory=list)
    exemplars: Rows[ReferenceValue] = Field(default_factory=list)
    published_in: Rows[Text] = Field(default_factory=list)
    source: Text | None = None
    illustrative: YesNo = False
    note: Text | None = None
    text: Text | None = None

    def facts(self) -> Story:
        """The story as cross-file code sees it."""
        return Story(
            state=self.state,
            unit=self.unit,
            day=self.date,
            title=self.title,
            models=tuple(self.models),
            exemplars=tuple(self.exemplars),
            field=self.field,
            illustrative=self.illustrative,
        )
