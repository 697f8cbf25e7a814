interface Window {
  /** Where the browser has them (W3C Trusted Types): what makes an address that may become a worker. */
  readonly trustedTypes?: { createPolicy(name: string, rules: { createScriptURL: () => string }): { createScriptURL(asked: string): string } }
}
