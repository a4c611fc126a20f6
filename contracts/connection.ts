import * as z from 'zod'

const Port = z.int().min(1).max(65_535)
const DecimalText = z.string().regex(/^[0-9]{1,5}$/)

/**
 * Where the data source is and how to reach it, as stix-shifter hands it to a connector.
 * `scheme` is an addition of ours for connectors that also speak plain HTTP; without it a connector
 * speaks HTTPS. `selfSignedCert` is a PEM certificate to trust.
 */
export const Connection = z.looseObject({
  /** A name or an address; one of IPv6 without brackets. */
  host: z.string().min(1),
  port: z.union([Port, DecimalText.transform(Number).pipe(Port)]),
  scheme: z.enum(['https', 'http']).optional(),
  selfSignedCert: z.string().min(1).optional(),
  options: z
    .looseObject({
      /** Seconds from connecting to the last byte of one request's answer. */
      timeout: z.number().positive().optional(),
      /** The most rows that one search may give, over all its pages. */
      result_limit: z.int().positive().optional(),
    })
    .optional(),
})
export type Connection = z.infer<typeof Connection>

/** Who asks: credentials, by the names that the data source gives them. */
export const Configuration = z.looseObject({ auth: z.looseObject({}) })
export type Configuration = z.infer<typeof Configuration>
