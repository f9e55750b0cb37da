"""``dvk register-model``: a draft of a registration of one or more models."""

from collections.abc import Callable, Sequence
from typing import Annotated, TypeAlias

import typer

from dvk.cli.asking import Question, Questions, at_terminal
from dvk.cli.bilingual import both
from dvk.cli.choices import field_choices, unit_choices
from dvk.cli.delivering import deliver
from dvk.cli.new_file_options import Issuer, Printed, WantedPeriod, WantedYear
from dvk.cli.opening import known, session_of, workspace_of
from dvk.cli.options import Root
from dvk.cli.wanted import (
    budget_at,
    field_in,
    file_name,
    named_text_of,
    one_of,
    period_at,
    period_of,
    strictly,
    text_of,
    unit_in,
)
from dvk.errors import CannotGoOn
from dvk.naming import compared
from dvk.periods import Period
from dvk.skeletons import RegistrationWishes, new_registration
from dvk.values import read_years

Names: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--name",
        metavar="NAME",
        help=both(
            "Tên mô hình (cần có, hoặc máy hỏi); lặp lại cho nhiều mô hình.",
            "A model's name (needed, or asked for); repeat it for several.",
        ),
    ),
]
Field: TypeAlias = Annotated[
    str | None, typer.Option("--field", metavar="FIELD", help=both("Lĩnh vực, mã hoặc tên.", "The field, id or name."))
]
Type: TypeAlias = Annotated[
    str,
    typer.Option(
        "--type",
        metavar="collective|individual",
        help=both("Của tập thể hay cá nhân.", "Of a collective or an individual."),
    ),
]
Area: TypeAlias = Annotated[str | None, typer.Option("--area", metavar="TEXT", help=both("Địa bàn.", "Where."))]
Years: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--years",
        metavar="2021-2025",
        help=both("Các năm, nếu làm nhiều năm.", "The years, where it runs for several."),
    ),
]
Owners: TypeAlias = Annotated[
    list[str] | None,
    typer.Option(
        "--owner",
        metavar="UNIT",
        help=both("Đơn vị cùng làm; có thể lặp lại.", "A unit that owns it, too; may be repeated."),
    ),
]
Money: TypeAlias = Annotated[
    str | None,
    typer.Option(
        "--budget",
        metavar="MONEY",
        help=both(
            "Kinh phí dự kiến của mỗi mô hình: “600 triệu”, “khoảng 3,6 tỷ”.",
            "Money planned for each model; the word for about may stand before it.",
        ),
    ),
]
File: TypeAlias = Annotated[
    str | None,
    typer.Option("--file", metavar="SLUG", help=both("Tên tệp, không có .yaml.", "The file's name without .yaml.")),
]

_TYPES = ("collective", "individual")
_UNIT = both("Đơn vị nào đăng ký", "Which unit registers")
_PERIOD = both("Năm hoặc kỳ (Enter: năm nay)", "Year or period (Enter: this year)")
_NAME = both("Tên mô hình", "Name of the model")
_NEXT = both("Tên mô hình tiếp theo (Enter: hết)", "Name of the next model (Enter: no more)")
_FIELD = both("Lĩnh vực (Enter: để trống)", "Field (Enter: none)")
_AREA = both("Địa bàn (Enter: để trống)", "Where (Enter: none)")
_BUDGET = both("Kinh phí dự kiến, như khoảng 600 triệu (Enter: để trống)", "Money planned (Enter: none)")


def command(
    ctx: typer.Context,
    unit: Issuer = None,
    year: WantedYear = None,
    period: WantedPeriod = None,
    names: Names = None,
    field: Field = None,
    kind: Type = "collective",
    area: Area = None,
    years: Years = None,
    owners: Owners = None,
    budget: Money = None,
    file: File = None,
    printed: Printed = False,
    root: Root = None,
) -> None:
    session = session_of(ctx)
    kind, file, wanted = one_of("--type", _TYPES)(kind), file_name("--file", file), period_of(year, period)
    workspace = workspace_of(session, root, None)
    ask = Questions(session, at_terminal() and (unit is None or not names))
    units = unit_choices(workspace, session.language, session.today)
    fields = field_choices(workspace.settings.fields, session.language)
    wishes = RegistrationWishes(
        unit=ask.needed("--unit", unit, Question(_UNIT, unit_in(workspace), units)),
        period=wanted or ask.wished(None, Question(_PERIOD, period_at("--period"))) or Period(session.today.year),
        today=session.today,
        names=tuple(_names(ask, names or [])),
        file=file,
        field=ask.wished(field, Question(_FIELD, field_in(workspace), fields)),
        type="individual" if kind == "individual" else "collective",
        area=ask.wished(area, Question(_AREA, text_of("--area"))) or "",
        years=strictly("--years", read_years)(years) if years is not None else None,
        owners=tuple(dict.fromkeys(known("unit", owner, workspace.organisation.units) for owner in owners or [])),
        budget=ask.wished(budget, Question(_BUDGET, budget_at("--budget"))),
    )
    deliver(session, workspace, new_registration(workspace, wishes), printed=printed)


def _names(ask: Questions, typed: list[str]) -> list[str]:
    """The names of the options, else those that a person gives one after the other; each is of one model."""
    names: list[str] = []
    for name in typed:
        names.append(_new_name(names)(name))
    if not typed:
        names.append(ask.needed("--name", None, Question(_NAME, _new_name(names))))
    while not typed and (answer := ask.wished(None, Question(_NEXT, _new_name(names)))) is not None:
        names.append(answer)
    return names


def _new_name(names: Sequence[str]) -> Callable[[str], str]:
    """A reader of a name that none of the others is, accents, case and signs aside."""

    def read(typed: str) -> str:
        name = named_text_of("--name")(typed)
        same = next((other for other in names if compared(other) == compared(name)), None)
        if same is not None:
            raise CannotGoOn("DVK908", option="--name", typed=f"{same} / {name}", clear=f'--name "{same}"')
        return name

    return read
