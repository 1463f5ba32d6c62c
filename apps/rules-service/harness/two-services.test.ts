import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readDatabaseConfig } from '../src/config.ts'
import { signIn } from './api-client.ts'
import { compareWrites } from './kept-writes.ts'
import { type StartedService, startServiceProcess } from './started-service.ts'
import { startWriters, WRITER } from './writers.ts'

const writersAt = async ({ address }: StartedService, name: string) =>
  startWriters(await signIn(() => address, WRITER), 2, name)

it('two services that start at once on one data folder share its database, and one outlives the other', async () => {
  const dataFolder = await mkdtemp(join(tmpdir(), 'workplan-two-'))
  const [one, other] = await Promise.all([
    startServiceProcess({ dataFolder }),
    startServiceProcess({ dataFolder }),
  ])
  try {
    const [first, second] = [await writersAt(one, 'first'), await writersAt(other, 'second')]
    await Promise.all([first.nextAcknowledged(), second.nextAcknowledged()])
    await first.stop()
    expect(await one.stop()).toBe(0)
    await second.nextAcknowledged()
    await second.stop()
    expect(await other.stop()).toBe(0)
    expect([...first.tally.unexpected, ...second.tally.unexpected]).toEqual([])
    const acknowledged = [...first.tally.acknowledged, ...second.tally.acknowledged]
    expect(await compareWrites(acknowledged, readDatabaseConfig({ WORKPLAN_DATA: dataFolder }))).toEqual({
      lost: [],
      doubled: [],
      broken: [],
    })
  } finally {
    await Promise.all([one.kill(), other.kill()])
    await rm(dataFolder, { recursive: true })
  }
}, 240_000)
