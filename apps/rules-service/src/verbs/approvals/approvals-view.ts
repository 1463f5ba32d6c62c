import { approvalsOf, type ApprovalsView } from '@workplan/domain'
import { type LoadedProgramme, recordKey } from '../../store/programme.ts'

/** What needs two people in a programme, with the version that a change starts from. */
export function approvalsView({ state, versions }: LoadedProgramme): ApprovalsView {
  const [setting] = state.records['approval-setting']
  const version = setting ? (versions.get(recordKey('approval-setting', setting.id)) ?? 0) : 0
  return { ...approvalsOf(state), version }
}
