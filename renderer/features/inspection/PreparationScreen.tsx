import { Screen } from '../../ui/Screen.tsx'

export function PreparationScreen(_: { inspection: string }) {
  return <Screen title="PreparationScreen">{null}</Screen>
}
