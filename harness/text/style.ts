import { styleText } from 'node:util'

type Format = Parameters<typeof styleText>[0]

/**
 * Text for standard output in a style, where a person looks at it: on a terminal, and there only without
 * `NO_COLOR` and outside CI.
 */
export function style(format: Format, text: string): string {
  if (process.env['CI'] !== undefined && process.env['FORCE_COLOR'] === undefined) return text
  return styleText(format, text, { stream: process.stdout, validateStream: true })
}
