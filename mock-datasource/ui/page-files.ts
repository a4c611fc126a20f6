import { readFileSync } from 'node:fs'
import type { Router } from 'express'

/** Nothing but the page's own files, its pictures within them, and the control plane that it came from. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const HEADERS = {
  'content-security-policy': POLICY,
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-store',
}

const DOCUMENT = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>Mock data source</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="ui/page.css">
<script src="ui/page.js" type="module"></script>
</head>
<body><noscript>This page needs JavaScript.</noscript></body>
</html>
`

const FILES = [
  ['/ui/page.js', 'text/javascript; charset=utf-8', 'page.js'],
  ['/ui/page.css', 'text/css; charset=utf-8', 'page.css'],
] as const

/** The page and its files. They hold nothing of the mock, so that whoever has no token yet can be asked for it. */
export function addPage(router: Router): void {
  router.get('/ui', (_request, response) => {
    response.set(HEADERS).type('html').send(DOCUMENT)
  })
  for (const [path, type, file] of FILES) {
    router.get(path, (_request, response) => {
      response.set(HEADERS).set('content-type', type)
      response.send(readFileSync(new URL(file, import.meta.url)))
    })
  }
}
