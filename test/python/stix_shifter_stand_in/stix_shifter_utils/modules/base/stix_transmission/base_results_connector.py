class BaseResultsConnector:
    pass
