class BasePingConnector:
    pass
