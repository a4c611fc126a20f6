import { describe, expect, it } from 'vitest'
import { jsonInScript } from '../../../../harness/report/html/json-in-script.ts'

describe('JSON in a script', () => {
  it.each(['</script><script>alert(1)</script>', '<!--<script>', '\u2028</SCRIPT >'])(
    'cannot be ended by %j, and is the same JSON',
    (text) => {
      const written = jsonInScript({ [text]: text })
      expect(written).not.toContain('<')
      expect(JSON.parse(written)).toEqual({ [text]: text })
    },
  )
})
