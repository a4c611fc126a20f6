/**
 * The forms in which HTTP/1.1 allows an answer to come, in the order in which checks try them: first those that
 * real servers and proxies use most. Source: NET-6.
 */
export const ANSWER_FORMS = [
  'chunked',
  'until-close',
  'closed-since',
  'odd-case',
  'in-pieces',
  'chunk-extensions',
  'close',
  'gzip',
  'http-1.0',
  'after-103',
  'chunked-close',
  'http-1.0-until-close',
  'deflate',
  'no-reason',
  'http-1.0-kept-alive',
  'after-several',
  'br',
  'close-left-to-client',
  'after-102',
  'after-199',
  'http-1.0-after-103',
  'after-100',
  'closed-at-next',
] as const
export type AnswerFormName = (typeof ANSWER_FORMS)[number]
