/** What came of trying every route as everybody. */
export interface AccessResult {
  routes: number
  /** Routes to which no line of the policy leads. */
  withoutLine: string[]
  /** Writes for which no request was prepared. */
  untried: string[]
  /** Requests that the policy does not allow, and those of them that were not refused. */
  forbidden: number
  unauthorised: string[]
  /** Those refused for another reason, which says more than that there is nothing to do here. */
  refusedLate: string[]
  /** Requests that the policy allows, made as the last of all, and those refused for want of a right all the same. */
  allowed: number
  overRefused: string[]
  /** Writes that succeeded for nobody, so that their refusals prove nothing. */
  unproved: string[]
  /** Pairs of an id of another programme and one that is nowhere, and those answered differently. */
  pairs: number
  told: string[]
  /** True when the records are the same after all that was forbidden. */
  unchanged: boolean
}
