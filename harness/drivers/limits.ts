/** In characters, as JSON. The largest answer that any check asks for is a sixth of it. */
export const LARGEST_VALUE = 32 * 1024 * 1024
/** In levels. Python's reader of JSON gives up at about a thousand, and no row needs ten. */
export const DEEPEST_VALUE = 900
