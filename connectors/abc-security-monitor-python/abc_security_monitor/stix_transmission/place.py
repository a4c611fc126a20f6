import hashlib
import json

from .failure import Failure
from .promises import is_count, is_text


class Place:
    """A place between two rows of a result, from which `results` can continue.

    result_count: rows that lie before it. next_page_token: what the data source continues by, None where
    it continues by offset. total: rows of the whole result, None where no page has told it yet.
    """

    def __init__(self, result_count, next_page_token, total):
        self.result_count = result_count
        self.next_page_token = next_page_token
        self.total = total


def metadata_of(place, search_id):
    return {**vars(place), "fingerprint": _fingerprint(place, search_id)}


def place_of(metadata, search_id):
    """The place that metadata stands for; damaged or another search's metadata fails."""
    members = {"result_count", "next_page_token", "total", "fingerprint"}
    if isinstance(metadata, dict) and set(metadata) == members:
        place = Place(metadata["result_count"], metadata["next_page_token"], metadata["total"])
        if _is_sound(place) and metadata["fingerprint"] == _fingerprint(place, search_id):
            return place
    message = "metadata is not what an earlier results call gave for this search"
    raise Failure("invalid_parameter", message)


def _is_sound(place):
    token = place.next_page_token
    return is_count(place.result_count) and is_count(place.total) and (token is None or is_text(token))


def _fingerprint(place, search_id):
    """Binds a place to its search, and its numbers to each other: wrong ones would give wrong rows."""
    text = json.dumps([search_id, place.result_count, place.next_page_token, place.total])
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:32]
