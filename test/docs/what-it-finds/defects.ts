/** A class of defect that real connectors have shipped with, and a connector that has it. */
export interface Defect {
  readonly title: string
  /** What is wrong, and what whoever uses such a connector would see of it. */
  readonly says: string
  /** The connector's file, from the folder of the broken connectors. */
  readonly file: string
  /** The clause that it breaks. */
  readonly clause: string
}

/** The classes, in the order in which real connectors have most often shipped with them. */
export const DEFECTS: readonly Defect[] = [
  {
    title: 'Crashes on unexpected bodies',
    says: 'A member of the body is read whatever the body is. When a gateway answers in place of the data source, the caller gets an exception and no envelope.',
    file: 'env-1-body-not-looked-at.ts',
    clause: 'ENV-1',
  },
  {
    title: 'Wrong error codes',
    says: "`ping` goes by the HTTP status and not by the API's own code, so that whoever gave a wrong parameter looks for the mistake in the query.",
    file: 'err-1-status-in-place-of-code.ts',
    clause: 'ERR-1',
  },
  {
    title: 'Paging by offset to length',
    says: 'The length is taken for the end, as `[offset:length]` does. The first window is right; all later ones are short or empty, and the rest of the result is never seen.',
    file: 'page-1-slice-offset-to-length.ts',
    clause: 'PAGE-1',
  },
  {
    title: 'Inclusive ends',
    says: 'The row at the end of the window comes back too, so that whoever reads on finds it twice.',
    file: 'page-1-end-inclusive.ts',
    clause: 'PAGE-1',
  },
  {
    title: 'Offset and length concatenated',
    says: 'On a command line both are text, and their sum is `"11"` where 2 was meant. The first window is right; later ones run on into the next.',
    file: 'page-1-offset-and-length-concatenated.ts',
    clause: 'PAGE-1',
  },
  {
    title: 'Offset applied twice',
    says: 'The data source skips as many rows as `offset` says, and then the connector does. Every second window is lost.',
    file: 'page-1-offset-applied-twice.ts',
    clause: 'PAGE-1',
  },
  {
    title: 'Offset ignored',
    says: 'Every window begins at the first row, so that whoever reads on gets the same rows for ever.',
    file: 'page-1-offset-ignored.ts',
    clause: 'PAGE-1',
  },
  {
    title: "The first page's token used again",
    says: 'The token is kept from the first page on, so that the second page stands in for all later ones.',
    file: 'page-1-first-page-token-reused.ts',
    clause: 'PAGE-1',
  },
  {
    title: 'A silent cap',
    says: 'The loop ends after ten pages. A large result comes back short, as a success, and nobody is told.',
    file: 'page-1-silent-cap-of-ten-pages.ts',
    clause: 'PAGE-1',
  },
  {
    title: 'Endless cursors',
    says: 'Pages are read as long as there is a token. A data source that repeats one keeps the call busy for ever; this connector gives up after 60 requests, so that its own test comes to an end.',
    file: 'page-8-tokens-to-the-end.ts',
    clause: 'PAGE-8',
  },
  {
    title: 'An error on page 2 passed off as partial success',
    says: 'Where a later page fails, the rows so far are returned as if they were all. An investigation goes on with a part of the evidence.',
    file: 'page-2-partial-success.ts',
    clause: 'PAGE-2',
  },
  {
    title: 'TLS verification switched off',
    says: 'Any certificate will do, so that whoever stands between connector and data source reads the password.',
    file: 'net-4-verification-off.ts',
    clause: 'NET-4',
  },
  {
    title: 'The certificate ignored',
    says: '`selfSignedCert` is given and not used. A data source with a certificate of its own cannot be reached, until somebody switches verification off.',
    file: 'net-4-certificate-not-used.ts',
    clause: 'NET-4',
  },
  {
    title: 'Timeouts not honoured',
    says: '`options.timeout` is not looked at. A data source that hangs holds its caller for as long as the library sees fit, here 30 seconds.',
    file: 'net-3-timeout-ignored.ts',
    clause: 'NET-3',
  },
  {
    title: 'Credentials in URLs',
    says: 'The password is a parameter of the URL, and so stands in the logs of every proxy and server on the way.',
    file: 'sec-1-credentials-in-the-url.ts',
    clause: 'SEC-1',
  },
  {
    title: 'Broken delete',
    says: '`delete` is left as in the template, which only answers. Searches pile up at the data source until it takes no more.',
    file: 'python/life_10_delete_left_as_in_the_template.py',
    clause: 'LIFE-10',
  },
  {
    title: 'Metadata that skips',
    says: 'The next call begins one row behind where it should. Each call but the first loses a row.',
    file: 'page-6-row-skipped.ts',
    clause: 'PAGE-6',
  },
  {
    title: 'Metadata that repeats',
    says: 'The next call begins with the row that the last one ended with, so that rows come twice.',
    file: 'page-6-last-row-again.ts',
    clause: 'PAGE-6',
  },
  {
    title: 'Metadata that never ends',
    says: 'At the end of the result there is still metadata, which leads back to the beginning. Whoever follows it to its end never gets there.',
    file: 'page-6-starts-over-at-the-end.ts',
    clause: 'PAGE-6',
  },
  {
    title: 'Statuses unmapped',
    says: 'A status of the data source is missing from the table. A search that goes well is given up as an error while it sorts its rows.',
    file: 'life-1-sorting-unmapped.ts',
    clause: 'LIFE-1',
  },
  {
    title: 'Progress of another type',
    says: 'Progress is text. Whoever compares it with 100, or adds it up, waits for ever or computes nonsense.',
    file: 'env-1-progress-as-text.ts',
    clause: 'ENV-1',
  },
  {
    title: 'Ids not encoded',
    says: "The id stands in the path as it is. Deleting the search `victim#x` deletes the search `victim`, which is somebody else's.",
    file: 'sec-3-id-not-encoded.ts',
    clause: 'SEC-3',
  },
  {
    title: 'Queries not encoded',
    says: 'The query is put between the quotes of the body as it is. One with a quote or a line break in it is refused, and one made for the purpose says more than a query.',
    file: 'python/mode_3_query_spliced_into_the_body.py',
    clause: 'MODE-3',
  },
]
