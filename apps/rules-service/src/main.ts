import { ConfigError, readConfig } from './config.ts'
import { startService } from './serve.ts'
import { EmbeddedDatabaseError } from './store/embedded/embedded-database-error.ts'

/** An error whose message alone tells the reader what to do. */
function isForTheReader(error: unknown): error is Error {
  return error instanceof ConfigError || error instanceof EmbeddedDatabaseError
}

try {
  const config = readConfig(process.env)
  const report = (step: string) => console.log(`${step} ...`)
  const service = await startService(config, report)
  console.log(`Workplan is at ${service.address}/`)
  if (config.demonstration)
    console.log('This is a demonstration: choose a person on the sign-in page. No password is needed.')
  console.log('Stop with Ctrl-C.')

  const stop = () => {
    console.log('Stopping ...')
    service.stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  process.once('SIGTERM', stop)
  process.once('SIGINT', stop)
} catch (error) {
  console.error(isForTheReader(error) ? error.message : error)
  process.exit(1)
}
