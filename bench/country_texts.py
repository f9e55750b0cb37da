"""The texts of a made-up country's papers: YAML as an office would type it, about 2 KB a report."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from random import Random

from country_figures import ADDED, COUNTED, figures, typed
from country_papers import PLAN_DUE, REGISTRATION_DUE, REPORTS, Fate, Order, Paper, obligation_id, registration_path
from country_shape import Office

_FIELDS = ("economy", "culture-society", "defence-security", "political-system")
_MODELS = (
    *("Tuyến đường hoa", "Tổ tự quản an ninh", "Vườn cây thanh niên", "Lớp học bơi", "Góc sách thôn"),
    *("Ngày chủ nhật xanh", "Đội chuyển đổi số", "Bữa sáng cho em"),
)
_SITUATIONS = (
    "Địa bàn có {a} thôn, dân cư sống dọc hai bờ sông; {b} thanh niên đi làm ăn xa, việc tập hợp có lúc khó khăn.",
    "Trong kỳ có {a} đợt mưa lớn, {b} hộ bị ảnh hưởng; đoàn viên tham gia khắc phục ngay từ ngày đầu.",
    "Toàn xã có {b} đoàn viên sinh hoạt ở {a} chi đoàn; kinh tế chủ yếu là nông nghiệp và dịch vụ nhỏ.",
)
_LEADERSHIP = (
    "Ban Chấp hành họp {a} lần, ban hành kế hoạch và phân công từng uỷ viên phụ trách thôn, khu dân cư.",
    "Phối hợp với Mặt trận và khối vận, kiểm tra {a} chi đoàn, nhắc nhở những nơi triển khai chậm.",
)
_PROPAGANDA = (
    "Phát thanh {a} buổi, đăng {b} tin, bài; lồng ghép trong sinh hoạt chi đoàn và các buổi họp thôn.",
    "Tổ chức {a} buổi nói chuyện chuyên đề, phát {b} tờ rơi về phong trào thi đua “Dân vận khéo”.",
)
_STRENGTHS = (
    "Đoàn viên hưởng ứng đông, {a} phần việc hoàn thành trước thời hạn, người dân đồng tình, ủng hộ.",
    "Các mô hình sát với nhu cầu của dân, {b} ngày công được huy động, cách làm gọn và ít tốn kém.",
)
_LIMITS = (
    "Còn {a} chi đoàn báo cáo chậm; kinh phí hạn hẹp; một số nơi chưa nhân rộng được cách làm hay.",
    "Việc theo dõi kết quả ở {a} thôn chưa thường xuyên, số liệu phải đối chiếu nhiều lần mới khớp.",
)
_NEXT = (
    "Duy trì các mô hình đã có, nhân rộng ở {a} thôn; hoàn thành {b} phần việc còn lại trước cuối kỳ.",
    "Tập trung giúp {a} hộ khó khăn, tổ chức {b} buổi ra quân, giữ nền nếp báo cáo đúng hạn.",
)
_CAUSES = (
    "Cán bộ đoàn ở {a} thôn kiêm nhiệm nhiều việc; {b} đoàn viên đi làm xa nên khó huy động cùng một lúc.",
    "Kế hoạch triển khai muộn {a} ngày; thời tiết xấu kéo dài, {b} ngày công phải chuyển sang kỳ sau.",
)
_PROPOSALS = (
    "Đề nghị cấp trên hỗ trợ {b} triệu đồng và tập huấn cho bí thư {a} chi đoàn về cách làm “Dân vận khéo”.",
    "Đề nghị sớm hướng dẫn việc công nhận mô hình; cho {a} chi đoàn được học tập cách làm ở xã bạn.",
)
_SECTIONS = {
    "situation": _SITUATIONS,
    "leadership": _LEADERSHIP,
    "propaganda": _PROPAGANDA,
    "strengths": _STRENGTHS,
    "limits": _LIMITS,
    "causes": _CAUSES,
    "next_period": _NEXT,
    "proposals": _PROPOSALS,
}
_CLOSING = {"2024", "2024-Q4", "2024-12"}


@dataclass(frozen=True, slots=True)
class Also:
    """What a report speaks of besides its own figures.

    Args:
        registered: its unit has registered models.
        below: the units whose figures its consolidated ones hold, too.
        predecessors: the units that went into its own, each with its last period.
        lived: the part of the period in which the unit was open, if not all of it.
    """

    registered: bool = False
    below: tuple[str, ...] = ()
    predecessors: tuple[tuple[str, str], ...] = ()
    lived: str = ""


def plan(order: Order) -> str:
    """A plan: what it asks for, its targets, its text."""
    paper = order.paper
    issuer = "Tỉnh đoàn" if paper.unit.level == "province" else "Huyện đoàn"
    head = _head(paper, "issued", "KH") + f"subject: Thực hiện phong trào thi đua “Dân vận khéo” năm {paper.year}\n"
    head += f"type: KH\ndate: {paper.due}\nplace: {paper.unit.name.partition('đoàn ')[2]}\nprogramme: Dân vận khéo\n"
    head += f"superior_plan: {order.superior}\n" if order.superior else ""
    listed = "".join(f"  - {counted.id}\n" for counted in COUNTED)
    who = f"{{level: [{', '.join(order.debtors)}]}}"
    asked = "".join(
        _obligation(obligation_id(period), ("report", period), who, day) for period, day in REPORTS[order.style]
    )
    if order.style == "districts":
        asked += _obligation("ke-hoach", ("plan", "2024"), who, PLAN_DUE)
        asked += _obligation("dang-ky", ("registration", "2024"), who, REGISTRATION_DUE)
    targets = "".join(f"  - {{indicator: {COUNTED[at].id}, kind: each, value: 1, who: {who}}}\n" for at in (2, 3, 4))
    body = f"  ## Mục đích\n\n  {issuer} chỉ đạo các cấp bộ đoàn thi đua “Dân vận khéo” thiết thực, sát dân.\n"
    return f"{head}indicators:\n{listed}obligations:\n{asked}targets:\n{targets}{_SIGNED}text: |\n{body}"


_SIGNED = "signatory: {authority: TM. BAN THƯỜNG VỤ, post: BÍ THƯ, name: Nguyễn Văn A}\n"


def _obligation(name: str, kind_period: tuple[str, str], who: str, day: str) -> str:
    kind, period = kind_period
    return f"  - id: {name}\n    kind: {kind}\n    who: {who}\n    period: {period}\n    by: {day}\n"


def registration(paper: Paper, fate: Fate, seed: int) -> str:
    """One to three models that a unit registers."""
    rng = Random(f"{seed}/{paper.path}/text")
    rows = []
    for at, name in enumerate(_models(paper.unit, seed)):
        a, b = rng.randint(2, 19), rng.randint(20, 400)
        rows.append(
            f"  - id: mo-hinh-{at + 1}\n    name: {name}\n    field: {rng.choice(_FIELDS)}\n"
            f"    situation: {rng.choice(_SITUATIONS).format(a=a, b=b)}\n"
            f"    goal: Mỗi thôn có ít nhất {a} hộ tham gia, giữ được sau khi hết năm.\n"
            f"    targets:\n      - {{indicator: {COUNTED[3].id}, value: {a}, bound: about}}\n"
            f"    content: {rng.choice(_NEXT).format(a=a, b=b)}\n    area: {paper.unit.name}\n"
            f"    budget: {{value: {b} triệu, bound: about}}\n"
            f"    timetable:\n      - {{from: 2024-05-06, to: 2024-10-31, work: Thực hiện ở {a} thôn}}\n"
        )
    return f"{_filed(paper, fate, 'ĐK')}models:\n{''.join(rows)}{_SIGNED}"


def _models(unit: Office, seed: int) -> list[str]:
    rng = Random(f"{seed}/{unit.id}/models")
    return [f"{name} {unit.name.partition(' ')[2]}" for name in rng.sample(_MODELS, rng.randint(1, 3))]


def report(paper: Paper, fate: Fate, seed: int, also: Also, revision: int = 1) -> str:
    """A report; of two revisions the first had a figure wrong."""
    rng = Random(f"{seed}/{paper.path}/text")
    values = figures(paper.unit.id, also.lived or paper.period, seed)
    if fate.corrected and revision == 1:
        values = [values[0] + 1, *values[1:]]
    sections = f"own:\n{_rows(dict(enumerate(values)), fate.null_at)}"
    if also.predecessors:
        sections = f"covers_predecessors: yes\nown:\n{_rows(_together(values, also.predecessors, seed))}"
    if also.below:
        whole = _together(values, [(unit, paper.period) for unit in also.below], seed)
        sections += f"consolidated:\n{_rows(whole)}"
    texts = []
    for key, sentences in _SECTIONS.items():
        said = rng.choice(sentences).format(a=rng.randint(2, 19), b=rng.randint(20, 400))
        texts.append(f"{key}: |\n  {said}\n" if rng.random() < 0.2 else f"{key}: >-\n  {said}\n")  # noqa: PLR2004
    models = _results(paper, rng, seed) if also.registered and paper.period in _CLOSING else ""
    head = _filed(paper, fate, "BC", revision)
    return f"{head}{''.join(texts[:3])}{sections}{models}{''.join(texts[3:])}{_SIGNED}"


def _rows(values: Mapping[int, int], null_at: int | None = None) -> str:
    return "".join(_figure(at, value, is_null=at == null_at) for at, value in values.items())


def _together(own: list[int], others: Iterable[tuple[str, str]], seed: int) -> dict[int, int]:
    """What a unit and others did, of what adds up."""
    parts = [own, *(figures(unit, period, seed) for unit, period in others)]
    return {at: sum(part[at] for part in parts) for at in ADDED}


def _figure(at: int, value: int, *, is_null: bool) -> str:
    if is_null:
        return f"  - indicator: {COUNTED[at].id}\n    value: null\n    reason: chưa thống kê được\n"
    return f"  - indicator: {COUNTED[at].id}\n    value: {typed(at, value)}\n"


def _results(paper: Paper, rng: Random, seed: int) -> str:
    rows = []
    for at, _ in enumerate(_models(paper.unit, seed)):
        stage = rng.choice(("carried_out", "carried_out", "recognised", "typical", "rewarded", "dropped"))
        spent = "" if stage == "dropped" else f"    spent: {rng.randint(5, 90)} triệu\n"
        rows.append(f"  - model: {registration_path(paper.unit)}#mo-hinh-{at + 1}\n    stage: {stage}\n{spent}")
    return f"models:\n{''.join(rows)}"


def _filed(paper: Paper, fate: Fate, sign: str, revision: int = 1) -> str:
    """The head of a registration or a report, with what brought a second revision or a return about."""
    text = _head(paper, fate.state, sign, revision) + f"submitted: {fate.sent}\ndate: {fate.sent}\n"
    text += f"answers:\n  - {paper.answers}\n" if paper.answers else ""
    if revision > 1:
        text += f"changes:\n  - {{revision: {revision}, reason: Đối chiếu lại số liệu}}\n"
    if fate.state == "returned":
        by = paper.unit.parent or paper.unit.id
        text += f"returns:\n  - {{by: {by}, date: {fate.sent}, reason: Thiếu số liệu của hai chi đoàn}}\n"
    return text


def _head(paper: Paper, state: str, sign: str, revision: int = 1) -> str:
    number = f"number: {paper.place:02}-{sign}/ĐTN\n" if state != "draft" else ""
    return (
        f"schema: {paper.kind}/v1\nrevision: {revision}\nstate: {state}\nunit: {paper.unit.id}\n"
        f"period: {paper.period}\n{number}" + ("" if paper.kind == "plan" else "illustrative: yes\n") + _answered(paper)
    )


def _answered(plan: Paper) -> str:
    return f"answers:\n  - {plan.answers}\n" if plan.kind == "plan" and plan.answers else ""
