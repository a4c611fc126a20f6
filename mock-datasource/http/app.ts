import type { IncomingMessage, RequestListener } from 'node:http'
import express, {
  type Express,
  type NextFunction,
  type Request,
  type Response,
  type Router,
} from 'express'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import type { Exchanges } from './exchanges.ts'

/** What of an application is one mock's own. */
export interface OneMock {
  readonly exchanges: Exchanges
  /** Made when it is first asked: who holds the mock in its own process never does. */
  readonly controlPlane: () => Router
}

/** The mock that each request has reached. */
const reached = new WeakMap<IncomingMessage, OneMock>()
const apps = new WeakMap<DataSourceDefinition, Express>()

/**
 * The Express application of a mock: the API's routes, and the control plane under `/_mock`. Routes are those of
 * the data source and shared by all its mocks, since to make them takes longer than most mocks live.
 */
export function appFor(definition: DataSourceDefinition, mock: OneMock): RequestListener {
  const app = appOf(definition)
  return (request, response) => {
    reached.set(request, mock)
    // Of requests that a client sends without waiting, one is answered at a time: all the answers would be kept for
    // one that reads none of them, thousands to a packet.
    if (response.socket) app(request, response)
    else response.once('socket', () => app(request, response))
  }
}

function appOf(definition: DataSourceDefinition): Express {
  const known = apps.get(definition)
  if (known) return known
  const app = makeApp(definition)
  apps.set(definition, app)
  return app
}

function makeApp(definition: DataSourceDefinition): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('case sensitive routing')
  app.enable('strict routing')
  for (const route of definition.routes) {
    app.all(route.path, (request, response) =>
      mockOf(request).exchanges.handle(request, response, route),
    )
  }
  app.use('/_mock', (request, response, next) =>
    mockOf(request).controlPlane()(request, response, next),
  )
  app.use((request, response) => mockOf(request).exchanges.handle(request, response, undefined))
  // Express takes a function for an error handler by its four parameters.
  app.use((_error: unknown, request: Request, response: Response, _next: NextFunction) =>
    mockOf(request).exchanges.handle(request, response, undefined, 'path encoding'),
  )
  return app
}

function mockOf(request: Request): OneMock {
  return reached.get(request) as OneMock
}
