import * as z from 'zod'
import { AnyStatus } from '../any-status.ts'
import { defineFaultKind } from '../fault-kind.ts'

const PAGE = `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>Sign in</title></head>
<body><h1>Sign in</h1><form method="post" action="/login"><input name="user"></form></body>
</html>
`

/** The page of a login or a proxy, as those answer in front of an API. The operation is not performed. */
export const htmlPage = defineFaultKind({
  schema: z.strictObject({
    kind: z.literal('html-page'),
    /** 200 without it. */
    status: AnyStatus.optional(),
  }),
  proceeds: false,
  strike: ({ status = 200 }) => ({
    status,
    headers: { 'content-type': 'text/html; charset=utf-8' },
    body: [Buffer.from(PAGE)],
  }),
})
