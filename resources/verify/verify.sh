#!/bin/sh
# Controleert een inspectiebestand van Veldtoets met unzip, sha256sum en openssl (3.0 of nieuwer).
# Checks an inspection file of Veldtoets with unzip, sha256sum and openssl (3.0 or newer).
#   sh verify.sh BESTAND.veldtoets root.pem [crl.pem]
set -eu
LC_ALL=C
export LC_ALL
umask 077

fail() { # Dutch, English
  printf 'NIET GOED: %s\nNOT GOOD:  %s\n' "$1" "$2" >&2
  exit 1
}

if [ $# -lt 2 ] || [ $# -gt 3 ]; then
  printf 'Gebruik / usage: sh verify.sh BUNDLE.veldtoets ROOT.pem [CRL.pem]\n' >&2
  exit 2
fi
for tool in unzip sha256sum openssl; do
  command -v "$tool" > /dev/null || fail "$tool is niet geïnstalleerd." "$tool is not installed."
done
for file in "$@"; do
  [ -f "$file" ] || fail "$file is er niet." "$file is not there."
done
[ "$(head -c 21 "$1")" != 'age-encryption.org/v1' ] ||
  fail 'het bestand is versleuteld. Ontsleutel het eerst: age -d -i SLEUTEL.txt -o BESTAND.veldtoets BESTAND.veldtoets.age' \
    'the file is encrypted. Decrypt it first: age -d -i KEY.txt -o FILE.veldtoets FILE.veldtoets.age'
absolute() { case $1 in /*) printf '%s' "$1" ;; *) printf '%s/%s' "$(pwd)" "$1" ;; esac; }
bundle=$(absolute "$1")
root=$(absolute "$2")
crl=
[ $# -eq 2 ] || crl=$(absolute "$3")

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/tree"

# Names first, from the table of contents: nothing else may come out of the archive, and nothing twice.
hex32='[0-9a-f]\{32\}'
uuid='[0-9a-f]\{8\}-[0-9a-f]\{4\}-[0-9a-f]\{4\}-[0-9a-f]\{4\}-[0-9a-f]\{12\}'
unzip -Z1 "$bundle" > "$work/names" 2> /dev/null || fail 'dit is geen heel zipbestand.' 'this is not a whole zip file.'
if grep -v -x -e 'mimetype' -e 'manifest-sha256\.txt' -e 'bundle\.json' -e 'VERIFY\.txt' \
  -e "signatures/$hex32\.json" -e "signatures/$hex32\.sig" -e "signatures/$hex32\.pem" \
  -e "signatures/device/$hex32\.json" -e "signatures/device/$hex32\.sig" -e "signatures/device/$hex32\.pem" \
  -e 'data/changes\.jsonl' -e 'data/content\.jsonl' -e 'data/erasures\.jsonl' -e 'data/log\.jsonl' \
  -e 'data/framework\.json' -e 'data/organisation\.json' -e 'data/persons\.json' -e 'data/report\.html' \
  -e "data/earlier/$uuid\.json" -e 'data/evidence/[0-9a-f]\{64\}' "$work/names" > "$work/odd"; then
  fail 'er zit een onderdeel in dat er niet hoort.' 'it holds a part that does not belong.'
fi
[ -z "$(sort "$work/names" | uniq -d)" ] || fail 'een onderdeel komt twee keer voor.' 'a part occurs twice.'

# A whole archive without anything before or after; unzip gives a warning (status 1) for what does not fit.
unzip -q -o "$bundle" -d "$work/tree" > /dev/null 2>&1 < /dev/null || fail 'het bestand is beschadigd of niet volledig.' 'the file is damaged or incomplete.'
cd "$work/tree"
[ -z "$(find . ! -type f ! -type d)" ] || fail 'een onderdeel is geen gewoon bestand.' 'a part is not a plain file.'
[ "$(cat mimetype 2> /dev/null)" = 'application/vnd.veldtoets+zip' ] || fail 'dit is geen inspectiebestand.' 'this is not an inspection file.'
for name in manifest-sha256.txt bundle.json; do
  [ -f "$name" ] || fail "$name ontbreekt." "$name is missing."
done

# Every file is as listed, and every file is listed.
sha256sum --strict --quiet -c manifest-sha256.txt > /dev/null 2>&1 || fail 'een onderdeel is veranderd of ontbreekt.' 'a part was changed or is missing.'
find . -type f ! -path './signatures/*' ! -name mimetype ! -name manifest-sha256.txt | sed 's|^\./||' | sort > "$work/found"
cut -c67- manifest-sha256.txt > "$work/listed"
cmp -s "$work/found" "$work/listed" || fail 'er zit een onderdeel in dat niet is ondertekend.' 'it holds a part that was not signed.'
manifest=$(sha256sum < manifest-sha256.txt | cut -c1-64)

# Exactly those who must sign have signed.
ls signatures/*.sig > /dev/null 2>&1 || fail 'niemand heeft dit ondertekend.' 'nobody signed this.'
sed -n 's/.*"signers":\[\([^]]*\)\].*/\1/p' bundle.json | tr ',' '\n' | tr -d '"' | sort > "$work/must"
[ -s "$work/must" ] || fail 'bundle.json noemt geen ondertekenaars.' 'bundle.json names no signers.'
# stems FOLDER END: what the files with this ending are named before it.
stems() { find "$1" -maxdepth 1 -name "*.$2" 2> /dev/null | sed "s|.*/||; s|\.$2\$||" | sort; }
for end in sig json pem; do
  stems signatures "$end" > "$work/have"
  cmp -s "$work/must" "$work/have" || fail 'een handtekening ontbreekt of hoort er niet bij.' 'a signature is missing or does not belong.'
done
stems signatures/device json > "$work/devices"
for end in sig pem; do
  stems signatures/device "$end" > "$work/have"
  cmp -s "$work/devices" "$work/have" || fail 'de verklaring over een apparaat is niet volledig.' 'the statement about a device is not complete.'
done
# Every device that wrote, or that kept a log, is answered for.
sed 's/.*"known":{\([^}]*\)}.*/\1/; s/,/\n/g' bundle.json | sed -n 's/^"\([0-9a-f]*\)":.*/\1/p' > "$work/wrote"
sed 's/.*"logHead":{\(.*\)},"madeAt".*/\1/; s/},/}\n/g' bundle.json | sed -n 's/^"\([0-9a-f]*\)":{.*/\1/p' >> "$work/wrote"
sort -u "$work/wrote" > "$work/must-prove"
cmp -s "$work/must-prove" "$work/devices" || fail 'een apparaat mist een verklaring of heeft er een te veel.' 'a device lacks a statement or has one too many.'

# field FILE NAME: a text or number at the top of a statement, which is one line of canonical JSON.
field() { sed -n "s/.*[{,]\"$2\":\"\{0,1\}\([^\",}]*\).*/\1/p" "$1"; }

check() { # path without ending, the kind of statement
  [ "$(field "$1.json" _type)" = "$2" ] || fail "$1.json is een verklaring voor een ander doel." "$1.json is a statement for another purpose."
  [ "$(field "$1.json" inspection)" = "$inspection" ] || fail "$1.json gaat over een andere inspectie." "$1.json is about another inspection."
  set -- "$1" -x509_strict -no-CApath -no-CAstore -CAfile "$root" # nobody else's roots
  [ -z "$crl" ] || set -- "$@" -CRLfile "$crl" -crl_check
  base=$1
  shift
  openssl verify "$@" "$base.pem" > "$work/say" 2>&1 || reject "$base"
  set -- "$base"
  openssl x509 -in "$1.pem" -noout -pubkey > "$work/key.pub" 2> /dev/null || fail "$1.pem is geen certificaat." "$1.pem is not a certificate."
  kid=$(openssl pkey -pubin -in "$work/key.pub" -outform DER 2> /dev/null | sha256sum | cut -c1-32)
  [ "$(field "$1.json" kid)" = "$kid" ] || fail "$1.json noemt een andere sleutel." "$1.json names another key."
  openssl pkeyutl -verify -rawin -pubin -inkey "$work/key.pub" -in "$1.json" -sigfile "$1.sig" > /dev/null 2>&1 ||
    fail "de handtekening $1 klopt niet." "the signature $1 does not hold."
}

# names PEM URI: whether a certificate names this person or role.
names() { openssl x509 -in "$1" -noout -ext subjectAltName 2> /dev/null | tr -d ' ' | tr ',' '\n' | grep -q -x -F "URI:$2"; }

reject() {
  why=$(sed -n 's/^error [0-9]* at [^:]*: *//p' "$work/say" | head -n 1)
  case $why in
    *revoked*) waarom='het is ingetrokken' ;;
    *expired*) waarom='het is verlopen, of de intrekkingslijst is dat; een ontvangstbevestiging kan tonen dat het bestand op tijd was' ;;
    *'not yet valid'*) waarom='het geldt nog niet; klopt de klok van deze computer?' ;;
    *issuer*|*self-signed*) waarom='het is niet uitgegeven onder dit stamcertificaat' ;;
    *) waarom="${why:-onbekend}" ;;
  esac
  fail "het certificaat $1 wordt niet vertrouwd: $waarom." "the certificate $1 is not trusted: ${why:-unknown}."
}

inspection=$(field bundle.json inspectionId)
[ -n "$inspection" ] || fail 'bundle.json noemt geen inspectie.' 'bundle.json names no inspection.'
for file in signatures/*.sig; do
  base=${file%.sig}
  check "$base" veldtoets/signature/1
  [ "signatures/$kid" = "$base" ] || fail "$base hoort bij een andere sleutel." "$base belongs to another key."
  [ "$(field "$base.json" manifestSha256)" = "$manifest" ] || fail "$base.json ondertekent iets anders." "$base.json signs something else."
  [ "$(field "$base.json" bundle)" = "$(field bundle.json bundleId)" ] || fail "$base.json ondertekent iets anders." "$base.json signs something else."
  names "$base.pem" "urn:veldtoets:role:$(field "$base.json" role)" || fail "$base noemt een andere rol." "$base names another role."
  openssl x509 -in "$base.pem" -noout -ext subjectAltName 2> /dev/null | tr -d ' ' | tr ',' '\n' | grep '^URI:urn:uuid:' >> "$work/people"
  printf '%s  %s\n' "$(field "$base.json" time)" "$(openssl x509 -in "$base.pem" -noout -subject -nameopt RFC2253,-esc_msb,utf8)" >> "$work/signers"
done

# As many different persons as their office asks.
if [ "$(field bundle.json purpose)" = handover ]; then
  [ "$(sort -u "$work/people" | grep -c '')" -ge "$(sed -n 's/.*"policy":{"signers":\([0-9]*\)}.*/\1/p' bundle.json)" ] ||
    fail 'er hebben te weinig personen ondertekend.' 'too few persons have signed.'
fi

for file in signatures/device/*.json; do
  [ -f "$file" ] || continue
  base=${file%.json}
  check "$base" veldtoets/device-log/1
  device=$(field "$base.json" device)
  owner=$(printf '["veldtoets/device/1","%s","%s"]' "$(field "$base.json" person)" "$(field "$base.json" nonce)" | sha256sum | cut -c1-32)
  [ "signatures/device/$device" = "$base" ] && [ "$owner" = "$device" ] || fail "$base hoort bij een ander apparaat." "$base belongs to another device."
  log=$(sed -n 's/.*"log":\({[^}]*}\).*/\1/p' "$base.json")
  grep -q -F "\"$device\":$log" bundle.json || fail "$base noemt een ander logboek." "$base names another log."
  names "$base.pem" "urn:uuid:$(field "$base.json" person)" || fail "$base is van een ander persoon." "$base belongs to another person."
  known=$(sed -n "s/.*\"known\":{[^}]*\"$device\":\([0-9]*\).*/\1/p" bundle.json)
  [ "${known:-0}" = "$(field "$base.json" counter)" ] || fail "$base noemt een ander aantal wijzigingen." "$base names another number of changes."
  # The log of this device is as long as its owner signed, and ends as they signed.
  grep -F "{\"device\":\"$device\"," data/log.jsonl > "$work/log" || :
  end=$(sed -n '$s/.*"hash":"\([0-9a-f]*\)".*/\1/p' "$work/log")
  [ "{\"hash\":\"$end\",\"n\":$(grep -c '' "$work/log" || :)}" = "$log" ] || fail "het logboek van $device is niet heel." "the log of $device is not whole."
done

printf 'GOED: alle onderdelen zijn heel en ondertekend door (met de tijd die de ondertekenaar noemt):\nGOOD: all parts are whole and signed by (with the time that the signer states):\n'
cat "$work/signers"
printf 'Gecontroleerd met het stamcertificaat / held against the root certificate:\n%s\n' "$(openssl x509 -in "$root" -noout -fingerprint -sha256)"
[ -n "$crl" ] || printf 'Let op: zonder intrekkingslijst (crl.pem) is niet gekeken of een certificaat is ingetrokken.\nNote: without a revocation list (crl.pem) nobody looked whether a certificate was revoked.\n'
printf 'SHA-256 van de lijst met onderdelen / of the manifest: %s\n' "$manifest"
