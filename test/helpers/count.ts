export interface Count {
  passed: number
  failed: number
}

/** What is read of a vitest report (`--reporter=json`). */
export interface Report {
  numPassedTests: number
  numFailedTests: number
  testResults: readonly { status: string; name: string; message: string; assertionResults: readonly Assertion[] }[]
}
interface Assertion {
  status: string
  fullName: string
  failureMessages?: readonly string[] | undefined
}

export const sum = (counts: readonly Count[]): Count => ({
  passed: counts.reduce((total, { passed }) => total + passed, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
})

/** Counts tests, and each file that could not be read as one failure. No report, or a bad end without a failure, is one too. */
export function countOf(report: Report | null, good: boolean): Count {
  if (!report) return { passed: 0, failed: 1 }
  const unread = report.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length
  const failed = report.numFailedTests + unread
  return { passed: report.numPassedTests, failed: good ? failed : Math.max(failed, 1) }
}

/** A line for each test that failed, and for each file that could not be read: where, which, and the first line of why. */
export function failuresOf(report: Report | null): string[] {
  return (report?.testResults ?? []).flatMap(({ status, name, message, assertionResults }) => {
    if (status === 'failed' && assertionResults.length === 0) return [`${name}: ${firstLine(message)}`]
    const failed = assertionResults.filter((assertion) => assertion.status === 'failed')
    return failed.map(({ fullName, failureMessages = [] }) => `${name}: ${fullName}: ${firstLine(failureMessages[0])}`)
  })
}

const firstLine = (text = '') => text.split('\n')[0] ?? ''
