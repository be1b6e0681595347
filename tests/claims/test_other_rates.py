"""What is converted at other rates than the day's, or is no conversion: it accuses nobody."""

from __future__ import annotations

from datetime import date

import pytest

CASES = [
    # At equal purchasing power.
    ("zh", "2020-06-24", "", "按购买力平价计算，1 美元相当于 3.04 元人民币。"),
    ("zh", "2020-06-24", "refuted", "按市价计算，1 美元相当于 3.04 元人民币。"),
    ("en", "2020-06-24", "", "In purchasing power parity its output is 14bn yuan ($4bn)."),
    ("en", "2020-06-24", "refuted", "In the last year its output was 14bn yuan ($4bn)."),
    ("de", "2020-06-24", "", "Kaufkraftbereinigt sind es 14 Milliarden Yuan (4 Milliarden Dollar)."),
    # At the rate of the year that is told.
    ("zh", "2019-10-20", "", "那时人均只有 119 元，按当年汇率约合 36 美元。"),
    ("zh", "2019-10-20", "refuted", "现在人均只有 119 元，按今天汇率约合 36 美元。"),
    # The month, with blanks about the figures or without.
    ("zh", "2019-12-28", "supported", "2019 年 2 月，公司被处以 570 万美元 (约 3809 万元人民币) 的罚款。"),
    ("zh", "2019-12-28", "supported", "2019年2月，公司被处以570万美元(约3809万元人民币)的罚款。"),
    ("zh", "2019-12-28", "refuted", "2019 年 12 月，公司被处以 570 万美元 (约 3809 万元人民币) 的罚款。"),
    # Ranges, each end in one money and both in the other.
    ("zh", "2020-01-13", "", "票价降至 50 新加坡元至 100 新加坡元，约合 253 元至 506 元人民币。"),
    ("zh", "2020-01-13", "refuted", "票价降至 100 新加坡元，约合 253 元人民币。"),
    # All that was told, of which the last is one.
    ("zh", "2020-04-12", "", "将拨款超过 1210 亿元，并减税超过 1 万亿元，共约合 1593 亿美元。"),
    ("zh", "2020-04-12", "refuted", "将减税超过 1 万亿元，共约合 1993 亿美元。"),
    # What a rate moved by is no rate.
    ("vi", "2019-05-21", "", "Giá bán USD ở mức 23.455 đồng / USD, giảm 15 đồng / USD so với buổi sáng."),
    # Figures in words on both sides.
    ("zh", "2019-08-17", "supported", "人民币汇率跌破一美元兑七元人民币的心理关口。"),
    # A land's own cent.
    ("vi", "2018-06-30", "close", "giá chỉ 3 cent Malaysia (khoảng gần 200 đồng)"),
    # A bond that is paid back is no exchange.
    ("zh", "2020-02-13", "", "公司有价值 30 亿美元的债券，当年未能兑付人民币 20 亿元债券。"),
]


@pytest.mark.parametrize(("language", "day", "expected", "text"), CASES)
def test_verdicts(language, day, expected, text, checked):
    found = checked(text, date.fromisoformat(day), lang=language)
    assert " ".join(claim.finding.verdict for claim in found) == expected
