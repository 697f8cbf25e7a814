import { Screen } from '../../ui/Screen.tsx'

export function FrameworkScreen(_: { hash: string }) {
  return <Screen title="FrameworkScreen">{null}</Screen>
}
