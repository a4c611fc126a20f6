import { UsageError } from '../errors.ts'
import { nestsDeeper } from '../text/json-depth.ts'
import { visible } from '../text/visible.ts'
import { Exchange } from './exchange.ts'

/** In levels: an exchange has half as many. */
const DEEPEST = 12

/** The exchange that a line of a recording is. @throws UsageError that begins with where it is, where it is none. */
export function exchangeIn(bytes: Buffer, where: string): Exchange {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    if (nestsDeeper(text, DEEPEST)) throw new Error('it is nested too deep')
    const exchange = Exchange.safeParse(JSON.parse(text))
    if (exchange.success) return exchange.data
    const [issue] = exchange.error.issues
    throw new Error(`${issue?.path.join('.')}: ${issue?.message}`)
  } catch (error) {
    throw new UsageError(visible(`${where} is no exchange: ${(error as Error).message}`))
  }
}
