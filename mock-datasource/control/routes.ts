import express, { type NextFunction, type Request, type Response, Router } from 'express'
import type { DataSourceDefinition } from '../data-source-definition.ts'
import { followGlances, followJournal } from '../journal/event-stream.ts'
import { addPage } from '../ui/page-files.ts'
import { aboutSource } from './about.ts'
import { bodyOf } from './body-of.ts'
import type { Control } from './control.ts'
import { ControlError } from './control-error.ts'
import { denied, pageDenied } from './guard.ts'
import { glancesPart, journalPart } from './journal-part.ts'
import { partAsked } from './part.ts'
import { addScenario } from './scenario-routes.ts'
import { addSearches } from './search-routes.ts'
import {
  entryToWire,
  glanceToWire,
  recipeToWire,
  settingsFromWire,
  settingsToWire,
  stateToWire,
} from './wire.ts'

export interface ControlPlaneOptions {
  readonly control: Control
  readonly definition: DataSourceDefinition
  /** Whether everybody who has the package has it. */
  readonly isBuiltIn: boolean
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
  const { control, definition, isBuiltIn, adminToken, nextRequestId, dropped } = options
  const router = Router({ caseSensitive: true, strict: true })
  router.use((request, response, next) => {
    response.setHeader('x-request-id', nextRequestId())
    const isPage = request.method === 'GET' && /^\/ui(?:$|\/)/.test(request.path)
    const denial = (isPage ? pageDenied : denied)(request, adminToken)
    if (denial) sendError(response, denial.status, denial.message)
    else next()
  })
  router.use(express.json({ limit: LARGEST_BODY, strict: false }))
  addPage(router)
  router.get('/about', (_request, response) => {
    response.json(aboutSource(definition))
  })
  addState(router, control, definition)
  addScenario(router, control, definition, isBuiltIn)
  addSearches(router, control, definition)
  addFaults(router, control)
  addRecipes(router, control)
  addJournal(router, control, dropped)
  router.use((request: Request, response: Response) => {
    sendError(response, 404, `The control plane has no ${request.method} ${request.originalUrl}`)
  })
  router.use(answerError)
  return router
}

function addState(router: Router, control: Control, { credentials }: DataSourceDefinition): void {
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
  router.get('/snapshot', (_request, response) => {
    response.json(control.snapshot())
  })
  router.put('/snapshot', (request, response) => {
    control.restore(bodyOf(request))
    response.json({ success: true })
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
  router.post('/faults/example', async (request, response) => {
    const spec = bodyOf(request) as Parameters<Control['exampleOf']>[0]
    try {
      response.json(await control.exampleOf(spec))
    } catch (error) {
      // Of a fault that somebody has not finished writing, why there is none is the answer.
      if (!(error instanceof ControlError)) throw error
      response.json({ notes: [], problem: error.message })
    }
  })
  router.patch('/faults/:id', (request, response) => {
    const change = bodyOf(request) as Parameters<Control['changeFault']>[1]
    response.json(control.changeFault(request.params.id, change))
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

function addRecipes(router: Router, control: Control): void {
  router.get('/recipes', (_request, response) => {
    response.json({ recipes: control.recipes().map(recipeToWire) })
  })
  router.post('/recipes', (request, response) => {
    const spec = bodyOf(request) as Parameters<Control['applyRecipe']>[0]
    const { recipe, fields, faults } = control.applyRecipe(spec)
    response.status(201).json({ recipe, fields, faults })
  })
}

function addJournal(
  router: Router,
  { journal }: Control,
  dropped: (sentence: string) => void,
): void {
  router.get('/journal/holding', ({ query }, response) => {
    const { text } = query
    if (typeof text !== 'string' || text === '') {
      throw new ControlError("'text' must be what is looked for")
    }
    const { after, limit } = partAsked(query, query['after'])
    const { found, lookedUpTo } = journal.holding(text, after, limit)
    response.json({ sequences: found, looked_up_to: lookedUpTo })
  })
  let followers = 0
  router.get('/journal', (request, response) => {
    const { query } = request
    const asked = partAsked(query, request.get('last-event-id') ?? query['after'])
    const isGlance = query['glance'] === 'true'
    if (request.accepts('json', EVENT_STREAM) !== EVENT_STREAM) {
      if (isGlance) response.json(glancesPart(journal, asked))
      else response.type('json').send(journalPart(journal, asked))
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
    const following = { response, after: asked.after, dropped }
    return isGlance
      ? followGlances(journal, { ...following, write: glanceToWire })
      : followJournal(journal, { ...following, write: entryToWire })
  })
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
