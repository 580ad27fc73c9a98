"""A broker that lost its connection gives a message again while it is still being handled."""

from uuid import UUID

import pytest

from gonogo_notifier.on_notification_requested import held
from gonogo_platform.errors import Transient
from services.notifier.tests.examples import DELIVERY, REVIEW


def test_a_delivery_is_sent_by_one_at_a_time() -> None:
    """The second waits in the queue; another delivery does not."""
    in_hand = {REVIEW}
    with held(DELIVERY, in_hand), pytest.raises(Transient, match="right now"), held(DELIVERY, in_hand):
        pytest.fail("two senders at once")
    assert in_hand == {REVIEW}


def test_a_failed_delivery_is_let_go() -> None:
    """Or the queue could never try it again."""
    in_hand: set[UUID] = set()
    with pytest.raises(ValueError, match="failed"), held(DELIVERY, in_hand):
        raise ValueError("failed")
    assert in_hand == set()
