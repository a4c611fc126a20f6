from .base_results_connector import BaseResultsConnector


class BaseJsonResultsConnector(BaseResultsConnector):
    pass
