import { Records } from '../../../contracts/envelopes.ts'
import type { Reading } from '../../kit/answer.ts'

/** A reading whose rows hold their key as `id`, for a connector that declares another name for it. */
export function withRowKey(reading: Reading, rowKey: string): Reading {
  if (rowKey === 'id' || reading.kind !== 'success') return reading
  const rows = Records.safeParse(reading.envelope['data'])
  if (!rows.success) return reading
  const data = rows.data.map((row) => ({ ...row, id: row[rowKey] }))
  return { kind: 'success', envelope: { ...reading.envelope, data } }
}
