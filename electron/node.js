// Plain JavaScript that any Node can read. `node electron/node.js FILE.ts` runs the file if this Node can carry it; imported, it only refuses.
// Below Node-API 10 the database takes the process down without a word, and without type stripping no file of ours is understood.
// `process.features.typescript` says the second exactly; it is there from Node 22.18 and 23.6.

/** Why a Node cannot run the program, in Dutch and English; null when it can. */
export function refusalOf(versions, features) {
  if (Number(versions.napi) >= 10 && features.typescript) return null
  return [
    'Veldtoets heeft Node 22.18 of nieuwer nodig; dit is Node ' + versions.node + '.',
    'Start het met "npm start" of "npx veldtoets": die gebruiken de Node 24 die "npm ci" meebrengt.',
    'Veldtoets needs Node 22.18 or newer; this is Node ' + versions.node + '.',
    'Start it with "npm start" or "npx veldtoets": they use the Node 24 that "npm ci" brings.',
  ].join('\n')
}

const refusal = refusalOf(process.versions, process.features)
if (refusal !== null) {
  console.error(refusal)
  process.exit(2)
}

if (/[\\/]node\.js$/.test(process.argv[1] || '') && process.argv[2]) {
  process.argv.splice(1, 1)
  import('url').then(({ pathToFileURL }) => import(pathToFileURL(process.argv[1]).href))
}
