import type { ChangeEvent } from '@workplan/domain'

/** A live stream that a test drives by hand. */
export class FakeEventSource extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2

  readonly url: string
  readyState: number = FakeEventSource.CONNECTING

  constructor(url: string) {
    super()
    this.url = url
  }

  get closed(): boolean {
    return this.readyState === FakeEventSource.CLOSED
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED
  }

  /** The service accepts the stream, sends what was missed, and says where the reader then is. */
  open({ missed = [], place = 1 }: { missed?: ChangeEvent[]; place?: number } = {}): void {
    this.readyState = FakeEventSource.OPEN
    this.dispatchEvent(new Event('open'))
    for (const change of missed) this.change(change)
    const data = String(missed.at(-1)?.seq ?? place)
    this.dispatchEvent(new MessageEvent('place', { data }))
  }

  /** The service tells of a change. */
  change(change: ChangeEvent): void {
    this.dispatchEvent(new MessageEvent('change', { data: JSON.stringify(change) }))
  }

  /** The service says that it is still there. */
  beat(): void {
    this.dispatchEvent(new MessageEvent('beat', { data: 'still here' }))
  }

  /** The stream breaks: for good, or so that the browser itself tries again. */
  fail({ forGood }: { forGood: boolean }): void {
    this.readyState = forGood ? FakeEventSource.CLOSED : FakeEventSource.CONNECTING
    this.dispatchEvent(new Event('error'))
  }
}
