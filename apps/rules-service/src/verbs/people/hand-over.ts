import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { recordKey } from '../../store/programme.ts'
import type { ChangeRequest } from '../../store/store.ts'
import { personOfProgramme } from './person-of-programme.ts'

/** Gives every task of a person that is not done to another person. Answers how many there were. */
export function handOver(
  { store }: Pick<AppContext, 'store'>,
  request: ChangeRequest,
  { from, to }: { from: string; to: string },
): Promise<{ tasks: number }> {
  return store.change(
    request,
    async (change) => {
      await personOfProgramme(change, from)
      const { disabledAt } = await personOfProgramme(change, to)
      if (from === to || disabledAt)
        throw new AppError('invalid-input', 'Choose somebody else, who is not switched off.', {
          errors: [{ path: 'to', message: 'must be somebody else, who is not switched off' }],
        })
      const { state, versions } = change.before
      const tasks = state.records.task.filter(({ owner, status }) => owner === from && status !== 'done')
      for (const task of tasks)
        change.put(
          'task',
          { ...task, owner: to },
          {
            expectedVersion: versions.get(recordKey('task', task.id)) ?? null,
            action: 'task.handed-over',
            why: null,
          },
        )
      return { tasks: tasks.length }
    },
    (_outcome, answer) => answer,
  )
}
