/**
 * Node's own module `http`, for the values in it. Imported, it would have Node load its `fetch` as well, for which a
 * process that serves nothing but a case or two would wait longer than for all else here.
 */
export const { createServer, STATUS_CODES, validateHeaderName, validateHeaderValue } =
  process.getBuiltinModule('node:http')
