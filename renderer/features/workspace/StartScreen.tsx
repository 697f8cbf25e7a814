import { Screen } from '../../ui/Screen.tsx'

export function StartScreen() {
  return <Screen title="StartScreen">{null}</Screen>
}
