import type { ReportFormat } from '@workplan/domain'
import { api, NetworkFailure, read } from '@workplan/shell'

/** A file of a report, and the name to keep it under. */
export interface FetchedFile {
  name: string
  file: Blob
}

/** Asks the service for a report as a file; throws what the service said when there is none. */
export async function fetchReportFile(where: {
  programme: string
  report: string
  format: ReportFormat
}): Promise<FetchedFile> {
  const { programme, report, format } = where
  const response = await api.programmes[':programme'].reports[':id'].document
    .$get({ param: { programme, id: report }, query: { format } })
    .catch((cause: unknown) => {
      throw new NetworkFailure(cause)
    })
  if (!response.ok) await read(Promise.resolve(response))
  const said = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
  return { name: said?.[1] ?? `report.${format}`, file: await response.blob() }
}

/** Hands a file to the reader to keep. */
export function keepFile({ name, file }: FetchedFile): void {
  const address = URL.createObjectURL(file)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
