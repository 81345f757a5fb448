/** What every error of this package is. An abort is none: it rejects with the reason of the signal. */
export class PipecatCloudError extends Error {
  static {
    this.prototype.name = 'PipecatCloudError'
  }
}
