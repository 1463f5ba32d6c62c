/** A live stream that a test drives by hand. */
export class FakeEventSource extends EventTarget {
  static readonly CONNECTING = 0
  static readonly OPEN = 1
  static readonly CLOSED = 2
  /** Every stream that was opened, oldest first. */
  static readonly all: FakeEventSource[] = []

  readonly url: string
  readyState: number = FakeEventSource.CONNECTING

  constructor(url: string) {
    super()
    this.url = url
    FakeEventSource.all.push(this)
  }

  close(): void {
    this.readyState = FakeEventSource.CLOSED
  }

  /** The service accepted the stream. */
  open(): void {
    this.readyState = FakeEventSource.OPEN
    this.dispatchEvent(new Event('open'))
  }

  /** The service says that something changed. */
  change(data: object): void {
    this.dispatchEvent(new MessageEvent('change', { data: JSON.stringify(data) }))
  }

  /** The stream broke; for good, or so that the browser tries again by itself. */
  fail({ forGood }: { forGood: boolean }): void {
    this.readyState = forGood ? FakeEventSource.CLOSED : FakeEventSource.CONNECTING
    this.dispatchEvent(new Event('error'))
  }
}
