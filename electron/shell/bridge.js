// Runs in the page before all else: of what the preload script offers it makes the bridge that all hosts give.
const { host } = window

const send = async (path, input, { onProgress, signal } = {}) => {
  const { answer, cancel } = host.send(path, input, onProgress)
  if (signal?.aborted) cancel()
  signal?.addEventListener('abort', cancel, { once: true })
  try {
    return await answer
  } finally {
    signal?.removeEventListener('abort', cancel)
  }
}

window.bridge = Object.freeze({ send, open: host.open, save: host.save, offer: host.offer, deliver: async () => {} })
