import type { EffectOnFlags, WhatIfInput } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { placedIn } from '../../http/placed-in.ts'
import type { Rules } from '../../rules.ts'
import type { WrittenRecord } from '../../store/drafted-change.ts'
import type { LoadedProgramme } from '../../store/programme.ts'
import { findTask } from '../tasks/find-task.ts'
import { taskAfter } from '../tasks/task-after.ts'
import { answerAfter } from './answer-after.ts'
import { effectOfChange } from './effect-of-change.ts'
import { serviceAfter } from './service-after.ts'

/** What a change of one record would do to the flags; changes nothing. Throws `not-found`, `invalid-input`. */
export async function tryChange(
  { store, rules, now }: Pick<AppContext, 'store' | 'rules' | 'now'>,
  programmeId: string,
  input: WhatIfInput,
): Promise<EffectOnFlags> {
  const programme = await store.readProgramme(programmeId)
  const record = placedIn('change', () => supposed(programme, input, rules))
  return effectOfChange(programme, { records: [record] }, rules, now())
}

function supposed(
  programme: LoadedProgramme,
  input: WhatIfInput,
  rules: Rules,
): Pick<WrittenRecord, 'kind' | 'id' | 'data'> {
  switch (input.kind) {
    case 'task': {
      const { task } = findTask(programme, input.id)
      return { kind: 'task', id: task.id, data: taskAfter(task, input.change, programme, rules) }
    }
    case 'answer': {
      const after = answerAfter(programme, input.id, input.change)
      return { kind: 'answer', id: after.id, data: after }
    }
    case 'service': {
      const after = serviceAfter(programme, input.id, input.change)
      return { kind: 'service', id: after.id, data: after }
    }
  }
}
