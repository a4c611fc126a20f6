"""The command line, as stix-shifter's own has it: numbers arrive as strings, and a status has no metadata.

    python3 main.py transmit <module> '<connection>' '<configuration>' <method> [arguments]
"""

import json
import sys

from stix_shifter.stix_transmission.stix_transmission import StixTransmission


def main(arguments):
    _transmit, module, connection, configuration, method, *values = arguments
    transmission = StixTransmission(module, json.loads(connection), json.loads(configuration))
    if method == "status":
        values = values[:1]
    if method == "results":
        values[3:] = [json.loads(metadata) for metadata in values[3:]]
    result = getattr(transmission, method)(*values)
    print(json.dumps(result, indent=4, default=str))


if __name__ == "__main__":
    main(sys.argv[1:])
