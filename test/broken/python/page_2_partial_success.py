"""PAGE-2 error behind the first page: success with the rows so far where a later page fails"""

from _correct import run
from abc_security_monitor.stix_transmission.api_client import APIClient
from abc_security_monitor.stix_transmission.failure import Failure

get_search_results = APIClient.get_search_results
NO_MORE = {"code": 200, "data": [], "next_page_token": None}
seen = {}


async def get_what_there_is(self, search_id, start, limit):
    try:
        page = await get_search_results(self, search_id, start, limit)
    except Failure:
        if not seen:
            raise
        return {**NO_MORE, "offset": 0, "total": seen["total"]}
    seen.update(page)
    return page


APIClient.get_search_results = get_what_there_is
from abc_security_monitor.stix_transmission import results_connector  # noqa: E402

results_connector._require_sound = lambda page, place, limit: None

run()
