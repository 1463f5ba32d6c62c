import type { RetentionClass } from '@workplan/domain'

const AT_ONCE = 'Taken out at once'
const UNDER_AN_ID = 'Stays, under an id without a name'
const WITH_THE_JOURNAL = 'With the journal of the programme; proposal: 20 years, as board papers'

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
    onRemoval: AT_ONCE,
  },
  {
    id: 'account',
    what: 'How somebody signs in: issuer and subject, or e-mail address, hashed password and encrypted second factor',
    why: 'So that nobody else gets in under that name',
    kept: 'Until the person is removed',
    onRemoval: AT_ONCE,
  },
  {
    id: 'session',
    what: 'Sessions, without address or browser',
    why: 'So that somebody stays signed in while they work',
    kept: 'Until they sign out, 24 hours at the longest',
    onRemoval: AT_ONCE,
  },
  {
    id: 'reading',
    what: 'How far somebody has read, how often they want an e-mail, and the address they gave for it',
    why: 'So that they are told of what is new, once, and where they want it',
    kept: 'Until the person has no role in the programme any more',
    onRemoval: AT_ONCE,
  },
  {
    id: 'roles',
    what: 'Roles in a programme, under an id that says nothing about the person',
    why: 'So that everybody may do what they should and no more',
    kept: WITH_THE_JOURNAL,
    onRemoval: UNDER_AN_ID,
  },
  {
    id: 'journal',
    what: 'What somebody did, under that id',
    why: 'So that every change can be accounted for',
    kept: WITH_THE_JOURNAL,
    onRemoval: UNDER_AN_ID,
  },
  {
    id: 'comments',
    what: 'What somebody wrote about tasks and flags, and whom they mentioned, under those ids',
    why: 'So that it can be followed how something was settled',
    kept: `${WITH_THE_JOURNAL}. What was withdrawn is kept too`,
    onRemoval: UNDER_AN_ID,
  },
  {
    id: 'reports',
    what: 'Who drafted, signed off and issued a highlight report, under that id',
    why: 'So that a board knows who answers for what it was told',
    kept: 'With the report; proposal: 20 years, as board papers',
    onRemoval: `${UNDER_AN_ID}. Files that were downloaded before have the name`,
  },
  {
    id: 'security',
    what: 'Sign-ins, refusals and sign-outs, under that id, without address or browser',
    why: 'So that misuse is found',
    kept: 'For good, because each row is sealed by the next; proposal: with the journal of the programme',
    onRemoval: UNDER_AN_ID,
  },
  {
    id: 'words',
    what: 'Names that people typed into notes, comments, reasons and reports',
    why: 'So that the record of the programme reads as it was written. Write posts rather than names',
    kept: WITH_THE_JOURNAL,
    onRemoval: 'Stays: the journal and issued reports cannot be changed. The export says where',
  },
  {
    id: 'emails',
    what: 'E-mails that were sent, with titles, days and links',
    why: 'So that people hear of what waits for them',
    kept: 'In the mailbox, as the organisation keeps its e-mails. Workplan keeps no copy',
    onRemoval: 'Stays in the mailbox. No more are sent',
  },
  {
    id: 'backups',
    what: 'Backups, with all of this as it was on their day',
    why: 'So that nothing is lost when a machine is',
    kept: 'As long as the organisation keeps backups; proposal: 90 days',
    onRemoval: 'Stays until the backup is deleted. When one is restored, the person is taken out again',
  },
]
