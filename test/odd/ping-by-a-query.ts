import { odd } from './support/odd.ts'

export default odd({
  oddity: 'a `ping` that asks for one row in place of the operation of that name',
  connector: (_, { run }) => ({
    ping: () =>
      run(async (api) => {
        await api.queryEvents('SELECT id FROM events LIMIT 1', { offset: 0 }, 1)
        return { success: true }
      }),
  }),
})
