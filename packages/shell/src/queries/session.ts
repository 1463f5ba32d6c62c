import { defineQueryOptions } from '@pinia/colada'
import { api } from '../api/client.ts'
import { read } from '../api/read.ts'

export const sessionKey = ['session'] as const

/**
 * Who is signed in and what they may do, in every programme of theirs. Read again whenever the window is looked at anew:
 * another tab may have signed somebody else in.
 */
export const sessionQuery = defineQueryOptions({
  key: sessionKey,
  refetchOnWindowFocus: 'always',
  query: ({ signal }) => read(api.session.$get({}, { init: { signal } })),
})

/** The ways to sign in where this is no demonstration. */
export const waysToSignInQuery = defineQueryOptions({
  key: ['ways-to-sign-in'],
  query: ({ signal }) => read(api.session.ways.$get({}, { init: { signal } })),
})

/** The people one can sign in as in demonstration mode. */
export const demonstrationPeopleQuery = defineQueryOptions({
  key: ['demonstration-people'],
  query: ({ signal }) => read(api.session.demo.$get({}, { init: { signal } })),
})
