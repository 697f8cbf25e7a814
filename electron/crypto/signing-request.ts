import 'reflect-metadata'
import { Pkcs10CertificateRequest } from '@peculiar/x509'
import type { Person } from '../../shared/domain/person.ts'
import { appError } from '../../shared/errors.ts'
import { nameOf, type Signer } from './certificate.ts'
import { decoded, der, fromPem, integer, sequence, signedDer, splitSigned, toPem } from './der.ts'
import { checkKey, isSignedBy, kidOf } from './ed25519.ts'

const LABEL = 'CERTIFICATE REQUEST'

/** A request for a certificate (PKCS #10, RFC 2986) as PEM: the key signs whom it belongs to. */
export function makeSigningRequest(signer: Signer, person: Person): string {
  const signed = requestOf(person, signer.publicKey)
  return toPem(LABEL, signedDer(signed, signer.sign(signed)))
}

/** The key (base64 SPKI) that asked for this person. Errors: `not-canonical`, `key-type`, `weak-key`, `signature-invalid`. */
export function readSigningRequest(pem: string, person: Person): string {
  const bytes = fromPem(LABEL, pem)
  const { signed, signature } = splitSigned(LABEL, bytes)
  const publicKey = keyIn(bytes)
  checkKey(publicKey)
  const fits = signed.equals(requestOf(person, publicKey)) && isSignedBy(publicKey, signed, signature)
  if (!fits) throw appError('signature-invalid', { signer: kidOf(publicKey) })
  return publicKey
}

const requestOf = ({ id, name, inspectorate }: Person, publicKey: string) =>
  sequence(integer(Buffer.of(0)), nameOf(name, inspectorate, id), Buffer.from(publicKey, 'base64'), der(0xa0))

const keyIn = (bytes: Buffer) => decoded(LABEL, () => Buffer.from(new Pkcs10CertificateRequest(bytes).publicKey.rawData).toString('base64'))
