import { seededRandom } from '../src/testing/seeded-random.ts'
import { makeBenchDatabase, MEASURED } from './bench-database.ts'
import { readSubjects } from './config.ts'
import { startServiceProcess } from './started-service.ts'

/**
 * Serves one large programme to a browser that measures: says its address and a session as one line of JSON, and ends with
 * the input. SUBJECTS says how many subjects the rules judge in it.
 */
const bench = await makeBenchDatabase({ subjects: readSubjects(), random: seededRandom(1) })
try {
  const service = await startServiceProcess({
    dataFolder: bench.folder,
    databaseUrl: bench.url,
    secret: bench.secret,
  })
  try {
    const { address } = service
    const { cookies, subjects, flags } = bench
    process.stdout.write(`${JSON.stringify({ address, programme: MEASURED, cookies, subjects, flags })}\n`)
    for await (const _ of process.stdin);
  } finally {
    await service.stop()
  }
} finally {
  await bench.remove()
}
