import type { DataSource } from '../contracts/data-source/data-source.ts'
import { Declarations } from '../contracts/declarations.ts'
import { METHODS, type Method } from '../contracts/method.ts'
import { type FaultRow, faultMatrix } from '../harness/checks/envelope/fault-matrix.ts'

const NO_DECLARATIONS = Declarations.parse({})

/** `docs/fault-matrix.md`: the allowed outcomes under each fault, from the data that the check goes by. */
export function faultMatrixPage(source: DataSource): string {
  const methods = METHODS.filter((method) => method !== 'is_async')
  return `# The fault matrix

What a method may do while every request of it meets a fault of the data source. \`verify\` tries each cell
in a session of its own; \`verify --matrix\` shows what the connector did, \`--json\` keeps it under \`matrix\`.

**right** is the right answer, **failure** a failure envelope with any code; any other word is the code that
the failure has to carry. \`is_async\`, and whatever makes no request (as \`query\`, \`status\` and \`delete\` of a
synchronous connector), is right under every fault. The codes are those of ${source.title}'s error
table; a connector's author may declare another.

A cell is judged by the clause in its row. The check that fills the matrix is one of ENV-1 and reports what
is no envelope at all.

| fault | ${methods.map((method) => `\`${method}\``).join(' | ')} | clause |
|---|${methods.map(() => '---|').join('')}---|
${faultMatrix(source)
  .map((row) => rowOf(row, methods))
  .join('\n')}
`
}

function rowOf(row: FaultRow, methods: readonly Method[]): string {
  const cells = methods.map((method) =>
    row.allowed(method, NO_DECLARATIONS).join(' or ').replace('right answer', 'right'),
  )
  return `| ${row.fault} | ${cells.join(' | ')} | ${row.clause} |`
}
