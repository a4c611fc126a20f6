class BaseStatusConnector:
    pass
