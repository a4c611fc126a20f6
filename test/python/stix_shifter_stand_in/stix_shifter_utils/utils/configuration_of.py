import json
import os

OPTIONS = {
    "result_limit": {"default": 10000},
    "timeout": {"default": 30, "min": 1, "max": 3600},
}


def checked_connection(folder, connection):
    """What the module at `folder` may be given, with what it is not given but has a default."""
    with open(os.path.join(folder, "configuration", "config.json")) as file:
        known = json.load(file)["connection"]
    own_options = known.pop("options", {})
    options = {name: dict(rule, **own_options.get(name, {})) for name, rule in OPTIONS.items()}
    checked = _checked({name: rule for name, rule in known.items() if name != "type"}, connection)
    checked["options"] = _checked(options, connection.get("options", {}))
    return checked


def _checked(rules, given):
    unexpected = [name for name in given if name not in rules and name != "options"]
    missing = [
        name
        for name, rule in rules.items()
        if name not in given and "default" not in rule and not rule.get("optional")
    ]
    if unexpected or missing:
        raise ValueError({"missing_params": missing, "unexpected_params": unexpected})
    for name, rule in rules.items():
        if "min" in rule and name in given and not rule["min"] <= given[name] <= rule["max"]:
            raise ValueError("%s must be from %s to %s" % (name, rule["min"], rule["max"]))
    defaults = {name: rule["default"] for name, rule in rules.items() if "default" in rule}
    return dict(defaults, **{name: value for name, value in given.items() if name != "options"})
