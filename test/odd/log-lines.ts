import type { Connector } from '../../contracts/connector.ts'
import { odd } from './support/odd.ts'

export default odd({
  oddity: 'log lines on both streams, with brackets and quotes in them',
  connector: (correct) => {
    const logged = <Arguments extends unknown[]>(
      name: keyof Connector,
      method: (...args: Arguments) => unknown,
    ) => {
      return async (...args: Arguments) => {
        console.log(`[INFO] {'method': "${name}", arguments: [`)
        console.error(`DEBUG ${name} started`)
        return method(...args)
      }
    }
    return {
      ping: logged('ping', correct.ping),
      is_async: logged('is_async', correct.is_async),
      query: logged('query', correct.query),
      status: logged('status', correct.status),
      results: logged('results', correct.results),
      delete: logged('delete', correct.delete),
    }
  },
})
