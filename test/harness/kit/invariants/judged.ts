import { Declarations } from '../../../../contracts/declarations.ts'
import type { Answer } from '../../../../harness/kit/answer.ts'
import { INVARIANTS } from '../../../../harness/kit/invariants/index.ts'
import type { JudgedCall } from '../../../../harness/kit/invariants/invariant.ts'
import { SecretFinder } from '../../../../harness/kit/secrets.ts'
import type { Finding } from '../../../../harness/kit/violation.ts'
import { abcSource } from '../../../support/abc-source.ts'

/** What an invariant says of one answer: what is wrong, `nothing`, or that it does not judge such an answer. */
export function judged(
  name: string,
  answer: Answer,
  change: Partial<JudgedCall> = {},
): Finding | 'nothing' | 'not judged' {
  const invariant = INVARIANTS.find((each) => each.name === name)
  if (invariant === undefined) throw new Error(`there is no invariant ${name}`)
  const call: JudgedCall = {
    answer,
    change: {},
    secrets: new SecretFinder([]),
    capabilities: {
      ...{ mode: 'asynchronous', scheme: 'http', source: abcSource },
      declarations: Declarations.parse({}),
    },
    ...change,
  }
  return invariant.concerns(call) ? (invariant.judge(call) ?? 'nothing') : 'not judged'
}
