import base64
import json
import re

MASK = "***"
URL_SAFE = str.maketrans("+/", "-_")
MAX_LENGTH = 16_384

# Characters that steer a terminal, end a line, turn the direction of writing, or have no UTF-8 form.
STEERING = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


def safe_text(text, auth):
    """A text fit for an envelope: secrets masked, control characters written out, not endless.

    `auth` is the configuration's, as it was given: a data source may repeat in a message what it was
    sent, as it was or encoded.
    """
    masked = _mask(text, auth if isinstance(auth, dict) else {})
    cut = masked[:MAX_LENGTH] + "…" if len(masked) > MAX_LENGTH else masked
    return STEERING.sub(lambda match: f"\\u{ord(match[0]):04x}", cut)


def _mask(text, auth):
    secrets = [
        value
        for name, value in auth.items()
        if name != "username" and isinstance(value, str) and value != ""
    ]
    if not secrets:
        return text
    credentials = f"{auth.get('username')}:{auth.get('password')}"
    forms = secrets + [json.dumps(secret)[1:-1] for secret in secrets]
    forms += [json.dumps(secret, ensure_ascii=False)[1:-1] for secret in secrets]
    for plain in [credentials, *secrets]:
        octets = plain.encode("utf-8", "surrogatepass")
        padded = base64.b64encode(octets).decode("ascii")
        forms += [padded, padded.rstrip("="), padded.rstrip("=").translate(URL_SAFE)]
    # Most texts hold none, and the expression is dear to compile. What is percent-encoded, it alone finds.
    if "%" not in text and not any(_with_blanks(form) in _with_blanks(text) for form in forms):
        return text
    longest_first = sorted(set(forms), key=len, reverse=True)
    return re.sub("|".join(map(_any_percent_form, longest_first)), MASK, text)


def _with_blanks(text):
    """With a blank for each plus, which is one in a form."""
    return text.replace("+", " ")


def _any_percent_form(text):
    """Matches the text with any of its characters percent-encoded, in capital or small hex digits."""
    return "".join(map(_any_character_form, text))


def _any_character_form(character):
    octets = character.encode("utf-8", "surrogatepass")
    percent = "".join(f"%(?i:{octet:02x})" for octet in octets)
    plus = "|\\+" if character == " " else ""
    return f"(?:{re.escape(character)}{plus}|{percent})"
