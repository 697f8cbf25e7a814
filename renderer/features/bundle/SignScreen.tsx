import { Screen } from '../../ui/Screen.tsx'

export function SignScreen(_: { inspection: string }) {
  return <Screen title="SignScreen">{null}</Screen>
}
