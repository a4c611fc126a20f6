import type { Connector, ConnectorFactory } from '../../../contracts/connector.ts'
import { type Asked, SplunkApi, successIn } from './api.ts'
import connector, { connectorOn } from './connector.ts'

interface BrokenForSplunk {
  readonly defect: string
  readonly caughtBy: string
  readonly make: ConnectorFactory
}

/** The correct connector, with what it reads changed. */
const reading = (edit: (body: Readonly<Record<string, unknown>>) => object): ConnectorFactory =>
  connectorOn(
    (connection, logIn) =>
      new (class extends SplunkApi {
        override async ask(asked: Asked) {
          return { ...edit(await super.ask(asked)) }
        }
      })(connection, logIn),
  )

const overriding =
  (edit: (right: Connector) => Partial<Connector>): ConnectorFactory =>
  (connection, configuration) => {
    const right = connector(connection, configuration)
    return { ...right, ...edit(right) }
  }

const neverRenewed: ConnectorFactory = connectorOn(
  (connection, logIn) =>
    new (class extends SplunkApi {
      protected override async renewed(asked: Asked, refused: Parameters<typeof successIn>[0]) {
        return successIn(refused, asked)
      }
    })(connection, logIn),
)

const refusedAndTriedAgain: ConnectorFactory = connectorOn(
  (connection, logIn) =>
    new (class extends SplunkApi {
      protected override logIn() {
        return super.logIn().catch(() => super.logIn())
      }
    })(connection, logIn),
)

/** Whatever is asked for behind the first page of a call, there is nothing. */
const onlyFirstPage: ConnectorFactory = connectorOn(
  (connection, logIn) =>
    new (class extends SplunkApi {
      #pages = 0
      override async ask(asked: Asked) {
        const [, offset] = /&offset=(\d+)/.exec(asked.path) ?? []
        if (offset === undefined) return super.ask(asked)
        this.#pages += 1
        if (this.#pages === 1) return super.ask(asked)
        return { init_offset: Number(offset), results: [] }
      }
    })(connection, logIn),
)

/** What stands in the path of a request is put there as it is. */
const sidNotEncoded: ConnectorFactory = connectorOn(
  (connection, logIn) =>
    new (class extends SplunkApi {
      override ask(asked: Asked) {
        const path = asked.path.replace(/(?<=\/jobs\/)[^/?]+/, (sid) =>
          decodeURIComponent(sid).replaceAll(' ', '%20'),
        )
        return super.ask({ ...asked, path })
      }
    })(connection, logIn),
)

/** What a job says of itself. */
const contentEdited = (edit: (content: Readonly<Record<string, unknown>>) => object) =>
  reading((body) => {
    const { entry } = body as { readonly entry?: readonly { readonly content?: object }[] }
    const content = entry?.[0]?.content
    return content === undefined ? body : { ...body, entry: [{ content: edit({ ...content }) }] }
  })

export const BROKEN: readonly BrokenForSplunk[] = [
  { defect: 'a session key that is not renewed', caughtBy: 'ERR-3 renewal', make: neverRenewed },
  {
    defect: 'another log-in with credentials that were refused',
    caughtBy: 'ERR-3 renewal',
    make: refusedAndTriedAgain,
  },
  {
    defect: 'count=0 where no rows are wanted, which is all of them',
    caughtBy: 'PAGE-3',
    make: overriding(({ results }) => ({
      results: (id, offset, length) =>
        results(id, offset, String(length) === '0' ? Number.MAX_SAFE_INTEGER : length),
    })),
  },
  {
    defect: 'a page that is taken for all there is',
    caughtBy: 'PAGE-1',
    make: onlyFirstPage,
  },
  {
    defect: 'a job that is done taken for one that did not fail',
    caughtBy: 'LIFE-1',
    make: contentEdited((content) => ({
      ...content,
      isFailed: false,
      ...(content['isDone'] === true && { dispatchState: 'DONE' }),
    })),
  },
  {
    defect: 'a progress of 0.4 taken for 0.4 of 100',
    caughtBy: 'LIFE-1',
    make: contentEdited((content) => ({
      ...content,
      doneProgress: Number(content['doneProgress']) / 100,
    })),
  },
  { defect: 'a sid that is not encoded', caughtBy: 'SEC-3', make: sidNotEncoded },
  {
    defect: 'no content taken for no rows',
    caughtBy: 'LIFE-8',
    make: overriding(({ results }) => ({
      async results(...args) {
        const answer = (await results(...args)) as { readonly error?: string }
        return answer.error?.includes('HTTP 204') ? { success: true, data: [] } : answer
      },
    })),
  },
]
