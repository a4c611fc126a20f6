import { describe, expect, it } from 'vitest'
import { bodyText } from '../../../../harness/report/html/body-text.ts'

describe('a body', () => {
  it('that is short stands on the page as it is', () => {
    expect(bodyText('{"code":200}').markup).toBe('<code class="body">{&quot;code&quot;:200}</code>')
  })

  it('that is long is folded: brief at first, then as JSON over several lines', () => {
    const { markup } = bodyText(JSON.stringify({ code: 200, data: Array(60).fill({ id: 'a' }) }))
    expect(markup).toMatch(/^<details class="body"><summary><code>.{1,400}… 5\d more …/)
    expect(markup).toContain('\n      &quot;id&quot;: &quot;a&quot;\n')
  })

  it('that is very long is cut, with what is left out', () => {
    const { markup } = bodyText('x'.repeat(10_000))
    expect(markup.length).toBeLessThan(4_000)
    expect(markup).toContain('\n… 7,000 more characters')
  })

  it('of which the journal has a part alone says so', () => {
    expect(bodyText('{"code":2', true).markup).toContain('the journal keeps no more')
  })
})
