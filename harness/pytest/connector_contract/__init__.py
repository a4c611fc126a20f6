"""The clauses of the connector contract as pytest tests, and a mock data source as a fixture."""

from .contracts import Contract, contract
from .errors import ContractError, ContractViolation, ContractWarning
from .mock_data_source import Fault, MockDataSource, Request

__all__ = [
    "Contract",
    "ContractError",
    "ContractViolation",
    "ContractWarning",
    "Fault",
    "MockDataSource",
    "Request",
    "contract",
]
