import { NetworkFailure, read } from '@workplan/shell'

/** A file that the service made, and the name to keep it under. */
export interface FetchedFile {
  name: string
  file: Blob
}

/** Takes a file from an answer of the service; throws what the service said when there is none. */
export async function fetchFile(asking: Parameters<typeof read>[0], otherName: string): Promise<FetchedFile> {
  const response = await asking.catch((cause: unknown) => {
    throw new NetworkFailure(cause)
  })
  if (!response.ok) await read(Promise.resolve(response))
  const said = /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')
  return { name: said?.[1] ?? otherName, file: await response.blob() }
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
