import { readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import * as z from 'zod'
import { UsageError } from '../../errors.ts'

/** What a module of stix-shifter is given, as far as its own configuration says. */
export interface ModuleMembers {
  readonly title: string
  /** The file that says so. */
  readonly from: string
  readonly takes: readonly string[]
  /** Members of the connection that descriptions have no name for, with a value of their kind. */
  readonly more: Readonly<Record<string, unknown>>
  /** Credentials, each by its placeholder or a text of its own. */
  readonly auth: Readonly<Record<string, string>>
  /** Credentials that can be left out. */
  readonly optional: readonly string[]
}

const Member = z.looseObject({
  type: z.string().optional(),
  optional: z.boolean().optional(),
  default: z.unknown().optional(),
  min: z.number().optional(),
})
const Members = z.record(z.string(), z.unknown()).default({})
const ConfigJson = z.looseObject({
  connection: Members,
  configuration: z.looseObject({ auth: Members }).default({ auth: {} }),
})

const TAKEN = ['host', 'port', 'selfSignedCert', 'options']
/** What describes the form and is no member. */
const OF_THE_FORM = ['type', 'help']

/** @throws UsageError where a folder holds no `configuration/config.json` of a module. */
export function membersIn(folder: string): ModuleMembers {
  const path = join(folder, 'configuration', 'config.json')
  const { connection, configuration } = configIn(path, folder)
  const own = Object.entries(connection).filter(([name]) => !OF_THE_FORM.includes(name))
  const more = own.flatMap(([name, described]) => {
    const member = memberOf(described)
    return TAKEN.includes(name) || member === undefined ? [] : [[name, madeValue(name, member)]]
  })
  const auth = Object.entries(configuration.auth).flatMap(([name, described]) => {
    const member = typeof described === 'object' ? Member.safeParse(described).data : undefined
    return member === undefined ? [] : [{ name, isOptional: member.optional === true }]
  })
  const required = auth.filter(({ isOptional }) => !isOptional)
  const isAnyRequired = required.length > 0
  const taken = isAnyRequired ? required : auth
  const { given, left } = placeholdersFor(taken.map(({ name }) => name))
  const names = own.map(([name]) => name)
  return {
    title: titleIn(connection['type']) ?? basename(resolve(folder)),
    from: path.replaceAll('\\', '/'),
    takes: [...TAKEN.filter((name) => names.includes(name) && name !== 'options'), 'options'],
    more: Object.fromEntries(more),
    // What has to be given and is no credential that descriptions know has a text of its own.
    auth: isAnyRequired ? { ...given, ...left } : given,
    optional: isAnyRequired
      ? auth.filter(({ isOptional }) => isOptional).map(({ name }) => name)
      : Object.keys(left),
  }
}

function configIn(path: string, folder: string): z.infer<typeof ConfigJson> {
  try {
    return ConfigJson.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (cause) {
    const isMissing = (cause as NodeJS.ErrnoException).code === 'ENOENT'
    const why = isMissing ? 'there is no configuration/config.json in it' : `${path} cannot be read`
    throw new UsageError(`${folder} is no module of stix-shifter: ${why}`, {
      hint: 'Name its folder: stix-shifter/stix_shifter_modules/<module>.',
      cause,
    })
  }
}

function titleIn(type: unknown): string | undefined {
  const parsed = z.looseObject({ displayName: z.string().min(1) }).safeParse(type)
  return parsed.data?.displayName
}

/** A member that has to be given; undefined for what can be left out. */
function memberOf(described: unknown): z.infer<typeof Member> | undefined {
  const member = Member.safeParse(described).data
  return member === undefined || member.optional === true ? undefined : member
}

function madeValue(name: string, { type, default: usual, min }: z.infer<typeof Member>): unknown {
  if (usual !== undefined) return usual
  if (type === 'number') return min ?? 1
  return type === 'boolean' || type === 'checkbox' ? true : name
}

const KINDS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/pass/i, ['password']],
  [/user|login|principal|email|(?:client|app|access|account).?id$|key_name/i, ['username']],
  [/token|secret|key|^sec$/i, ['token', 'password']],
]

/** Which placeholder stands for which credential; what is left over has a text of its own. */
function placeholdersFor(names: readonly string[]) {
  const used = new Set<string>()
  const given: Record<string, string> = {}
  const left: Record<string, string> = {}
  for (const name of names) {
    const [, kinds = []] = KINDS.find(([pattern]) => pattern.test(name)) ?? []
    const free = kinds.find((kind) => !used.has(kind))
    if (free === undefined) left[name] = name
    else {
      used.add(free)
      given[name] = `{{${free}}}`
    }
  }
  // In the order in which the module has them.
  const ordered = names.filter((name) => name in given).map((name) => [name, given[name] ?? ''])
  return { given: Object.fromEntries(ordered) as Record<string, string>, left }
}
