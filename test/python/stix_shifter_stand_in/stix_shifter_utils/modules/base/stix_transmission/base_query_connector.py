class BaseQueryConnector:
    pass
