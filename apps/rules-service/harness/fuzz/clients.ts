import type { ProgrammeState } from '@workplan/domain'
import { wholeNumber } from '../../src/testing/seeded-random.ts'
import { clientWith } from '../api-client.ts'
import type { PreparedDatabase } from '../prepared-database.ts'
import { decideFlag } from './flag-commands.ts'
import type { Model } from './model.ts'
import { draftReport, editReport, issueReport } from './report-commands.ts'
import { setRule } from './rule-commands.ts'
import { pick, type Turn } from './turn.ts'
import { createTask, readThings, repeatWrite, updateStale, updateTask } from './task-commands.ts'

type Command = (turn: Turn) => Promise<void>

interface Sources {
  prepared: PreparedDatabase
  address: () => string
  model: Model
  example: ProgrammeState
}

const OFFICE: readonly Command[] = [
  createTask,
  updateTask,
  updateTask,
  updateTask,
  updateStale,
  repeatWrite,
  readThings,
  setRule,
]
const SRO: readonly Command[] = [decideFlag, decideFlag, readThings]
const SECRETARY: readonly Command[] = [draftReport, editReport, editReport, issueReport, readThings]
const PEOPLE = [
  ['person.programme-office', OFFICE],
  ['person.programme-office', OFFICE],
  ['person.sro', SRO],
  ['person.programme-office', OFFICE],
  ['person.secretary', SECRETARY],
] as const

/** Clients of several people, each with a session of its own; each call sends one command by chance. */
export async function createClients(
  count: number,
  { prepared, address, model, example }: Sources,
): Promise<((random: () => number) => Promise<void>)[]> {
  const tasks = example.records.task.map(({ id }) => id)
  const reports: string[] = []
  return Promise.all(
    Array.from({ length: count }, async (_, number) => {
      const [person, commands] = pick(PEOPLE, number)
      const client = clientWith(await prepared.sessionOf(person), address)
      return async (random: () => number) => {
        const command = pick(commands, wholeNumber(random, 0, commands.length - 1))
        await command({ client, model, random, example, tasks, reports })
      }
    }),
  )
}
