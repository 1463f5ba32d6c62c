import { useQueryCache } from '@pinia/colada'
import type { MetricChange, NewMetric, NewReading, ReadingChange } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { etagOf } from './attempt.ts'
import { refreshProgramme } from './refresh-programme.ts'
import { useSending } from './use-sending.ts'

export interface MetricCreation {
  programme: string
  input: NewMetric
  attempt?: string
}

/** Adds a metric; answers with it and with what that did to the flags. */
export function useCreateMetric() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, input }: MetricCreation, attempt) =>
      read(
        api.programmes[':programme'].metrics.$post({
          param: { programme },
          header: { 'idempotency-key': attempt },
          json: input,
        }),
      ),
    onSuccess: (_saved, { programme }) => void refreshProgramme(cache, programme),
  })
}

export interface ReadingRecording {
  programme: string
  metric: string
  input: NewReading
  /** Kept over retries of the same reading; a new one is made when left out. */
  attempt?: string
}

/** Puts a reading of a metric on record; answers with the reading and what that did to the flags. */
export function useRecordReading() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, metric, input }: ReadingRecording, attempt) =>
      read(
        api.programmes[':programme'].metrics[':id'].readings.$post({
          param: { programme, id: metric },
          header: { 'idempotency-key': attempt },
          json: input,
        }),
      ),
    onSuccess: (_saved, { programme }) => void refreshProgramme(cache, programme),
  })
}

export interface ReadingCorrection {
  programme: string
  reading: string
  /** The version that the change was made from. */
  version: number
  change: ReadingChange
  attempt?: string
}

/** Corrects a reading, takes it back or puts it back. */
export function useChangeReading() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, reading, version, change }: ReadingCorrection, attempt) =>
      read(
        api.programmes[':programme'].readings[':id'].$patch({
          param: { programme, id: reading },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: change,
        }),
      ),
    onSuccess: (_saved, { programme }) => void refreshProgramme(cache, programme),
  })
}

export interface MetricUpdate {
  programme: string
  metric: string
  version: number
  change: MetricChange
  attempt?: string
}

/** Changes what a metric aims at or how it is read. */
export function useChangeMetric() {
  const cache = useQueryCache()
  return useSending({
    send: ({ programme, metric, version, change }: MetricUpdate, attempt) =>
      read(
        api.programmes[':programme'].metrics[':id'].$patch({
          param: { programme, id: metric },
          header: { 'if-match': etagOf(version), 'idempotency-key': attempt },
          json: change,
        }),
      ),
    onSuccess: (_saved, { programme }) => void refreshProgramme(cache, programme),
  })
}
