import express, {
  type Express,
  type NextFunction,
  type Request,
  type Response,
  type Router,
} from 'express'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import type { Exchanges } from './exchanges.ts'

/** The Express application: the API's routes, and the control plane under `/_mock`. */
export function makeApp(
  definition: DataSourceDefinition,
  exchanges: Exchanges,
  controlPlane: Router,
): Express {
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.enable('case sensitive routing')
  app.enable('strict routing')
  for (const route of definition.routes) {
    app.all(route.path, (request, response) => exchanges.handle(request, response, route))
  }
  app.use('/_mock', controlPlane)
  app.use((request, response) => exchanges.handle(request, response, undefined))
  // Express takes a function for an error handler by its four parameters.
  app.use((_error: unknown, request: Request, response: Response, _next: NextFunction) =>
    exchanges.handle(request, response, undefined, 'path encoding'),
  )
  return app
}
