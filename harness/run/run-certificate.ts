import { type Certificate, makeCertificate } from '../../mock-datasource/index.ts'

/** What no data source shows. */
const NONE: Certificate = { cert: '', key: '' }

/** The certificate that every data source of a run shows; what makes one takes a second to load, and HTTP needs none. */
export function runCertificate(scheme: 'http' | 'https'): Promise<Certificate> {
  return scheme === 'https' ? makeCertificate() : Promise.resolve(NONE)
}
