import { describe, expect, it } from 'vitest'
import { heatMap } from '../../../../harness/report/html/heat-map.ts'

const tally = (name: string, method: 'ping' | 'results', tried: number, violated = 0) => ({
  ...{ name, method, tried, violated },
  held: tried - violated,
})

describe('a heat map', () => {
  const { markup } = heatMap('Faults', 'Fault', [
    tally('hang', 'ping', 1),
    tally('hang', 'results', 2_000),
    tally('reset', 'results', 30, 2),
    tally('reset', 'ping', 0),
  ])

  it('says in words what its colours say', () => {
    expect(markup).toContain('data-method="results" class="broken">✗ 2<small> of 30</small>')
    expect(markup).toContain('data-method="ping" class="untried">–')
    expect(markup).toContain('data-method="results" class="shade-5">2,000<')
    expect(markup).toContain('data-method="ping" class="shade-1">1<')
  })

  it('is a table with the methods in the order of the contract', () => {
    expect(markup).toContain('<caption>Faults</caption>')
    expect(markup.indexOf('<code>ping</code>')).toBeLessThan(markup.indexOf('<code>results</code>'))
    expect(markup).not.toContain('<code>query</code>')
  })
})
