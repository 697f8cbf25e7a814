import { Screen } from '../../ui/Screen.tsx'

export function AccessScreen() {
  return <Screen title="AccessScreen">{null}</Screen>
}
