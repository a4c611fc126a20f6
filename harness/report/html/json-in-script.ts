/** A JSON value as the text of a `<script type="application/json">`, which nothing in it can end. */
export function jsonInScript(value: unknown): string {
  // Neither `</script` nor `<!--`, which opens a state in which `</script` does not end it.
  return JSON.stringify(value).replaceAll('<', '\\u003c')
}
