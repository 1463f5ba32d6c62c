import { useProgramme } from '../programme/use-programme.ts'
import { useSession } from '../session/use-session.ts'

/** The key under which this person's unsaved text for a task is kept. */
export function useDraftKey(): (task: string) => string {
  const { programme } = useProgramme()
  const { person } = useSession()
  // Whoever signs in later must not be given it.
  const writer = person.value?.id
  return (task) => `${writer}/${programme.value}/${task}`
}
