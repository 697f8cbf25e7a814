interface ImportMetaEnv {
  /** The version of the program, as its package names it. */
  readonly VERSION: string
}
