import type { FlagStatus, TaskStatus } from '@workplan/domain'
import type { StateLook } from '../shape/state-look.ts'

export const statusLooks: Record<TaskStatus | FlagStatus, StateLook> = {
  'not-started': { word: 'Not started', shape: 'ring', colour: 'grey' },
  'in-progress': { word: 'In progress', shape: 'half', colour: 'blue' },
  blocked: { word: 'Blocked', shape: 'octagon', colour: 'red' },
  done: { word: 'Done', shape: 'tick', colour: 'green' },
  unknown: { word: 'Not known', shape: 'dash', colour: 'white' },
  open: { word: 'Open', shape: 'circle', colour: 'blue' },
  assigned: { word: 'Assigned', shape: 'person', colour: 'purple' },
  accepted: { word: 'Accepted', shape: 'bars', colour: 'grey' },
  disputed: { word: 'Disputed', shape: 'cross', colour: 'pink' },
  asked: { word: 'Asked', shape: 'speech', colour: 'yellow' },
  cleared: { word: 'Cleared', shape: 'tick', colour: 'green' },
}
