import { signal } from '@preact/signals'
import type { Spec } from './wire.ts'

/** The fault that the form holds. */
export const draft = signal<Spec>({ kind: 'api-error' })

/** As `--fault` takes it. */
export function optionOf(spec: Spec): string {
  const { kind, ...fields } = spec
  const pairs = Object.entries(fields)
  const isPlain = pairs.every(
    ([, value]) => typeof value !== 'object' && !/[,"']/.test(String(value)),
  )
  const text = isPlain
    ? [kind, ...pairs.map(([name, value]) => `${name}=${value}`)].join(',')
    : JSON.stringify(spec)
  return `--fault ${/^[\w=,./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`}`
}
