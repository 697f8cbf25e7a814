/** A number with what is counted: `1 dossier`, `3 dossiers`. */
export const several = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`
