import { setTimeout as delay } from 'node:timers/promises'
import { odd } from './support/odd.ts'

const START_MILLISECONDS = 20

export default odd({
  oddity: 'a slow start, and `is_async` as a promise',
  connector: (correct) => ({
    is_async: () => delay(START_MILLISECONDS, true),
    ping: async () => {
      await delay(START_MILLISECONDS)
      return correct.ping()
    },
  }),
})
