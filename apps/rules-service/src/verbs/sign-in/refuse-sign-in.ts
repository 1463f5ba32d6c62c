import type { ProblemCode } from '@workplan/domain'
import type { AppContext } from '../../context.ts'
import { AppError } from '../../errors.ts'
import { recordRefusal } from '../../sign-in/record-refusal.ts'

export type LocalRefusal =
  | 'wrong-password'
  | 'wrong-code'
  | 'used-code'
  | 'no-second-factor'
  | 'too-many-attempts'
  | 'disabled'
  | 'unknown-person'

const ANSWERS: Record<LocalRefusal, { code: ProblemCode; message: string }> = {
  'wrong-password': {
    code: 'sign-in-refused',
    message:
      'The e-mail address or the password is not right. Try again, or ask the programme office for a new link.',
  },
  'no-second-factor': {
    code: 'sign-in-refused',
    message: 'This account is not set up. Ask the programme office for a link.',
  },
  'wrong-code': {
    code: 'sign-in-refused',
    message: 'The code is not right, or too old. Enter the one shown now.',
  },
  'used-code': {
    code: 'sign-in-refused',
    message: 'This code was used already. Wait until your authenticator app shows the next one.',
  },
  'too-many-attempts': {
    code: 'too-many-attempts',
    message: 'There were too many tries for this account. Wait 15 minutes and try again.',
  },
  disabled: { code: 'sign-in-refused', message: 'This account is switched off. Ask the programme office.' },
  'unknown-person': {
    code: 'sign-in-refused',
    message:
      'You are not a person of this Workplan yet, or your link is too old. Ask the programme office for one.',
  },
}

/** Journals a refusal and throws it. */
export async function refuseSignIn(
  context: Pick<AppContext, 'database' | 'now' | 'attempts'>,
  reason: LocalRefusal,
  person: string | null = null,
): Promise<never> {
  await recordRefusal(context, { person, detail: { by: 'local-account', reason } })
  throw problemOfRefusal(reason)
}

/** What somebody who is refused is told. */
export function problemOfRefusal(reason: LocalRefusal): AppError {
  const { code, message } = ANSWERS[reason]
  return new AppError(code, message)
}
