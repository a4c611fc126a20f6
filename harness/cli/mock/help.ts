/** What stands below the options of `mock`. */
export const HELP = `
A fault is kind,field=value,… or JSON. Kinds: api-error (code), http-status (status, body), latency
(milliseconds), hang, drip (milliseconds), reset, close-mid-body, malformed-json, empty-body, html-page,
wrong-content-type, not-utf8, oversized, schema-drift (field; to or remove), rate-limit (requests,
milliseconds), page-anomaly (variant), redirect (to); docs/mock.md has all their fields. Where and when:
operation, search, query (a text in it), page, nth (that succeeds), times, after, probability, seed.
  --fault http-status,status=503,operation=status,times=1
  --fault reset,page=3,times=1
  --fault schema-drift,operation=status,field=progress,remove=true
  --fault '{"kind":"http-status","status":503,"headers":{"Retry-After":"5"}}'

A recipe is name or name,field=value,…; \`connector-contract recipes\` lists them.
  --recipe search-expires-while-paging
  --recipe rate-limited-then-fine,requests=3

The state file holds the mock's passwords and can be read by its owner only. Exit codes: 0 stopped by
SIGINT or SIGTERM; 2 wrong use, such as a port in use or a file that cannot be read.`
