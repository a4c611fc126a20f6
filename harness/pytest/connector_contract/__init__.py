"""The clauses of the connector contract as pytest tests, and a mock data source as a fixture."""

from .contracts import Contract, contract
from .errors import ContractError, ContractViolation, ContractWarning

__all__ = [
    "Contract",
    "ContractError",
    "ContractViolation",
    "ContractWarning",
    "contract",
]
