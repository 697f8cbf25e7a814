/** Node and browsers both have it; here only its name is needed. */
interface AbortSignal {
  readonly aborted: boolean
}
