import type { Value } from '../../../../../mock-datasource/engine/row.ts'
import type {
  Condition,
  Query,
} from '../../../../../mock-datasource/sources/abc-security-monitor/query/query.ts'

/** Where the language leaves a choice, `choose(n)` makes it: an integer from 0 to n - 1. */
export type Choose = (options: number) => number

/** Writes a query so that it must be read as that very query, in one of the many ways to write it. */
export function printQuery(query: Query, choose: Choose): string {
  const printer = new Printer(choose)
  const fields = query.fields === '*' ? ['*'] : query.fields
  const parts = [
    printer.word('SELECT'),
    fields.join(printer.gap(',')),
    printer.word('FROM'),
    query.table,
  ]
  if (query.where) parts.push(printer.word('WHERE'), printer.condition(query.where))
  if (query.limit !== undefined) parts.push(printer.word('LIMIT'), String(query.limit))
  if (query.start !== undefined) parts.push(printer.word('START'), printer.time(query.start))
  if (query.stop !== undefined) parts.push(printer.word('STOP'), printer.time(query.stop))
  return parts.reduce((text, part) => text + printer.space() + part)
}

class Printer {
  private readonly choose: Choose
  constructor(choose: Choose) {
    this.choose = choose
  }

  condition(condition: Condition): string {
    switch (condition.kind) {
      case 'and':
      case 'or': {
        const parts = condition.conditions.map((part) => this.operand(part, condition.kind))
        return parts.reduce((text, part) =>
          [text, this.word(condition.kind), part].join(this.space()),
        )
      }
      case 'not':
        return this.negation(condition.condition)
      case 'compare':
        return condition.field + this.gap(condition.operator) + this.value(condition.value)
      default:
        return this.search(condition, '')
    }
  }

  /** In parentheses where it would not be read as one condition without, or where the choice is so. */
  private operand(condition: Condition, within: 'and' | 'or' | 'not'): string {
    const looser = condition.kind === 'or' || (condition.kind === 'and' && within !== 'or')
    const needed = looser || (within === 'not' && condition.kind === 'not')
    const text = this.condition(condition)
    return needed || this.choose(4) === 0 ? `(${this.gap('')}${text}${this.gap('')})` : text
  }

  private negation(condition: Condition): string {
    const searches = condition.kind === 'like' || condition.kind === 'in'
    if (searches && this.choose(2) === 0) return this.search(condition, this.word('NOT'))
    return this.word('NOT') + this.space() + this.operand(condition, 'not')
  }

  private search(condition: Extract<Condition, { kind: 'like' | 'in' }>, not: string): string {
    const { field, kind } = condition
    const what =
      kind === 'like'
        ? this.value(condition.pattern)
        : `(${condition.values.map((value) => this.value(value)).join(this.gap(','))})`
    const words = not === '' ? [field, this.word(kind)] : [field, not, this.word(kind)]
    return words.join(this.space()) + this.gap('') + what
  }

  private value(value: Value): string {
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`
    return typeof value === 'number' ? String(value) : this.word(String(value))
  }

  time(milliseconds: number): string {
    return `t'${new Date(milliseconds).toISOString()}'`
  }

  /** A keyword in some case. */
  word(keyword: string): string {
    return Array.from(keyword, (letter) =>
      this.choose(2) === 0 ? letter.toUpperCase() : letter.toLowerCase(),
    ).join('')
  }

  space(): string {
    return [' ', '  ', '\n', '\t', '\r\n '][this.choose(5)] as string
  }

  /** A sign with or without space around it. */
  gap(sign: string): string {
    return ['', ' ', '\n'][this.choose(3)] + sign + ['', ' '][this.choose(2)]
  }
}
