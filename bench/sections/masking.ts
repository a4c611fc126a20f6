import { formsOf } from '../../contracts/secrets/forms-of.ts'
import { SecretMasker } from '../../contracts/secrets/secret-masker.ts'
import { type Figure, milliseconds, ratio, sampled } from '../figure.ts'

const MOST = { atMost: 3 }
/** In characters: the texts of a report that has found much. */
const LENGTH = 500_000
const SECRETS = 500

/**
 * What masking a text takes that is twice as long, or where there are twice as many secrets to look for: both may take
 * twice the time, and no more. The text is what reports hold: JSON within JSON, URLs, and a secret now and then.
 */
export function maskingCost(rounds: number): Figure[] {
  const [few, many] = [maskerOf(SECRETS), maskerOf(2 * SECRETS)]
  const [short, long] = [textOf(LENGTH), textOf(2 * LENGTH)]
  const times = Array.from({ length: rounds }, () => ({
    usual: timeOf(() => few.mask(short)),
    longer: timeOf(() => few.mask(long)),
    more: timeOf(() => many.mask(short)),
  }))
  const usual = times.map((each) => each.usual)
  const against = (of: (each: (typeof times)[number]) => number) =>
    times.map((each) => of(each) / each.usual)
  return [
    sampled('masking: 500,000 characters, 500 secrets', usual, undefined, milliseconds),
    sampled(
      'masking: a text twice as long',
      against(({ longer }) => longer),
      MOST,
      ratio,
    ),
    sampled(
      'masking: twice as many secrets',
      against(({ more }) => more),
      MOST,
      ratio,
    ),
  ]
}

function secretAt(place: number): string {
  return `secret-${place * 7_919}/+&"${place}`
}

function maskerOf(count: number): SecretMasker {
  const masker = new SecretMasker()
  for (let place = 0; place < count; place++) {
    masker.add(formsOf({ name: 'key', value: secretAt(place) }))
  }
  return masker
}

function textOf(length: number): string {
  let text = ''
  for (let row = 0; text.length < length; row++) {
    const url = `/searches/${row}/results?query=${encodeURIComponent(`a = "${row}"`)}`
    const said = row % 50 === 0 ? secretAt(row % SECRETS) : `evt-${row}`
    text += `${JSON.stringify(JSON.stringify({ url, said, ok: true }))}\n`
  }
  return text.slice(0, length)
}

function timeOf(act: () => unknown): number {
  const start = performance.now()
  act()
  return performance.now() - start
}
