class BaseDeleteConnector:
    pass
