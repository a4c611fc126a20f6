import type { OddBodies } from '../../data-source-definition.ts'

/** Bodies that begin as the API's do. */
export const ABC_ODD_BODIES: OddBodies = {
  cutShort: '{"code":200,"success":true,"status":"COMPLETED","progress":100,"data":[{"id":',
  nonAscii: '{"code":200,"message":"Prüfung für Größe übersprungen"}',
  endless: '{"code":200,"success":true,"message":"',
}
