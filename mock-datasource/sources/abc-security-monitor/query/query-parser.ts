import {
  EmbeddedActionsParser,
  type IParserErrorMessageProvider,
  type IToken,
  tokenLabel,
} from 'chevrotain'
import type { Value } from '../../../engine/row.ts'
import { numberOf, stringOf, timeOf, wholeNumberOf } from './literals.ts'
import type { Condition, Operator, Query } from './query.ts'
import * as t from './tokens.ts'

/** What a reader sees of a syntax error; the position is added where the error is thrown. */
const messages: IParserErrorMessageProvider = {
  buildMismatchTokenMessage: ({ expected }) => `expected ${tokenLabel(expected)}`,
  buildNotAllInputParsedMessage: () => 'expected the end of the query',
  buildNoViableAltMessage: ({ customUserDescription }) => `expected ${customUserDescription}`,
  buildEarlyExitMessage: ({ customUserDescription }) => `expected ${customUserDescription}`,
}

const A_VALUE = 'a value (a string in single quotes, a number, TRUE, FALSE or NULL)'

/**
 * The grammar of the API's "Native query language", one method a rule. It needs one token of lookahead.
 * `condition` is split by precedence; all else stands as on the page.
 */
export class QueryParser extends EmbeddedActionsParser {
  constructor() {
    super(t.ALL_TOKENS, {
      errorMessageProvider: messages,
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations: true,
    })
    this.performSelfAnalysis()
  }

  readonly query = this.RULE('query', (): Query => {
    this.CONSUME(t.Select)
    const fields = this.SUBRULE(this.fields)
    this.CONSUME(t.From)
    const table = this.CONSUME(t.Word).image
    const where = this.OPTION(() => {
      this.CONSUME(t.Where)
      return this.SUBRULE(this.condition)
    })
    const limit = this.OPTION1(() => {
      this.CONSUME(t.Limit)
      const token = this.CONSUME(t.NumberLiteral)
      return this.ACTION(() => wholeNumberOf(token))
    })
    const range = this.OPTION2(() => this.SUBRULE(this.range))
    return {
      table,
      fields,
      ...(where !== undefined && { where }),
      ...(limit !== undefined && { limit }),
      ...range,
    }
  })

  private readonly fields = this.RULE('fields', (): '*' | string[] =>
    this.OR({
      ERR_MSG: '* or a field name',
      DEF: [
        {
          ALT: () => {
            this.CONSUME(t.Star)
            return '*' as const
          },
        },
        {
          ALT: () => {
            const fields: string[] = []
            this.AT_LEAST_ONE_SEP({
              SEP: t.Comma,
              ERR_MSG: 'a field name',
              DEF: () => fields.push(this.CONSUME(t.FieldName).image),
            })
            return fields
          },
        },
      ],
    }),
  )

  private readonly range = this.RULE('range', () => {
    this.CONSUME(t.Start)
    const start = this.CONSUME(t.TimeLiteral)
    this.CONSUME(t.Stop)
    const stop = this.CONSUME1(t.TimeLiteral)
    return this.ACTION(() => ({ start: timeOf(start), stop: timeOf(stop) }))
  })

  private readonly condition = this.RULE('condition', (): Condition => {
    const conditions = [this.SUBRULE(this.conjunction)]
    this.MANY(() => {
      this.CONSUME(t.Or)
      conditions.push(this.SUBRULE1(this.conjunction))
    })
    return chain('or', conditions)
  })

  private readonly conjunction = this.RULE('conjunction', (): Condition => {
    const conditions = [this.SUBRULE(this.negation)]
    this.MANY(() => {
      this.CONSUME(t.And)
      conditions.push(this.SUBRULE1(this.negation))
    })
    return chain('and', conditions)
  })

  private readonly negation = this.RULE('negation', (): Condition => {
    // Counted, not nested: `NOT NOT NOT …` may be as long as a query.
    let negated = false
    this.MANY(() => {
      this.CONSUME(t.Not)
      negated = !negated
    })
    const condition = this.OR({
      ERR_MSG: 'a condition',
      DEF: [{ ALT: () => this.SUBRULE(this.group) }, { ALT: () => this.SUBRULE(this.comparison) }],
    })
    return negated ? { kind: 'not', condition } : condition
  })

  private readonly group = this.RULE('group', (): Condition => {
    this.CONSUME(t.Open)
    const condition = this.SUBRULE(this.condition)
    this.CONSUME(t.Close)
    return condition
  })

  private readonly comparison = this.RULE('comparison', (): Condition => {
    const field = this.CONSUME(t.FieldName).image
    return this.OR({
      ERR_MSG: 'a comparison operator, LIKE or IN',
      DEF: [
        { ALT: () => this.SUBRULE(this.relation, { ARGS: [field] }) },
        { ALT: () => this.SUBRULE(this.membership, { ARGS: [field] }) },
      ],
    })
  })

  private readonly relation = this.RULE('relation', (field: string): Condition => {
    const operator = this.CONSUME(t.ComparisonOperator).image as Operator
    return { kind: 'compare', field, operator, value: this.SUBRULE(this.value) }
  })

  private readonly membership = this.RULE('membership', (field: string): Condition => {
    const not = this.OPTION(() => this.CONSUME(t.Not))
    const condition = this.OR({
      ERR_MSG: 'LIKE or IN',
      DEF: [
        { ALT: () => this.SUBRULE(this.like, { ARGS: [field] }) },
        { ALT: () => this.SUBRULE(this.list, { ARGS: [field] }) },
      ],
    })
    return not === undefined ? condition : { kind: 'not', condition }
  })

  private readonly like = this.RULE('like', (field: string): Condition => {
    this.CONSUME(t.Like)
    const token = this.CONSUME(t.StringLiteral)
    return { kind: 'like', field, pattern: this.ACTION(() => stringOf(token)) }
  })

  private readonly list = this.RULE('list', (field: string): Condition => {
    const values: Value[] = []
    this.CONSUME(t.In)
    this.CONSUME(t.Open)
    this.AT_LEAST_ONE_SEP({
      SEP: t.Comma,
      ERR_MSG: A_VALUE,
      DEF: () => values.push(this.SUBRULE(this.value)),
    })
    this.CONSUME(t.Close)
    return { kind: 'in', field, values }
  })

  private readonly value = this.RULE('value', (): Value => {
    const literal = (token: IToken, read: (token: IToken) => Value) =>
      this.ACTION(() => read(token))
    return this.OR({
      ERR_MSG: A_VALUE,
      DEF: [
        { ALT: () => literal(this.CONSUME(t.StringLiteral), stringOf) },
        { ALT: () => literal(this.CONSUME(t.NumberLiteral), numberOf) },
        { ALT: () => literal(this.CONSUME(t.True), () => true) },
        { ALT: () => literal(this.CONSUME(t.False), () => false) },
        { ALT: () => literal(this.CONSUME(t.Null), () => null) },
      ],
    })
  })
}

/** One condition stays itself; more become one flat chain. */
function chain(kind: 'and' | 'or', conditions: Condition[]): Condition {
  const [first] = conditions
  return conditions.length === 1 && first !== undefined ? first : { kind, conditions }
}
