import type { CommentView, NewComment } from '@workplan/domain'
import type { FakeService } from './fake-service.ts'
import { problem } from './fake-service.ts'

const COMMENTS = '/api/programmes/bnssg/comments'

/** A comment as the service answers it: by the programme office, unless said otherwise. */
export function commentView(given: Partial<CommentView['comment']> & { version?: number } = {}): CommentView {
  const { version = 1, ...comment } = given
  const by = comment.by ?? 'person.programme-office'
  return {
    comment: {
      id: 'bnssg.comment.1',
      source: { document: 'Workplan' },
      about: { kind: 'task', id: 'task.1' },
      at: '2023-03-10T10:00:00.000Z',
      editedAt: null,
      state: 'shown',
      text: 'A word',
      mentions: [],
      ...comment,
      by,
    },
    version,
    by: { id: by, name: by === 'person.programme-office' ? 'Programme office' : 'Somebody' },
    mentioned: (comment.mentions ?? []).map((id) => ({ id, name: 'Lead for adult services' })),
    mayChange: false,
  }
}

/** Lets comments be read and written, as the service does; those that are written are one's own. */
export function serveComments(service: FakeService, given: readonly CommentView[] = []): CommentView[] {
  const thread = [...given]
  service.on(`GET ${COMMENTS}`, () => ({ items: thread, next: null }))
  service.on(`POST ${COMMENTS}`, ({ body }) => {
    const { about, text } = body as NewComment
    const id = `bnssg.comment.new-${thread.length}`
    const made = { ...commentView({ id, about, text, by: 'person.me' }), mayChange: true }
    thread.push(made)
    service.on(`PATCH ${COMMENTS}/${id}`, (request) => {
      const place = thread.findIndex(({ comment }) => comment.id === id)
      const now = thread[place]
      if (!now) return problem(404, 'not-found', 'There is no such comment.')
      if (request.headers.get('if-match') !== `"${now.version}"`)
        return problem(412, 'stale-version', 'It was changed since you opened it.', { current: now })
      const change = request.body as { text?: string; state?: 'withdrawn' }
      const comment = change.state
        ? { ...now.comment, state: change.state, text: null }
        : { ...now.comment, text: change.text ?? '', editedAt: '2023-03-11T10:00:00.000Z' }
      thread[place] = { ...now, version: now.version + 1, comment, mayChange: !change.state }
      return thread[place]
    })
    return made
  })
  return thread
}
