export function refusalOf(
  versions: { readonly node: string; readonly napi?: string | undefined },
  features: { readonly typescript?: string | boolean | undefined },
): string | null
