import type { CapacityView, RecordRefView, Service, WorkforcePost } from '@workplan/domain'
import type { Member } from '../members.ts'
import type { LoadedProgramme } from '../store/programme.ts'
import { arrangementView, mayKeep } from '../verbs/arrangements/arrangement-view.ts'
import { heldUpBy } from './held-up.ts'
import { providerRefs } from './provider-refs.ts'

/**
 * Posts with the required hours that hang on them, and the services that alone hold up some, most hours first. Withdrawn posts
 * are left out: their records keep them.
 */
export function capacityView(programme: LoadedProgramme, member: Member): CapacityView {
  const { records } = programme.state
  const posts = records['workforce-post'].filter(({ state }) => state !== 'withdrawn')
  const services = records.service.map((service) => serviceRef(service, programme))
  return {
    posts: posts.map((post) => ({
      post: arrangementView('workforce-post', post, programme, member),
      providerName: records.provider.find(({ id }) => id === post.provider)?.name ?? null,
      services: services.filter(({ id }) => post.services.includes(id)),
      holdsUp: heldUpBy(new Set(post.services), programme.state),
    })),
    alone: servicesAlone(programme, posts, services),
    services,
    providers: providerRefs(programme),
    mayAdd: mayKeep(member, 'workforce-post'),
  }
}

/** A service by its title, whose it is and who uses it: several have one title. */
function serviceRef({ id, title, provider, users }: Service, { state }: LoadedProgramme): RecordRefView {
  const whose = state.records.provider.find((candidate) => candidate.id === provider)?.name
  const more = [
    ...(whose === undefined ? [] : [whose]),
    ...users.map((user) => user.replaceAll('-', ' ')),
  ].join(', ')
  return { kind: 'service', id, title: more === '' ? title : `${title} (${more})` }
}

function servicesAlone(
  { state }: LoadedProgramme,
  posts: readonly WorkforcePost[],
  services: readonly RecordRefView[],
): CapacityView['alone'] {
  return state.records.service
    .map(({ id, title, conditional, capacityConcern }) => ({
      service: services.find((ref) => ref.id === id) ?? { kind: 'service' as const, id, title },
      conditional,
      capacityConcern,
      posts: posts.filter(({ services }) => services.includes(id)).map((post) => post.id),
      holdsUp: heldUpBy(new Set([id]), state),
    }))
    .filter(({ holdsUp }) => holdsUp.length > 0)
    .toSorted((one, other) => hoursOf(other.holdsUp) - hoursOf(one.holdsUp))
}

function hoursOf(holdsUp: CapacityView['alone'][number]['holdsUp']): number {
  return holdsUp.reduce((sum, { hours }) => sum + hours, 0)
}
