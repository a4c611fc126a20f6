import express, { type NextFunction, type Request, type Response, Router } from 'express'
import type { Credentials } from '../../contracts/data-source/credentials.ts'
import { followJournal } from '../journal/event-stream.ts'
import type { Control } from './control.ts'
import { ControlError } from './control-error.ts'
import { denied } from './guard.ts'
import { journalPart } from './journal-part.ts'
import { partAsked } from './part.ts'
import { entryToWire, searchToWire, settingsFromWire, settingsToWire, stateToWire } from './wire.ts'

export interface ControlPlaneOptions {
  readonly control: Control
  readonly credentials: Credentials
  readonly adminToken: string | undefined
  readonly nextRequestId: () => string
  /** Told why a follower of the journal was dropped. */
  readonly dropped: (sentence: string) => void
}

const EVENT_STREAM = 'text/event-stream'
/** Each may leave megabytes unread. */
const MOST_FOLLOWERS = 32
/** A data set of the user's own comes in one body. */
const LARGEST_BODY = '256mb'

/** The control plane: nothing but an HTTP face on `Control`. Mounted under `/_mock`. */
export function controlPlane(options: ControlPlaneOptions): Router {
  const { control, credentials, adminToken, nextRequestId, dropped } = options
  const router = Router({ caseSensitive: true, strict: true })
  router.use((request, response, next) => {
    response.setHeader('x-request-id', nextRequestId())
    const denial = denied(request, adminToken)
    if (denial) sendError(response, denial.status, denial.message)
    else next()
  })
  router.use(express.json({ limit: LARGEST_BODY, strict: false }))
  addState(router, control, credentials)
  addFaults(router, control)
  addJournal(router, control, dropped)
  router.use((request: Request, response: Response) => {
    sendError(response, 404, `The control plane has no ${request.method} ${request.originalUrl}`)
  })
  router.use(answerError)
  return router
}

function addState(router: Router, control: Control, credentials: Credentials): void {
  router.get('/state', ({ query }, response) => {
    const part = partAsked(query, query['after'])
    response.json(stateToWire(control.state(part), credentials))
  })
  router.post('/reset', (_request, response) => {
    control.reset()
    response.json({ success: true })
  })
  router.patch('/settings', (request, response) => {
    const patch = settingsFromWire(bodyOf(request), credentials)
    response.json(settingsToWire(control.patchSettings(patch), credentials))
  })
  router.post('/searches/:search_id/advance', (request, response) => {
    const body = bodyOf(request) as Parameters<Control['advance']>[1]
    response.json(searchToWire(control.advance(request.params.search_id, body)))
  })
}

function addFaults(router: Router, control: Control): void {
  router.post('/faults', (request, response) => {
    const spec = bodyOf(request) as Parameters<Control['addFault']>[0]
    response.status(201).json(control.addFault(spec))
  })
  router.get('/faults', (_request, response) => {
    response.json({ faults: control.faults() })
  })
  router.delete('/faults', (_request, response) => {
    control.clearFaults()
    response.json({ success: true })
  })
  router.delete('/faults/:id', (request, response) => {
    const { id } = request.params
    if (!control.removeFault(id)) {
      throw new ControlError(`the fault '${id}' does not exist`, { notFound: true })
    }
    response.json({ success: true })
  })
}

function addJournal(
  router: Router,
  { journal }: Control,
  dropped: (sentence: string) => void,
): void {
  let followers = 0
  router.get('/journal', (request, response) => {
    const { query } = request
    const asked = partAsked(query, request.get('last-event-id') ?? query['after'])
    if (request.accepts('json', EVENT_STREAM) !== EVENT_STREAM) {
      response.type('json').send(journalPart(journal, asked))
      return
    }
    if (followers >= MOST_FOLLOWERS) {
      sendError(response, 503, `The journal has ${MOST_FOLLOWERS} followers, and no room for more`)
      return
    }
    followers += 1
    response.once('close', () => {
      followers -= 1
    })
    return followJournal(journal, { response, after: asked.after, write: entryToWire, dropped })
  })
}

/** A body of another media type is not parsed; without this it would pass for an empty one. */
function bodyOf(request: Request): unknown {
  if (request.body !== undefined) return request.body
  throw new ControlError('the request needs a body, as application/json')
}

function answerError(
  error: unknown,
  _request: Request,
  response: Response,
  _next: NextFunction,
): void {
  const { status = 500, message } = error as { status?: number; message: string }
  const refused = error instanceof ControlError
  sendError(response, refused ? (error.notFound ? 404 : 400) : status, message)
}

/** In the shape that the API's errors have. */
function sendError(response: Response, status: number, message: string): void {
  response.status(status).json({ code: status, message })
}
