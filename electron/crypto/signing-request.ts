import 'reflect-metadata'
import { Pkcs10CertificateRequest, SubjectAlternativeNameExtension } from '@peculiar/x509'
import type { Person } from '../../shared/domain/person.ts'
import { appError } from '../../shared/errors.ts'
import { nameOf, type Signer } from './certificate.ts'
import { decoded, der, fromPem, integer, sequence, signedDer, splitSigned, toPem } from './der.ts'
import { checkKey, isSignedBy, kidOf } from './ed25519.ts'

const LABEL = 'CERTIFICATE REQUEST'

/** A request for a certificate (PKCS #10, RFC 2986) as PEM: the key signs whom it belongs to, and how to encrypt for them. */
export function makeSigningRequest(signer: Signer, person: Person, recipient: string): string {
  const signed = requestOf(person, signer.publicKey, recipient)
  return toPem(LABEL, signedDer(signed, signer.sign(signed)))
}

/** The key (base64 SPKI) that asked for this person. Errors: `not-canonical`, `key-type`, `weak-key`, `signature-invalid`. */
export function readSigningRequest(pem: string, person: Person, recipient: string): string {
  const bytes = fromPem(LABEL, pem)
  const { signed, signature } = splitSigned(LABEL, bytes)
  const publicKey = keyIn(bytes)
  checkKey(publicKey)
  const fits = signed.equals(requestOf(person, publicKey, recipient)) && isSignedBy(publicKey, signed, signature)
  if (!fits) throw appError('signature-invalid', { signer: kidOf(publicKey) })
  return publicKey
}

/** RFC 2985, 5.4.2: extensions that the certificate is asked to have. */
const EXTENSION_REQUEST = Buffer.from('06092a864886f70d01090e', 'hex')

function requestOf({ id, name, inspectorate }: Person, publicKey: string, recipient: string): Buffer {
  const names = Buffer.from(new SubjectAlternativeNameExtension([{ type: 'url', value: `urn:veldtoets:age:${recipient}` }]).rawData)
  const asked = sequence(EXTENSION_REQUEST, der(0x31, sequence(names)))
  return sequence(integer(Buffer.of(0)), nameOf(name, inspectorate, id), Buffer.from(publicKey, 'base64'), der(0xa0, asked))
}

const keyIn = (bytes: Buffer) => decoded(LABEL, () => Buffer.from(new Pkcs10CertificateRequest(bytes).publicKey.rawData).toString('base64'))
