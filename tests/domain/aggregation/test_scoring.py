"""Scores of probabilities against gold."""

from __future__ import annotations

import numpy as np
import pytest

from annotator.domain.aggregation import scoring

POSTERIOR = np.array([[0.9, 0.1], [0.6, 0.4], [0.2, 0.8], [0.5, 0.5]])
GOLD = np.array([0, 1, 1, -1])


def test_scores_count_items_with_gold_only() -> None:
    found = scoring.scores(POSTERIOR, GOLD)

    assert found.items == 3
    assert found.accuracy == pytest.approx(2 / 3)
    assert found.balanced_accuracy == pytest.approx((1 + 0.5) / 2)
    assert found.log_loss == pytest.approx(-np.log([0.9, 0.4, 0.8]).mean())
    assert found.brier == pytest.approx(np.mean([0.02, 0.72, 0.08]))
    assert found.expected_calibration_error == pytest.approx((0.1 + 0.6 + 0.2) / 3)


def test_log_loss_and_brier_are_those_of_scikit_learn() -> None:
    from sklearn.metrics import balanced_accuracy_score, log_loss

    rng = np.random.default_rng(0)
    posterior = rng.dirichlet(np.ones(4), 200)
    gold = rng.integers(4, size=200)

    assert scoring.log_loss(posterior, gold) == pytest.approx(log_loss(gold, posterior))
    assert scoring.balanced_accuracy(posterior, gold) == pytest.approx(
        balanced_accuracy_score(gold, posterior.argmax(axis=1))
    )


def test_a_reliability_diagram_has_ten_bins_with_claim_and_truth() -> None:
    diagram = scoring.reliability(POSTERIOR, GOLD)

    assert diagram.edges.tolist() == pytest.approx([number / 10 for number in range(11)])
    assert diagram.count.tolist() == [0, 0, 0, 0, 0, 0, 1, 0, 1, 1]
    assert diagram.confidence[[6, 8, 9]].tolist() == pytest.approx([0.6, 0.8, 0.9])
    assert diagram.accuracy[[6, 8, 9]].tolist() == [0, 1, 1]
    assert np.isnan(diagram.accuracy[0])


def test_certainty_falls_into_the_last_bin_and_truths_of_their_claim_have_no_error() -> None:
    diagram = scoring.reliability(np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([0, 1]))

    assert diagram.count[-1] == 2
    assert diagram.expected_calibration_error == 0


def test_the_consensus_given_decides_a_tie() -> None:
    even = np.full((1, 2), 0.5)

    assert scoring.accuracy(even, np.array([1])) == 0
    assert scoring.accuracy(even, np.array([1]), np.array([1])) == 1


def test_without_gold_scores_are_undefined() -> None:
    found = scoring.scores(POSTERIOR, np.full(4, -1))

    assert found.items == 0
    assert all(np.isnan([found.accuracy, found.balanced_accuracy, found.log_loss, found.brier]))
    assert np.isnan(found.expected_calibration_error)
