import { expect, test } from 'vitest'
import { whoseTurn } from '../../../../../harness/drivers/command/warm/whose-turn.ts'

test('calls that are few apart come from both parents about as often as not, however far apart', () => {
  for (let apart = 1; apart <= 12; apart += 1) {
    const others = Array.from(
      { length: 1_000 },
      (_, call) => whoseTurn(call) !== whoseTurn(call + apart),
    )
    const share = others.filter(Boolean).length / others.length
    expect(share).toBeGreaterThan(0.3)
    expect(share).toBeLessThan(0.7 + 0.05)
  }
})
