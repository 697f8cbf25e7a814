import { Screen } from '../../ui/Screen.tsx'

export function VerdictScreen(_: { inspection: string }) {
  return <Screen title="VerdictScreen">{null}</Screen>
}
