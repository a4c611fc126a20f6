import { because, type Of, type Verdict } from './verdict.ts'

/** Page sizes, of which one is only known to be no smaller where no more rows were there. */
export function compareSizes(url: Of<'size'>, against: Of<'size'>): Verdict {
  if (!url.isLeast && !against.isLeast) return url.value === against.value ? 'agrees' : 'differs'
  const isLarger = (one: Of<'size'>, other: Of<'size'>) =>
    one.isLeast && !other.isLeast && one.value > other.value
  if (isLarger(url, against) || isLarger(against, url)) return 'differs'
  return because({ url: tooFew(url), against: tooFew(against) })
}

function tooFew({ value, isLeast }: Of<'size'>): string | undefined {
  if (!isLeast) return undefined
  return `the largest page that was seen (${value}) held all rows; give --query more of them`
}
