import * as z from 'zod'
import { UsageError } from '../errors.ts'
import { nestsDeeper } from '../text/json-depth.ts'
import { readGiven } from '../text/read-given.ts'
import { visible } from '../text/visible.ts'
import { type Body, bodyOf, type Exchange, OF_CONNECTIONS } from './exchange.ts'
import { ExchangeMasker } from './exchange-masker.ts'

const DEEPEST = 1_000
/** In bytes: a text in memory has no room for more. */
const LONGEST = 480 * 1_024 ** 2

const Named = z.object({ name: z.string(), value: z.string() })
const Content = z.object({ text: z.string().optional(), encoding: z.string().optional() })

/** What is read of a HAR 1.2 file, as browsers and proxies write them. */
const Har = z.object({
  log: z.object({
    entries: z.array(
      z.object({
        startedDateTime: z.string().optional(),
        time: z.number().optional(),
        request: z.object({
          method: z.string().min(1),
          url: z.string(),
          headers: z.array(Named),
          postData: z.object({ text: z.string().optional() }).optional(),
        }),
        response: z.object({ status: z.int(), headers: z.array(Named), content: Content }),
      }),
    ),
  }),
})
type Entry = z.infer<typeof Har>['log']['entries'][number]

/** The exchanges of a HAR file, without secrets. @throws UsageError where it is none. */
export function exchangesInHar(path: string, option: string): readonly Exchange[] {
  const har = Har.safeParse(contentOf(path, option))
  if (!har.success) {
    const [issue] = har.error.issues
    throw new UsageError(
      visible(`${option} ${path} is no HAR file: ${issue?.path.join('.')}: ${issue?.message}`),
    )
  }
  const masker = new ExchangeMasker()
  return har.data.log.entries.map(
    (entry, place) => masker.mask(exchangeOf(entry, place + 1)).exchange,
  )
}

function contentOf(path: string, option: string): unknown {
  try {
    const text = readGiven(path, LONGEST)
    if (nestsDeeper(text, DEEPEST)) throw new Error('it is nested too deep')
    return JSON.parse(text)
  } catch (error) {
    throw new UsageError(visible(`${option} ${path} cannot be read: ${(error as Error).message}`))
  }
}

function exchangeOf({ startedDateTime, time, request, response }: Entry, n: number): Exchange {
  const url = URL.parse(request.url)
  const sent = request.postData?.text
  const body = bodyIn(response.content)
  return {
    n,
    ...(startedDateTime !== undefined && { time: startedDateTime }),
    ...(time !== undefined && time >= 0 && { took: time }),
    request: {
      method: request.method,
      path: url === null ? '/' : `${url.pathname}${url.search}`,
      headers: listOf(request.headers),
      ...(sent !== undefined && sent !== '' && { body: { text: sent } }),
    },
    // Tools write 0 where no answer came.
    ...(response.status < 100
      ? { trouble: 'no answer came' }
      : {
          response: {
            status: response.status,
            // What is written down is not compressed any more.
            headers: listOf(response.headers).filter(
              ([name]) =>
                !OF_CONNECTIONS.test(name) &&
                !/^(?:content-encoding|content-length|:.*)$/i.test(name),
            ),
            ...(body && { body }),
          },
        }),
  }
}

function bodyIn({ text, encoding }: z.infer<typeof Content>): Body | undefined {
  if (text === undefined || text === '') return undefined
  return encoding === 'base64' ? bodyOf(Buffer.from(text, 'base64')) : { text }
}

function listOf(headers: readonly z.infer<typeof Named>[]): [string, string][] {
  return headers.map(({ name, value }) => [name, value])
}
