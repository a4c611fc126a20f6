import * as z from 'zod'
import { BASES } from './basis.ts'
import { GivenDeclarations } from './declarations.ts'
import { givenMembersIn } from './given-members.ts'
import { MOST } from './option-bounds.ts'
import { Waivers } from './waiver.ts'

/** A command as it is to be written. Quotes are a shell's, and no shell reads it. */
function wordByWord(command: string): string {
  const words = command.match(/"[^"]*"|'[^']*'|\S+/g) ?? []
  return JSON.stringify(words.map((word) => word.replace(/^(["'])(.*)\1$/, '$2')))
}

/** A target that is one text, as it is to be written: what holds blanks is hardly a file. */
function asTarget(text: string): string {
  return /\s/.test(text.trim())
    ? `{ "command": ${wordByWord(text)} }`
    : `{ "module": ${JSON.stringify(text)} }`
}

const OneTarget = z
  .strictObject(
    {
      module: z.string().min(1).describe('A JavaScript or TypeScript file, a folder or a package.'),
      command: z
        .array(z.string(), {
          error: ({ input }) =>
            typeof input === 'string' ? `write it word by word: ${wordByWord(input)}` : undefined,
        })
        .min(1)
        .describe(
          'The program and its first arguments, as in ["python3", "main.py", "transmit", "abc"].',
        ),
      stix_shifter: z
        .strictObject({
          checkout: z.string().min(1).describe("The folder that holds stix-shifter's main.py."),
          module: z.string().min(1).describe('The name of a folder of stix_shifter_modules.'),
          python: z
            .string()
            .min(1)
            .optional()
            .describe('The Python that has its packages: python3.'),
        })
        .describe('A module inside a checkout of stix-shifter.'),
      proxy_host: z
        .strictObject({
          url: z.string().min(1).describe('Where the host listens, as in https://127.0.0.1:5000.'),
          module: z.string().min(1).optional().describe("The connector's name there."),
          certificate: z.string().min(1).optional().describe('A PEM file with the one to trust.'),
          pin: z
            .string()
            .min(1)
            .optional()
            .describe('The SHA-256 fingerprint of the one to accept.'),
        })
        .describe("stix-shifter's own host command, wherever it runs."),
    },
    {
      error: ({ input }) => (typeof input === 'string' ? `write ${asTarget(input)}` : undefined),
    },
  )
  .partial()
  .refine((target) => Object.keys(target).length === 1, {
    error: 'name one of module, command, stix_shifter and proxy_host',
  })

const Seconds = z.int().min(1)

/**
 * `connector-contract.config.json`, `.yaml` or `.ts`: what an author would otherwise say with options of
 * `verify`, which go before it. Paths are relative to the file's folder.
 */
export const ConfigFile = z
  .strictObject({
    $schema: z.string().describe('Where the schema of this file is, for an editor.'),
    target: OneTarget.describe('What is verified where the command line names nothing.'),
    data_source: z
      .string()
      .min(1)
      .describe('What the connector talks to: the name of one that is built in, or a file.'),
    declare: GivenDeclarations.describe('What cannot be seen from outside.'),
    connection: z
      .record(z.string(), z.unknown())
      .superRefine((members, context) => {
        const given = givenMembersIn(members)
        if (given === undefined) return
        const message = `the harness gives ${given}: it differs from case to case`
        context.addIssue({ code: 'custom', message })
      })
      .describe('Members that every connection holds beside host, port and certificate.'),
    configuration: z
      .record(z.string(), z.unknown())
      .describe(
        "Members of the configuration. {{username}}, {{password}} and {{token}} stand for the case's own.",
      ),
    environment: z
      .record(z.string().regex(/^[A-Za-z_]\w*$/, 'no name of a variable'), z.string())
      .describe('Variables that the connector finds in its environment.'),
    secrets: z
      .array(z.string().min(1))
      .describe('Members and variables that are secrets, whatever their names say.'),
    timeout: Seconds.min(2).max(MOST.timeout).describe('How long one call may take, in seconds.'),
    only: z.array(z.string()).describe('Families or clauses to check alone.'),
    basis: z.enum(BASES).describe('Only clauses that rest on that: see `--basis` of `verify`.'),
    skip: z.array(z.string()).describe('Families or clauses to leave out.'),
    seed: z.int().min(0).describe('What the made cases come from.'),
    runs: z
      .int()
      .min(1)
      .max(MOST.runs)
      .describe('Made cases for each property, and all listed ones.'),
    profile: z.enum(['quick', 'default', 'thorough']).describe('How much is tried.'),
    budget: Seconds.max(MOST.budget).describe(
      'How long the run may go on, in seconds: cut short, it has no verdict.',
    ),
    jobs: z.int().min(1).max(MOST.jobs).describe('Workers side by side.'),
    memory: z
      .int()
      .min(16)
      .max(MOST.memory)
      .describe('How much memory a process of the connector may take, in megabytes.'),
    cold: z
      .boolean()
      .describe('Whether each call is a new process, also of a command that runs Python.'),
    strict: z.boolean().describe('Whether a SHOULD fails the gate too.'),
    http: z.boolean().describe('Whether the data source speaks plain HTTP.'),
    waivers: Waivers.describe('Violations that are known and accepted for a time.'),
  })
  .partial()
export type ConfigFile = z.infer<typeof ConfigFile>
