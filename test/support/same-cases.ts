import fc from 'fast-check'

/**
 * Property tests try the same cases wherever they run, so that a change is not judged by chance. Others are tried with
 * another seed: `CONNECTOR_CONTRACT_TEST_SEED=7 npm test`.
 */
fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  seed: Number(process.env['CONNECTOR_CONTRACT_TEST_SEED'] ?? 1),
})
