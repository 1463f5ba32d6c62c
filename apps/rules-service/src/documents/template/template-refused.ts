/** A template that is not taken; the message says what is wrong, where, and what to do. */
export class TemplateRefused extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'TemplateRefused'
  }
}
