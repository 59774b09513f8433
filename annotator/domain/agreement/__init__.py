"""How far annotators agree, beyond chance, with intervals; missing answers are missing, never a category.

A `Table` holds the answers; `measure` gives one statistic as an `Estimate`, `measure_all` those that make sense.
"""

from annotator.domain.agreement.estimate import Estimate
from annotator.domain.agreement.measure import MEANINGS, NOMINAL, ORDINAL, TITLES, Statistic, measure, measure_all
from annotator.domain.agreement.table import Table

__all__ = ["MEANINGS", "NOMINAL", "ORDINAL", "TITLES", "Estimate", "Statistic", "Table", "measure", "measure_all"]
