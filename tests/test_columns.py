"""Columns of printed tables: they follow the margins, and those without a width are as wide as what stands in them."""

import pytest
from test_format_measured import TODAY
from word_measures import Measured, W, attribute, words
from workspace_builder import Workspace

from dvk.__main__ import run
from dvk.printing.word.letter_widths import width_of

NAME = "Công trình thanh niên xây dựng đô thị văn minh ở các phường, thị trấn"


def printed(folder, *, left="30", right="20", value=3, note=None):
    """Print a report with one figure on a sheet with these margins, in mm."""
    space = Workspace(folder / "w")
    space.unit("tinh", level="province")
    space.indicator("nha", "sum", "sum", name=NAME, unit_of_measure="đồng")
    space.report("tinh", "2021", {"nha": value}, note=note, date="2021-11-02")
    page = (
        f"schema: profile/v1\nname: Đoàn\neditions:\n  - {{from: 2013-10-29, page: {{left: {left}, right: {right}}}}}\n"
    )
    space.write("templates/profiles/youth-union.yaml", page)
    file = folder / "a.docx"
    assert run(["render", "reports/2021/tinh/2021.yaml", "--root", str(space.root), "-o", str(file)], TODAY) == 0
    return Measured(file)


SIGNATURE = 2
"""The one table among ``tables`` whose template says how wide its columns are."""


def grid(table):
    return [int(attribute(column, "w")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]


def tables(document):
    """The letterhead, the figures, the signature."""
    return list(document.body.iterchildren(f"{W}tbl"))


def test_columns_without_a_width_fill_the_room_by_what_they_hold(tmp_path):
    _, figures, _ = tables(printed(tmp_path))
    widths = grid(figures)
    assert max(widths) == widths[1], "the name of the indicator"
    assert sum(widths) == pytest.approx(9071, abs=10)
    heads = [words(cell) for cell in figures.find(f"{W}tr").iterfind(f"{W}tc")]
    empty = dict(zip(heads, widths, strict=True))
    assert empty["Đạt"] >= 800
    assert empty["Ghi chú"] < widths[1] / 2
    for row in figures.iterfind(f"{W}tr"):
        assert [int(attribute(w, "w")) for w in row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")] == widths
        assert {attribute(w, "type") for w in row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")} == {"dxa"}


def test_a_column_is_as_wide_as_a_figure_of_billions(tmp_path):
    _, figures, _ = tables(printed(tmp_path, value=3_500_000_000))
    billions = 13 * 12 * 20 * 0.43
    assert grid(figures)[4] > billions
    assert grid(figures)[4] > grid(tables(printed(tmp_path / "x"))[1])[4]


@pytest.mark.parametrize(("left", "right"), [("35", "15"), ("30", "15"), ("35", "20"), ("20", "20"), ("50", "50")])
def test_tables_follow_the_margins(left, right, tmp_path):
    usual, changed = printed(tmp_path / "a"), printed(tmp_path / "b", left=left, right=right)
    factor = (210 - int(left) - int(right)) / 160
    for place, (before, after) in enumerate(zip(tables(usual), tables(changed), strict=True)):
        assert sum(grid(after)) == pytest.approx(sum(grid(before)) * factor, rel=0.005)
        rows = zip(before.iter(f"{W}tcW"), after.iter(f"{W}tcW"), strict=True)
        if place == SIGNATURE:
            assert all(
                int(attribute(b, "w")) == pytest.approx(int(attribute(a, "w")) * factor, rel=0.01) for a, b in rows
            )


def test_the_head_keeps_between_the_margins_and_its_right_side_on_one_line(tmp_path):
    """What stands on the right is never broken; the issuer on the left takes the rest."""
    space = Workspace(tmp_path / "w")
    space.unit("xa", name="Uỷ ban nhân dân xã Đông Hưng Thuận Thới", line="state")
    space.plan("xa", year=2021, text="Nội dung.", date="2021-11-02", place="Đông Hưng Thuận Thới")
    file = tmp_path / "a.docx"
    assert run(["render", "plans/2021/xa/ke-hoach.yaml", "--root", str(space.root), "-o", str(file)], TODAY) == 0
    head = tables(Measured(file))[0]
    left, right = grid(head)
    assert left + right <= 9071
    for words_, size, bold in (
        ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, True),
        ("Đông Hưng Thuận Thới, ngày 02 tháng 11 năm 2021", 14, False),
    ):
        assert words_ in words(head)
        assert right > width_of(words_, bold=bold) * size * 20
