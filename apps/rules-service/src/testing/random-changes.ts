import type { ProgrammeState } from '@workplan/domain'
import { boardOf } from './board.ts'
import { judgedProgramme } from './judged-programme.ts'
import { lateCases, lateRule } from './own-rule.ts'
import { wholeNumber } from './seeded-random.ts'
import type { TestService } from './test-service.ts'

/** A live programme with two tasks, an answer, a service, and a group that reports go to. */
export function changeableProgramme(id: string): ProgrammeState {
  const state = judgedProgramme(id)
  state.programme = { ...state.programme, pinnedTo: null, pinnedBecause: null }
  state.records.group = [boardOf(`${id}.group.board`)]
  return state
}

/** Makes changes of every kind over HTTP, in an order that `random` decides; some are refused, as things stand. */
export async function randomChanges(service: TestService, programme: string, random: () => number) {
  const root = `/api/programmes/${programme}`
  const cookies = {
    office: await service.signIn('person.programme-office'),
    sro: await service.signIn('person.sro'),
    secretary: await service.signIn('person.secretary'),
  }
  const pick = <Item>(items: readonly Item[]) => items[wholeNumber(random, 0, items.length - 1)]

  async function list(path: string, cookie: string): Promise<{ id: string; task: { id: string } }[]> {
    const answer = await service.send(`${root}${path}`, { cookie })
    return ((await answer.json()) as { items: { id: string; task: { id: string } }[] }).items
  }

  /** A write to something that is there, from the version that is there. */
  async function write(
    cookie: string,
    path: string,
    at: string,
    method: string,
    json: unknown,
  ): Promise<void> {
    const version = (await service.send(`${root}${at}`, { cookie })).headers.get('etag') ?? ''
    await service.send(`${root}${path}`, { cookie, method, json, headers: { 'if-match': version } })
  }

  async function changeTask(): Promise<void> {
    const task = pick(await list('/tasks', cookies.office))?.task
    const change = pick([
      { status: 'done', reason: 'It is finished' },
      { status: 'in-progress' },
      { due: `2023-0${wholeNumber(random, 1, 9)}-10` },
      { progress: `Said ${random()}` },
      { due: null, status: 'not-started' },
    ])
    await write(cookies.office, `/tasks/${task?.id}`, `/tasks/${task?.id}`, 'PATCH', change)
  }

  async function addTask(): Promise<void> {
    const json = {
      title: `Work ${random()}`,
      workstream: `${programme}.ws.adult`,
      audience: ['adult'],
      serves: ['ambitions.1.1.3'],
      due: '2023-02-01',
    }
    await service.send(`${root}/tasks`, { cookie: cookies.office, json })
  }

  async function decide(): Promise<void> {
    const flag = pick(await list('/flags', cookies.sro))
    if (!flag) return
    const json = pick([
      { kind: 'accept', until: '2023-03-16', rationale: 'It can wait' },
      { kind: 'dispute', rationale: 'It is not so' },
      { kind: 'ask', question: 'How is that?' },
    ])
    await write(cookies.sro, `/flags/${flag.id}/decisions`, `/flags/${flag.id}`, 'POST', json)
  }

  async function setRule(): Promise<void> {
    const rule = pick(['task-overdue', 'task-without-owner'])
    const json = {
      enabled: random() < 0.6,
      severity: pick(['high', 'low']),
      thresholds: {},
      reason: 'Agreed',
    }
    await write(cookies.office, `/rules/${rule}/settings`, `/rules/${rule}`, 'PUT', json)
  }

  async function changeOwnRule(): Promise<void> {
    const rules = await list('/rules?origin=own', cookies.office)
    const rule = pick(rules)
    const title = `Own rule ${wholeNumber(random, 1, 9)}`
    const json = { document: { ...lateRule, title }, cases: lateCases }
    if (!rule || random() < 0.2) {
      await service.send(`${root}/rules`, { cookie: cookies.office, json })
      return
    }
    const at = `/rules/${rule.id}`
    const [path, method, body] = pick([
      [at, 'PUT', json],
      [`${at}/publish`, 'POST', { reason: 'Agreed' }],
      [`${at}/publish`, 'POST', { reason: 'Agreed' }],
      [`${at}/draft`, 'DELETE', undefined],
      [`${at}/end`, 'POST', { reason: 'No longer' }],
    ] as const) ?? [at, 'PUT', json]
    await write(cookies.office, path, at, method, body)
  }

  async function report(): Promise<void> {
    const found = pick(await list('/reports', cookies.secretary))
    if (!found || random() < 0.3) {
      const period = { from: '2023-01-01', to: '2023-03-31' }
      const json = { group: `${programme}.group.board`, period }
      await service.send(`${root}/reports`, { cookie: cookies.secretary, json })
      return
    }
    const at = `/reports/${found.id}`
    const edit = { title: `Report ${random()}`, narrative: { summary: `Text ${random()}` }, refresh: true }
    if (random() < 0.7) await write(cookies.secretary, at, at, 'PATCH', edit)
    else await write(cookies.secretary, `${at}/issue`, at, 'POST', undefined)
  }

  const kinds = [changeTask, changeTask, changeTask, addTask, decide, decide, setRule, changeOwnRule, report]
  /** Makes one change, or tries to. */
  return async (): Promise<void> => pick(kinds)?.()
}
