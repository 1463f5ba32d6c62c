import { readConfig } from '../src/config.ts'
import { openContext } from '../src/open-context.ts'
import { storedRows } from '../src/testing/stored-rows.ts'
import { tryAccess } from './access/try-access.ts'
import { makeScratchDatabase } from './scratch-database.ts'

const scratch = await makeScratchDatabase()
const config = readConfig({
  DATABASE_URL: scratch.url,
  DATABASE_OWNER_URL: scratch.ownerUrl,
  WORKPLAN_DATA: scratch.folder,
  WORKPLAN_SECRET: 'for-one-run-only-'.repeat(3),
  WORKPLAN_LOCAL_ACCOUNTS: '1',
  // A refusal for want of a right must not be hidden by one for want of time.
  WORKPLAN_REQUESTS_PER_MINUTE: '1000000',
  WORKPLAN_LOG: 'silent',
})
const { context, close } = await openContext(config, () => undefined)
const owner = await scratch.open()
let sound = false
try {
  const result = await tryAccess(context, () => storedRows(owner.database))
  say(`${result.routes} routes of the router, tried as everybody on everything`)
  report('routes without a line of the policy', result.withoutLine)
  report('writes that nobody prepared a request for', result.untried)
  report(`unauthorised successes, of ${result.forbidden} requests that are not allowed`, result.unauthorised)
  report('of them refused for another reason than the want of a right', result.refusedLate)
  report(`ids of another programme that are told from unknown ones, of ${result.pairs} pairs`, result.told)
  report(`refused although allowed, of ${result.allowed} requests`, result.overRefused)
  report('routes that answered nobody, so that refusing proves nothing', result.unproved)
  say(`  records ${result.unchanged ? 'unchanged' : 'CHANGED'} by what was not allowed`)
  sound =
    result.unchanged &&
    [
      result.withoutLine,
      result.untried,
      result.unauthorised,
      result.refusedLate,
      result.told,
      result.overRefused,
    ].every((found) => found.length === 0)
} finally {
  await close()
  await owner.close()
  await scratch.remove()
}
process.exit(sound ? 0 : 1)

function report(what: string, found: readonly string[]): void {
  say(`  ${found.length} ${what}`)
  for (const line of found.slice(0, 20)) say(`    ${line.slice(0, 1_500)}`)
}

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
