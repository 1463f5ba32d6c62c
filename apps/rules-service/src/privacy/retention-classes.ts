import type { RetentionClass } from '@workplan/domain'

/**
 * What is held about the people who use Workplan, and for how long. What is called a proposal is for the organisation's
 * records manager to confirm against the Records Management Code of Practice.
 */
export const retentionClasses: readonly RetentionClass[] = [
  {
    id: 'identity',
    what: 'Name and post',
    why: 'So that others know who answers for what',
    kept: 'Until the person is removed',
    removable: true,
  },
  {
    id: 'account',
    what: 'How somebody signs in: issuer and subject, or e-mail address, hashed password and encrypted second factor',
    why: 'So that nobody else gets in under that name',
    kept: 'Until the person is removed',
    removable: true,
  },
  {
    id: 'session',
    what: 'Sessions, without address or browser',
    why: 'So that somebody stays signed in while they work',
    kept: 'Until they sign out, 24 hours at the longest',
    removable: true,
  },
  {
    id: 'roles',
    what: 'Roles in a programme, under an id that says nothing about the person',
    why: 'So that everybody may do what they should and no more',
    kept: 'With the journal of the programme; proposal: 20 years, as board papers',
    removable: false,
  },
  {
    id: 'journal',
    what: 'What somebody did, under that id',
    why: 'So that every change can be accounted for',
    kept: 'With the journal of the programme; proposal: 20 years, as board papers',
    removable: false,
  },
  {
    id: 'comments',
    what: 'What somebody wrote about tasks and flags, and whom they mentioned, under those ids',
    why: 'So that it can be followed how something was settled',
    kept: 'With the journal of the programme, also what was withdrawn; proposal: 20 years, as board papers',
    removable: false,
  },
  {
    id: 'reading',
    what: 'How far somebody has read, how often they want an e-mail, and the address they gave for it',
    why: 'So that they are told of what is new, once, and where they want it',
    kept: 'Until the person has no role in the programme any more',
    removable: true,
  },
  {
    id: 'security',
    what: 'Sign-ins, refusals and sign-outs, under that id, without address or browser',
    why: 'So that misuse is found',
    kept: 'For good, because each row is sealed by the next; proposal: with the journal of the programme',
    removable: false,
  },
  {
    id: 'reports',
    what: 'Who drafted, signed off and issued a highlight report, under that id',
    why: 'So that a board knows who answers for what it was told',
    kept: 'With the report; proposal: 20 years, as board papers',
    removable: false,
  },
]
