import styles from './bundle.module.css'

/** The beginning of the hash by which a bundle is known, in groups that can be read aloud. */
export function Fingerprint({ manifest }: { manifest: string }) {
  return <code className={styles.fingerprint}>{manifest.slice(0, 16).match(/.{4}/g)?.join(' ')}</code>
}
