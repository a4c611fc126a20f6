import re

from .answering import answering
from .failure import Failure
from .place import Place, metadata_of, place_of
from .promises import is_count, is_text, require_promised
from .search_id import require_search_id
from .shifter import BaseJsonResultsConnector

MAX_PAGE_ROWS = 1_000
# What is larger than any result counts as this, the largest number that every JSON reader holds.
MAX_COUNT = 2**53 - 1


class ResultsConnector(BaseJsonResultsConnector):
    def __init__(self, api_client):
        self.api_client = api_client

    @answering
    async def create_results_connection(self, search_id, offset, length, metadata=None):
        """Rows [offset, offset + length), or as many from where metadata says, over several pages."""
        search_id = require_search_id(search_id)
        offset, length = _count(offset, "offset"), _count(length, "length")
        place = Place(offset, None, None) if metadata is None else place_of(metadata, search_id)
        limit = self.api_client.settings.result_limit or MAX_COUNT
        wanted = max(0, min(length, limit - place.result_count))
        rows, place = await self._walk(search_id, place, wanted)
        answer = {"success": True, "data": rows}
        if place.result_count < min(place.total, limit):
            answer["metadata"] = metadata_of(place, search_id)
        return answer

    async def _walk(self, search_id, place, wanted):
        """Reads page after page: one at least, to hear of the search's errors where no row is wanted."""
        rows, seen = [], set()
        while True:
            limit = max(1, min(wanted - len(rows), MAX_PAGE_ROWS))
            page = await self.api_client.get_search_results(search_id, _start(place), limit)
            _require_page(page)
            _require_sound(page, place, limit)
            _require_new_rows(page["data"], seen)
            if wanted == 0:
                return rows, Place(place.result_count, place.next_page_token, page["total"])
            rows += page["data"]
            position = place.result_count + len(page["data"])
            place = Place(position, page["next_page_token"], page["total"])
            if place.next_page_token is None or len(rows) >= wanted:
                return rows, place


def _count(value, name):
    if isinstance(value, str) and re.fullmatch("[0-9]+", value):
        digits = value.lstrip("0") or "0"
        return MAX_COUNT if len(digits) > 16 else min(int(digits), MAX_COUNT)
    if is_count(value):
        return min(value, MAX_COUNT)
    raise Failure("invalid_parameter", f"{name} must be a whole number from 0 upwards")


def _start(place):
    if place.next_page_token is None:
        return "offset", place.result_count
    return "page_token", place.next_page_token


def _require_page(page):
    data, token = page.get("data"), page.get("next_page_token")
    rows = isinstance(data, list) and all(isinstance(row, dict) for row in data)
    require_promised(rows, "data")
    require_promised(is_count(page.get("offset")), "offset")
    require_promised(is_count(page.get("total")), "total")
    require_promised("next_page_token" in page and (token is None or is_text(token)), "next_page_token")


def _require_sound(page, place, limit):
    """Holds a page against what was asked and what pages before it said.

    A data source that errs gives a failure then, rather than rows that are missing or there twice.
    """
    count, total, token = len(page["data"]), page["total"], page["next_page_token"]
    end = place.result_count + count
    problems = {
        "a page starts at another row than asked for": count and page["offset"] != place.result_count,
        "a page holds more rows than asked for": count > limit,
        "the total changed": place.total is not None and total != place.total,
        "a page goes beyond the total": count and end > total,
        "a page is empty although rows remain": count == 0 and end < total,
        "a page token is given although no rows remain": token is not None and end >= total,
        "rows remain although no page token is given": token is None and end < total,
        "a page token is repeated": token is not None and token == place.next_page_token,
    }
    _fail_with_first(problems)


def _require_new_rows(rows, seen):
    """A row is known by its id, where the query selects it."""
    for row in rows:
        key = repr(row.get("id"))
        _fail_with_first({"a row is repeated": "id" in row and key in seen})
        seen.add(key)


def _fail_with_first(problems):
    for problem, is_there in problems.items():
        if is_there:
            raise Failure("unknown", f"The data source contradicts itself: {problem}")
