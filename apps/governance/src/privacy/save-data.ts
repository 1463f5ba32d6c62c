import type { PersonExport } from '@workplan/domain'
import { downloadText } from '@workplan/ui'

/** Gives the reader a file with the data that are held about a person. */
export function saveData(data: PersonExport): void {
  const text = `${JSON.stringify(data, null, 2)}\n`
  downloadText('workplan-personal-data.json', text, 'application/json')
}
