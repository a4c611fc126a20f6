import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Html, html } from './html.ts'
import { jsonInScript } from './json-in-script.ts'

/** What makes a page. */
export interface Page {
  readonly title: string
  /** A character for the tab. */
  readonly icon: string
  readonly body: Html
  /** The record to keep in the page, so that it can be saved from there. */
  readonly record?: unknown
}

/** In the order in which they count. */
const STYLES = [
  'base',
  'controls',
  'verdict',
  'filters',
  'tables',
  'violations',
  'sequence',
  'phone',
  'print',
]

const read = (name: string) => readFileSync(new URL(name, import.meta.url), 'utf8')

/**
 * A page that needs nothing but itself: style, script and icon are in it, and its policy lets it load nothing
 * and run no other script.
 */
export function document({ title, icon, body, record }: Page): string {
  const style = STYLES.map((name) => read(`style/${name}.css`)).join('')
  const script = read('page.js')
  const policy = [
    "default-src 'none'",
    'img-src data:',
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ')
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}</title>
<link rel="icon" href="${iconAddress(icon)}">
<style>${new Html(style)}</style>
</head>
<body>
${body}
${record === undefined ? '' : html`<script type="application/json" id="record">${new Html(jsonInScript(record))}</script>`}
<script>${new Html(script)}</script>
</body>
</html>
`
  return page.markup
}

function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`
}

function iconAddress(character: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16"><text x="8" y="13" font-size="14" text-anchor="middle">${character}</text></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
