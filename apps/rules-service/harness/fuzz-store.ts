import { loadExampleProgrammes } from '@workplan/example-programmes'
import { readHarnessConfig } from './config.ts'
import { createClients } from './fuzz/clients.ts'
import { breachesAtEnd } from './fuzz/check-end.ts'
import { createModel } from './fuzz/model.ts'
import { makePreparedDatabase } from './prepared-database.ts'
import { startServiceProcess } from './started-service.ts'
import { seededRandom } from '../src/testing/seeded-random.ts'

const CLIENTS = 8

const { rounds, seed } = readHarnessConfig(200)
const prepared = await makePreparedDatabase()
const [example] = loadExampleProgrammes(new Set(prepared.rules.library.requirements.keys()))
if (!example) throw new Error('there is no example programme')
await prepared.addProgramme(example)
const service = await startServiceProcess({
  dataFolder: prepared.folder,
  databaseUrl: prepared.url,
  secret: prepared.secret,
})
let sound = false
try {
  say(`${rounds} commands from ${CLIENTS} clients (N=${rounds} SEED=${seed}, PostgreSQL ${prepared.version})`)
  const begun = performance.now()
  const model = createModel()
  const clients = await createClients(CLIENTS, { prepared, address: () => service.address, model, example })
  let left = rounds
  await Promise.all(
    clients.map(async (command, number) => {
      const random = seededRandom(seed * 1_000 + number)
      while (left > 0) {
        left -= 1
        await command(random)
      }
    }),
  )
  const breaches = [...model.breaches, ...(await breachesAtEnd(model, prepared, () => service.address))]
  for (const [what, count] of [...model.counts].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    say(`  ${what}: ${count}`)
  say(`  ${model.written.size} writes acknowledged in ${Math.round((performance.now() - begun) / 1_000)} s`)
  for (const breach of breaches.slice(0, 20)) say(`  BREACH ${breach.slice(0, 300)}`)
  say(`  ${breaches.length} breaches`)
  sound = breaches.length === 0
} finally {
  await service.kill()
  await prepared.remove()
}
process.exit(sound ? 0 : 1)

function say(line: string): void {
  process.stdout.write(`${line}\n`)
}
