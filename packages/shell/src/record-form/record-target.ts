import type { FlagEffect } from '@workplan/domain'

/** A record as it is stored. */
export interface StoredRecord {
  record: object & { id: string }
  version: number
}

/** What a form sends: the changed fields of a record, or all of a new one. */
export interface RecordSending {
  values: Record<string, unknown>
  /** The version that the change was made from; null for a new record. */
  version: number | null
  reason: string
  /** Kept over retries of the same change, so that it happens once. */
  attempt: string
}

/** Where a form sends a record. */
export interface RecordTarget {
  send(sending: RecordSending): Promise<{ item: StoredRecord; flags: FlagEffect }>
  /** The record in what the service answers about a stale version. */
  storedIn(current: unknown): StoredRecord
}

export interface SavedRecord {
  item: StoredRecord
  flags: FlagEffect
  /** The record before; null for a new one. */
  before: StoredRecord | null
  /** The fields that were sent. */
  keys: string[]
}
