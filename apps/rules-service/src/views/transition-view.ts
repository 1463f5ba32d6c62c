import { isTransitionTask, type TransitionView } from '@workplan/domain'
import type { Member } from '../members.ts'
import type { Rules } from '../rules.ts'
import type { LoadedProgramme } from '../store/programme.ts'
import { arrangementView, mayKeep } from '../verbs/arrangements/arrangement-view.ts'
import { servedRequirements } from '../verbs/tasks/served-requirements.ts'
import { taskViewer } from '../verbs/tasks/task-view.ts'
import { providerRefs } from './provider-refs.ts'

/** Pathways with what is handed over on each, youngest age first, and the tasks on the hand-over; withdrawn ones are left out. */
export function transitionView(programme: LoadedProgramme, rules: Rules, member: Member): TransitionView {
  const { records } = programme.state
  const nameOf = (provider: string | null) => records.provider.find(({ id }) => id === provider)?.name ?? null
  const handOvers = records['hand-over']
    .filter(({ state }) => state !== 'withdrawn')
    .toSorted((one, other) => one.age - other.age)
  return {
    pathways: records['transition-pathway']
      .filter(({ state }) => state !== 'withdrawn')
      .map((pathway) => ({
        pathway: arrangementView('transition-pathway', pathway, programme, member),
        sendingProviderName: nameOf(pathway.sendingProvider),
        receivingProviderName: nameOf(pathway.receivingProvider),
        handOvers: handOvers
          .filter((handOver) => handOver.pathway === pathway.id)
          .map((handOver) => arrangementView('hand-over', handOver, programme, member)),
      })),
    tasks: records.task
      .filter((task) => isTransitionTask(task, servedRequirements(task, rules)))
      .map(taskViewer(programme, rules, member)),
    providers: providerRefs(programme),
    mayAdd: mayKeep(member, 'transition-pathway'),
  }
}
