import { Component, type ReactNode } from 'react'
import { sentenceOf } from './i18n/i18n.ts'
import { Notice } from './ui/Notice.tsx'

/** Shows why a screen could not be drawn, in the sentence that belongs to the failure. */
export class FailureBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null }

  static getDerivedStateFromError = (error: unknown) => ({ error })

  override render() {
    return this.state.error === null ? this.props.children : <Notice tone="refused">{sentenceOf(this.state.error)}</Notice>
  }
}
