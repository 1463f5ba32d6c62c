import type { FlagDetail } from '@workplan/domain'

/**
 * A flag as the service answered it. The client's types stop at the first step of an explanation, because it contains itself;
 * the service's own types guarantee that what it sends is a whole `FlagDetail`.
 */
export function flagDetailOf(body: Omit<FlagDetail, 'explanation'> & { explanation: object }): FlagDetail {
  return body as FlagDetail
}
