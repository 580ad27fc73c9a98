"""Chinese, Japanese and Korean: words without blanks, particles behind words, what is said at the sentence's end."""

from collections.abc import Callable

import pytest

States = Callable[..., list[str | None]]
Amounts = Callable[..., str]


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("zh", "## 三、待解决问题", "open"),
        ("zh", "## 二、已修复的缺陷（12个）", "done"),
        ("zh", "## 失败的用例", "failed"),
        ("zh", "### 本轮实现的功能（4个）", None),
        ("zh", "### 本轮已实现的功能（4个）", "done"),
        ("zh", "## ESLint警告", None),
        ("ja", "## 完了済みのタスク", "done"),
        ("ja", "## 失敗したテスト", "failed"),
        ("ja", "## 残タスク", "open"),
        ("ja", "## ビルド警告", None),
        ("zh", "## 下周完成", None),
        ("ja", "倉庫では手作業が必要です。", None),
        ("ko", "## 해결된 문제", "done"),
        ("ko", "## 남은 작업", "open"),
        ("ko", "## 진행 중인 작업", "partial"),
        ("ko", "## ⚠️ 알려진 이슈", None),
    ],
)
def test_headings(states: States, language: str, line: str, expected: str | None) -> None:
    """A heading's state may follow its number, and a particle may join it to its noun."""
    assert states(line, language) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("zh", "**接口完成度**: 92%", "partial"),
        ("zh", "### 项目完成度：100%", "done"),
        ("zh", "- **文档完成度**: 0%", "open"),
        ("ja", "**実装完了率**: 72%", "partial"),
        ("ko", "### 배포 준비도: 70%", "partial"),
        ("ko", "**완료율**: 100%", "done"),
        ("en", "**Progress**: 100%", None),
        ("zh", "**审核状态**: 待审批", "open"),
        ("zh", "**发布状态**: 已发布", "done"),
        ("zh", "**评审结论**: 不建议上线", "failed"),
        ("zh", "**当前状态**: 联调中", "partial"),
        ("zh", "- 是否达标：是", "done"),
        ("ja", "**判定**: リリース可", "done"),
        ("ja", "**状態**: デプロイ済み", "done"),
        ("ja", "**状態**: 廃止", "na"),
        ("ko", "**결과**: 이상 없음", "done"),
        ("ko", "**상태**: 운영 중", "done"),
        ("ko", "**최종 판정**: 배포 불가", "failed"),
    ],
)
def test_keys(states: States, language: str, line: str, expected: str | None) -> None:
    """A degree of completion is a state by its share, and status words come in many forms."""
    assert states(line, language) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("zh", "系统目前还不能上线。", "failed"),
        ("zh", "系统暂不具备上线条件。", "failed"),
        ("zh", "如果部署失败，执行回滚脚本。", None),
        ("zh", "当测试全部通过后即可上线。", None),
        ("zh", "数据迁移工作已经结束。", "done"),
        ("ja", "本システムは予定どおり完了しました。", "done"),
        ("ja", "テストがすべて完了した場合にリリースします。", None),
        ("ja", "全テストが成功することを確認してください。", None),
        ("ja", "負荷試験は未実施です。", "open"),
        ("ko", "시스템은 **배포 준비 완료** 상태입니다.", "done"),
        ("ko", "테스트가 모두 완료되면 배포합니다.", None),
        ("ko", "모든 테스트가 통과하는지 확인하세요.", None),
        ("ko", "프로젝트가 계획대로 완료되었습니다.", "done"),
    ],
)
def test_sentences(states: States, language: str, line: str, expected: str | None) -> None:
    """Conditions and requests stand behind what they ask for."""
    assert states(line, language) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("zh", "- ✅ 状态流转（通过、拒绝）", "done"),
        ("zh", "- 下单 + 支付 + 完成", None),
        ("zh", "- 审核流程：提交 → 审核 → 通过", None),
        ("ja", "- ✅ 決裁フロー（承認、却下）", "done"),
        ("ja", "- `POST /api/orders/:id/approve` - 承認", None),
        ("ja", "- 申請 → 確認 → 完了", None),
        ("ja", "- テスト総数：256件（成功250件、失敗6件）", None),
        ("ja", "- 多言語対応：対象外", "na"),
        ("ja", "- 4件の警告", None),
        ("ko", "- Service worker 컴파일 경고", None),
        ("ko", "- 120건 중 118건 성공", "partial"),
    ],
)
def test_items(states: States, language: str, line: str, expected: str | None) -> None:
    """Steps of a flow, members of a sum and alternatives in brackets say nothing of the item."""
    assert states(line, language) == ([expected] if expected else [])


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("zh", "- 共执行 256 个测试用例", "value:256 count"),
        ("zh", "- 原本需要 3 天，现在只需 4 小时", "before:3 day; after:4 h"),
        ("zh", "- 近 30 天的日志", "value:30 day"),
        ("zh", "- 遗留问题：无", "value:0 count"),
        ("zh", "- 没有发现严重漏洞", "value:0 count"),
        ("zh", "- 二级缓存", ""),
        ("zh", "- 含3个默认角色", "value:3 count"),
        ("zh", "- 30%的提升", "delta:30 %"),
        ("zh", "- 每秒 500 次请求", "value:500 /s"),
        ("ja", "- 利用者数は300万人を超える", "value:>3e+06 count"),
        ("ja", "- パスワードは8文字以上", "target:>=8 count"),
        ("ja", "- 3つのサービスと24の画面", "value:3 count; value:24 count"),
        ("ja", "- コスト：20万円削減", "delta:200000 JPY"),
        ("ja", "- 1日あたり約2万件", "value:~20000 count"),
        ("ja", "- 第3フェーズの4章", ""),
        ("ja", "- 重大な脆弱性は検出されませんでした", "value:0 count"),
        ("ja", "設定後に対応すれば問題ありません。", ""),
        ("ja", "- 1時間以内に復旧", "target:<=1 h"),
        ("ko", "- 사용자 수는 1만 2천 명", "value:12000 count"),
        ("ko", "- 비용 20만 원 절감", "delta:200000 KRW"),
        ("ko", "- 커버리지 5%p 상승", "delta:5 %"),
        ("ko", "- 2단계 인증", ""),
        ("ko", "- 초당 500건", "value:500 /s"),
        ("ko", "- 심각한 취약점이 발견되지 않음", "value:0 count"),
        ("zh", "- 仅统计过去1小时的记录", "value:1 h"),
        ("ru", "- Взвешивание займёт 30-60 минут", "value:30..60 min"),
        ("ru", "- Взвешено за 5 минут", "value:5 min"),
        ("ko", "- 로딩 시간: 개선 전 4.2초 → 개선 후 1.8초", "before:4.2 s; after:1.8 s"),
    ],
)
def test_amounts(amounts: Amounts, language: str, line: str, expected: str) -> None:
    """Counters, particles, myriads, and what stands behind the number it speaks of."""
    assert amounts(line, language) == expected


@pytest.mark.parametrize(
    ("language", "header", "row", "expected"),
    [
        ("zh", "| 模块 | 完成率 | 备注 |", "| 登录 | 100% | 无 |", "done"),
        ("ja", "| 分類 | 完了率 | 備考 |", "| 帳票 | 60% | 図が残る |", "partial"),
        ("ko", "| 구분 | 완료율 | 비고 |", "| 연동 | 0% | 4월 |", "open"),
        ("zh", "| 项目 | 目标 | 实际 | 完成率 |", "| 用例 | 100 | 90 | 90% |", None),
        ("zh", "| 任务 | 负责人 | 进展 |", "| 压测 | 王芳 | 进行中 |", "partial"),
        ("ko", "| 작업 | 담당자 | 진행 상황 |", "| 문서 | 이영희 | 완료 |", "done"),
        ("ja", "| リスク | 影響度 | 対策 |", "| 移行失敗 | 高 | 切り戻し |", None),
    ],
)
def test_rows(states: States, language: str, header: str, row: str, expected: str | None) -> None:
    """A column of shares tells how far each row's thing is; risks are named, not stated."""
    dashes = "|" + "---|" * (header.count("|") - 1)
    assert states(f"{header}\n{dashes}\n{row}", language) == ([expected] if expected else [])
