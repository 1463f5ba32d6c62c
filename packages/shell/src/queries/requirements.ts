import { defineQueryOptions } from '@pinia/colada'
import type { Audience, RequirementKind } from '@workplan/domain'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'
import { readPages } from '../api/read-pages.ts'
import { programmeKey } from './keys.ts'

export interface RequirementFilters {
  kind?: RequirementKind
  audience?: Audience
  framework?: string
  q?: string
}

/** Requirements of the programme's frameworks, with the tasks and the answer behind each. */
export const requirementsQuery = defineQueryOptions(
  ({ programme, filters = {} }: { programme: string; filters?: RequirementFilters }) => ({
    key: [...programmeKey(programme), 'requirements', filters],
    query: ({ signal }) =>
      readPages((cursor) =>
        read(
          api.programmes[':programme'].requirements.$get(
            { param: { programme }, query: { ...filters, ...(cursor && { cursor }) } },
            { init: { signal } },
          ),
        ),
      ),
  }),
)

export const requirementQuery = defineQueryOptions(
  ({ programme, requirement }: { programme: string; requirement: string }) => ({
    key: [...programmeKey(programme), 'requirement', requirement],
    query: ({ signal }) =>
      read(
        api.programmes[':programme'].requirements[':id'].$get(
          { param: { programme, id: requirement }, query: {} },
          { init: { signal } },
        ),
      ),
  }),
)
