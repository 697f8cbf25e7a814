"""
A second reader of inspection files, written from docs/bundle-format.md and from nothing else, in what Python brings along.
It shows that the page is enough to write one, and that two readers who never saw each other accept and refuse the same files.

    python3 reader.py ROOTS.pem MOMENT CRLS.pem|- FILE...     one line of JSON per file: [file, null or why it is refused]

It reads whole files into memory and is slow; it is for tests.
"""
import base64, functools, hashlib, json, re, struct, sys, zlib
from datetime import datetime

class Refused(Exception): pass

def need(good, why):
    if not good: raise Refused(why)

sha256 = lambda data: hashlib.sha256(data).hexdigest()

# ---- Ed25519 (RFC 8032, 5.1.7), on affine-free points (X, Y, Z, T)
P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, -1, P) % P

def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P

def times(n, p):
    q = (0, 1, 1, 0)
    while n:
        if n & 1: q = add(q, p)
        p, n = add(p, p), n >> 1
    return q

def point(data):
    y = int.from_bytes(data, 'little')
    sign, y = y >> 255, y & (1 << 255) - 1
    need(y < P, 'key spelt in a second way')
    xx = (y * y - 1) * pow(D * y * y + 1, -1, P) % P
    x = pow(xx, (P + 3) // 8, P)
    if (x * x - xx) % P: x = x * pow(2, (P - 1) // 4, P) % P
    need((x * x - xx) % P == 0 and not (x == 0 and sign), 'no point')
    return (P - x if x & 1 != sign else x), y, 1, (P - x if x & 1 != sign else x) * y % P

def encoded(p):
    inverse = pow(p[2], -1, P)
    x, y = p[0] * inverse % P, p[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, 'little')

BASE = point((4 * pow(5, -1, P) % P).to_bytes(32, 'little'))

@functools.cache
def signed(key, message, signature):
    need(len(signature) == 64, 'signature of another length')
    s = int.from_bytes(signature[32:], 'little')
    k = int.from_bytes(hashlib.sha512(signature[:32] + key + message).digest(), 'little') % L
    x, y, z, t = point(key)
    return s < L and encoded(add(times(s, BASE), times(k, (P - x, y, z, P - t)))) == signature[:32]

# ---- X.509 as §4 has it: DER elements as (tag, content, whole)
def elements(data):
    found, at = [], 0
    while at < len(data):
        need(at + 2 <= len(data), 'DER')
        size, start = data[at + 1], at + 2
        if size & 0x80:
            start += size & 0x7f
            size = int.from_bytes(data[at + 2:start], 'big')
        need(start + size <= len(data), 'DER')
        found.append((data[at], data[start:start + size], data[at:start + size]))
        at = start + size
    return found

def unpem(text, label):
    body = re.sub(f'-----(BEGIN|END) {label}-----|\n', '', text)
    try: data = base64.b64decode(body, validate=True)
    except ValueError: raise Refused('PEM')
    lines = base64.b64encode(data).decode()
    wrapped = ''.join(lines[at:at + 64] + '\n' for at in range(0, len(lines), 64))
    need(text == f'-----BEGIN {label}-----\n{wrapped}-----END {label}-----\n', 'PEM in another spelling')
    return data

def blocks(text): return [one for one in re.split(r'(?<=-----END CERTIFICATE-----\n)|(?<=-----END X509 CRL-----\n)', text) if one]

def parts(data):
    outer = elements(data)
    need(len(outer) == 1 and outer[0][0] == 0x30, 'DER')
    inner = elements(outer[0][1])
    need(len(inner) == 3 and inner[1][2] == bytes.fromhex('300506032b6570') and inner[2][1][:1] == b'\0', 'algorithm')
    return inner[0], inner[2][1][1:]

def moment(tag, content):
    text = content.decode('ascii')
    return datetime.strptime(text if tag == 0x18 else ('20' if text < '5' else '19') + text, '%Y%m%d%H%M%SZ')

OID = {'551d13': 'basic', '551d0f': 'usage', '551d0e': 'subject key', '551d23': 'issuer key', '551d11': 'names'}
PROFILE = {'root': ['basic', 'usage', 'subject key'], 'leaf': ['basic', 'usage', 'subject key', 'issuer key', 'names']}

@functools.cache
def certificate(pem, kind):
    (tbs, signature), fields = parts(unpem(pem, 'CERTIFICATE')), None
    fields = elements(tbs[1])
    need(len(fields) == 8 and fields[0][2] == bytes.fromhex('a003020102') and fields[7][0] == 0xa3, 'certificate')
    spki = fields[6][2]
    need(len(spki) == 44 and spki[:12] == bytes.fromhex('302a300506032b6570032100'), 'kind of key')
    need(encoded(times(8, point(spki[12:]))) != encoded((0, 1, 1, 0)), 'weak key')
    extensions = [(OID.get(e[0][1].hex()), e[-1][1]) for e in map(lambda one: elements(one[1]), elements(elements(fields[7][1])[0][1]))]
    need([name for name, _ in extensions] == PROFILE[kind], 'extensions')
    values = dict(extensions)
    usage, basic = ('03020106', bytes.fromhex('3006 0101ff 020100')) if kind == 'root' else ('03020780', bytes.fromhex('3000'))
    need(values['usage'].hex() == usage and values['basic'] == basic, 'usage')
    names = [one[1].decode('latin1') for one in elements(elements(values['names'])[0][1])] if kind == 'leaf' else ['', '']
    common = [e[1][1] for rdn in elements(fields[5][1]) for e in [elements(elements(rdn[1])[0][1])] if e[0][1].hex() == '550403']
    need(kind == 'root' or len(names) == 2 or (len(names) == 3 and names[2].startswith('urn:veldtoets:age:age1')), 'names')
    return {
        'key': spki[12:], 'kid': sha256(spki)[:32], 'from': moment(*elements(fields[4][1])[0][:2]), 'to': moment(*elements(fields[4][1])[1][:2]),
        'issuer': fields[3][2], 'subject': fields[5][2], 'serial': fields[1][1], 'signed': tbs[2], 'signature': signature,
        'person': names[0].removeprefix('urn:uuid:'), 'role': names[1].removeprefix('urn:veldtoets:role:'), 'name': common[0].decode(),
    }

class Office:
    def __init__(self, roots, at, crls):
        self.roots, self.at, self.revoked = [certificate(root, 'root') for root in blocks(roots)], at, set()
        for root in self.roots: need(signed(root['key'], root['signed'], root['signature']), 'root')
        for crl in blocks(crls or ''):
            tbs, signature = parts(unpem(crl, 'X509 CRL'))
            root = self.signer(tbs[2], signature, 'revocation list of another')
            lists = [one for one in elements(tbs[1])[5:] if one[0] == 0x30]
            for entry in (elements(lists[0][1]) if lists else []):
                self.revoked.add((root['kid'], elements(entry[1])[0][1]))

    def signer(self, message, signature, why):
        found = [root for root in self.roots if signed(root['key'], message, signature)]
        need(found, why)
        return found[0]

    @functools.cache
    def trusts(self, pem):
        need(len(pem) <= 16384, 'large certificate')
        tbs, signature = parts(unpem(pem, 'CERTIFICATE'))
        root = self.signer(tbs[2], signature, 'not from the office')
        leaf = certificate(pem, 'leaf')
        need(leaf['issuer'] == root['subject'], 'not from the office')
        for one in (root, leaf): need(one['from'] <= self.at <= one['to'], 'not valid now')
        need((root['kid'], leaf['serial']) not in self.revoked, 'revoked')
        return leaf

# ---- §0 canonical JSON
def pairs(found):
    need(len(dict(found)) == len(found) and '__proto__' not in dict(found), 'member of an object')
    return dict(found)

def whole(text):
    need(abs(int(text)) < 2**53, 'number')
    return int(text)

def refuse(_): raise Refused('number')

def canonical(value):
    if isinstance(value, dict):
        keys = sorted(value, key=lambda key: key.encode('utf-16-be', 'surrogatepass'))
        return '{' + ','.join(canonical(key) + ':' + canonical(value[key]) for key in keys) + '}'
    if isinstance(value, list): return '[' + ','.join(map(canonical, value)) + ']'
    return json.dumps(value, ensure_ascii=False)

digest = lambda value: sha256(canonical(value).encode())

def parsed(data):
    try:
        text = data.decode('utf-8')
        depth = deepest = 0
        for sign in re.sub(r'"(?:[^"\\]|\\.)*"', '', text):
            depth += (sign in '{[') - (sign in '}]')
            deepest = max(deepest, depth)
        need(deepest <= 64, 'too deep')
        value = json.loads(text, object_pairs_hook=pairs, parse_int=whole, parse_float=refuse, parse_constant=refuse)
        need(canonical(value).encode() == data, 'not canonical')
        return value
    except ValueError as error: raise Refused(f'no JSON: {error}')

def one(data):
    need(data[-1:] == b'\n', 'no line end')
    return parsed(data[:-1])

def lines(data):
    need(data[-1:] in (b'', b'\n'), 'no line end')
    for line in data.split(b'\n')[:-1]:
        need(len(line) <= 2**20, 'long line')
        yield parsed(line)

# ---- what fields may say
def like(pattern): return lambda value: isinstance(value, str) and re.fullmatch(pattern, value, re.S) is not None
def either(*tests): return lambda value: any(test(value) for test in tests)
def within(fields): return lambda value: isinstance(value, dict) and set(value) == set(fields) and all(test(value[name]) for name, test in fields.items())
def mapping(key, test): return lambda value: isinstance(value, dict) and all(key(k) and test(v) for k, v in value.items())
def each(test): return lambda value: isinstance(value, list) and all(map(test, value))
def exactly(text): return lambda value: value == text
def text(most, least=0): return lambda value: isinstance(value, str) and len(value.encode('utf-16-be')) <= 2 * most and (least == 0 or re.search(r'\S', value) is not None)

null = exactly(None)
number = lambda value: type(value) is int and value >= 0
positive = lambda value: number(value) and value > 0
HEX = '[0-9a-f]'
hash_, key_id = like(HEX + '{64}'), like(HEX + '{32}')
device = key_id
UUID = '(?i:[0-9a-f]{8}-[0-9a-f]{4}-%s[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})'
uuid, uuid7 = like(UUID % '[1-8]'), like(UUID % '7')
DAY = r'[0-9]{4}-[0-9]{2}-[0-9]{2}'

def exists(value):
    try: return bool(datetime.strptime(value[:10].replace('0000', '2000', 1), '%Y-%m-%d'))
    except ValueError: return False

day = lambda value: like(DAY)(value) and exists(value)
time = lambda value: like(DAY + r'T([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\.[0-9]+)?)?Z')(value) and exists(value)
head = within({'n': positive, 'hash': hash_})

HEADER = within({
    'format': exactly('veldtoets/1'), 'bundleId': uuid7, 'inspectionId': uuid, 'deviceId': device, 'sequence': positive,
    'previousBundle': within({'sha256': either(hash_, null)}), 'replaces': either(hash_, null), 'purpose': like('preparation|exchange|handover'),
    'since': mapping(device, positive), 'known': mapping(device, positive), 'schema': positive, 'app': like(r'([0-9]{1,6}\.){2}[0-9]{1,6}'),
    'framework': within({'id': text(400, 1), 'version': text(400, 1), 'sha256': hash_}), 'destination': either(key_id, null),
    'policy': within({'signers': lambda value: positive(value) and value <= 20}),
    'signers': lambda value: each(key_id)(value) and 1 <= len(value) <= 20 and value == sorted(set(value)), 'logHead': mapping(device, head),
    'counts': within(dict.fromkeys(['changes', 'contents', 'log', 'erasures', 'persons', 'earlier', 'evidence'], number)), 'stateHash': hash_, 'madeAt': time,
})
STATEMENT = within({
    '_type': exactly('veldtoets/signature/1'), 'format': exactly('veldtoets/1'), 'bundle': uuid7, 'inspection': uuid, 'manifestSha256': hash_, 'kid': key_id,
    'role': like('inspector|office'), 'statement': text(400, 1), 'time': time, 'counter': number,
})
DEVICE = within({
    '_type': exactly('veldtoets/device-log/1'), 'inspection': uuid, 'device': device, 'nonce': key_id, 'person': uuid, 'kid': key_id, 'counter': number,
    'head': hash_, 'log': head,
})
CHANGE = within({
    'id': hash_, 'inspection': uuid, 'device': device, 'counter': positive, 'author': uuid, 'at': time, 'entity': text(2**31), 'entityId': text(2**31),
    'field': text(2**31), 'kind': like('set|settle'), 'commit': hash_, 'parents': lambda value: each(hash_)(value) and value == sorted(set(value)),
})
CONTENT = within({'change': hash_, 'salt': hash_, 'value': lambda _: True, 'reason': lambda value: value is None or text(2**31)(value) and value != ''})
ERASURE = within({
    'record': within({'_type': exactly('veldtoets/erasure/1'), 'inspection': uuid, 'change': hash_, 'author': uuid, 'at': time, 'reason': text(400, 1)}),
    'certificate': text(8192), 'signature': like(HEX + '{128}'),
})
ENTRY = within({
    'inspection': uuid, 'device': device, 'n': positive, 'previous': hash_, 'time': time, 'who': text(400), 'what': text(400), 'reference': text(400), 'hash': hash_,
})
PERSON = within({'id': uuid, 'name': text(200, 1), 'inspectorate': text(200)})

# ---- §1 container: what a writer would write for these members must be the file
RANK = {'mimetype': 0, 'manifest-sha256.txt': 1}
NAME = re.compile(
    r'mimetype|manifest-sha256\.txt|bundle\.json|VERIFY\.txt|signatures/(device/)?[0-9a-f]{32}\.(json|sig|pem)|data/(changes|content|erasures|log)\.jsonl|'
    r'data/(framework|organisation|persons)\.json|data/report\.html|data/earlier/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.json|data/evidence/[0-9a-f]{64}')
rank = lambda name: RANK.get(name, 2 if name.startswith('signatures/') else 3)
BIG = 0xffffffff

def header(kind, name, crc, size, offset):
    wide = [n for n in ([size, size] if size >= BIG else []) + ([offset] if kind == 'central' and offset >= BIG else [])]
    extra = struct.pack('<HH', 1, 8 * len(wide)) + struct.pack(f'<{len(wide)}Q', *wide) if wide else b''
    version, short = 45 if wide else 20, min(size, BIG)
    middle = struct.pack('<HHHHHIIIHH', version, 0x0800, 0, 0, 0x21, crc, short, short, len(name), len(extra))
    if kind == 'local': return b'PK\3\4' + middle + name + extra
    return b'PK\1\2' + struct.pack('<H', version) + middle + struct.pack('<HHHII', 0, 0, 0, 0, min(offset, BIG)) + name + extra

def container(data):
    need(len(data) <= 8 * 2**30, 'too large')
    found, directory, at = {}, b'', 0
    while data[at:at + 4] == b'PK\3\4':
        need(len(data) >= at + 30, 'cut off')
        crc, _, size, length, more = struct.unpack_from('<IIIHH', data, at + 14)
        name, start = data[at + 30:at + 30 + length], at + 30 + length + more
        if size == BIG: size, = struct.unpack_from('<Q', data, start - 8)
        need(data[at:start] == header('local', name, crc, size, at) and start + size <= len(data), 'local header')
        name = name.decode('latin1')
        need(NAME.fullmatch(name) and name not in found, 'name')
        found[name] = data[start:start + size]
        need(zlib.crc32(found[name]) == crc, 'checksum')
        directory += header('central', name.encode(), crc, size, at)
        at = start + size
    need(found and list(found) == sorted(found, key=lambda name: (rank(name), name)), 'order')
    need(len(found) <= 20000 and len(directory) <= 4 * 2**20, 'too many')
    end = struct.pack('<4sHHHHIIH', b'PK\5\6', 0, 0, len(found), len(found), len(directory), min(at, BIG), 0)
    if at >= BIG:
        end64 = struct.pack('<4sQHHIIQQQQ', b'PK\6\6', 44, 45, 45, 0, 0, len(found), len(found), len(directory), at)
        end = end64 + struct.pack('<4sIQI', b'PK\6\7', 0, at + len(directory), 1) + end
    need(data[at:] == directory + end, 'directory or end')
    need(found.get('mimetype') == b'application/vnd.veldtoets+zip', 'mimetype')
    return found

# ---- §2 to §5
REQUIRED = ['manifest-sha256.txt', 'VERIFY.txt', 'bundle.json'] + ['data/' + name for name in (
    'changes.jsonl', 'content.jsonl', 'framework.json', 'log.jsonl', 'organisation.json', 'persons.json')]

def trio(members, base, limit=16384):
    need(all(base + end in members and len(members[base + end]) <= limit for end in ('.json', '.sig', '.pem')), 'statement, signature or certificate missing')
    return members[base + '.json'], members[base + '.sig'], members[base + '.pem'].decode('latin1')

def read(data, office):
    members = container(data)
    need(all(name in members for name in REQUIRED), 'member missing')
    manifest = members['manifest-sha256.txt']
    listed = {name: sha256(content) for name, content in members.items() if rank(name) == 3}
    need(manifest == ''.join(f'{listed[name]}  {name}\n' for name in sorted(listed)).encode(), 'manifest')
    need(all(name.endswith(value) for name, value in listed.items() if name.startswith('data/evidence/')), 'name of evidence')
    about = one(members['bundle.json'])
    need(HEADER(about), 'header')
    since, known, log_head, purpose, inspection = (about[name] for name in ('since', 'known', 'logHead', 'purpose', 'inspectionId'))
    need(all(known.get(one_, 0) >= counter for one_, counter in since.items()) and not (purpose == 'handover' and since), 'since')

    kids = {re.split(r'[/.]', name)[1] for name in members if rank(name) == 2 and not name.startswith('signatures/device/')}
    need(kids == set(about['signers']), 'signers')
    holders = {}
    for kid in kids:
        told, signature, pem = trio(members, f'signatures/{kid}')
        statement = one(told)
        need(STATEMENT(statement), 'statement')
        need((statement['bundle'], statement['inspection'], statement['manifestSha256']) == (about['bundleId'], inspection, sha256(manifest)), 'statement of another bundle')
        leaf = office.trusts(pem)
        need(leaf['kid'] == kid == statement['kid'] and signed(leaf['key'], told, signature), 'signature')
        holders.setdefault(kid, leaf['person'])
        need(statement['role'] == leaf['role'] == {'preparation': 'office', 'handover': 'inspector'}.get(purpose, leaf['role']), 'role')

    need(purpose != 'handover' or len(set(holders.values())) >= about['policy']['signers'], 'too few signers')

    owners = {}
    for name in {re.split(r'[/.]', name)[2] for name in members if name.startswith('signatures/device/')}:
        told, signature, pem = trio(members, f'signatures/device/{name}')
        statement = one(told)
        need(DEVICE(statement) and statement['device'] == name and statement['inspection'] == inspection, 'statement of a device')
        leaf = office.trusts(pem)
        need(leaf['kid'] == statement['kid'] and leaf['person'] == statement['person'] and signed(leaf['key'], told, signature), 'signature of a device')
        need(holders.setdefault(leaf['kid'], leaf['person']) == leaf['person'], 'key of two persons')
        need(digest(['veldtoets/device/1', statement['person'], statement['nonce']])[:32] == name, 'device of another')
        need(statement['counter'] == known.get(name, 0) and statement['log'] == log_head.get(name), 'counter or log of a device')
        owners[name] = {**statement, 'name': leaf['name']}
    need(set(owners) == set(known) | set(log_head), 'device without statement')
    records(members, about, owners, office)

# ---- §6 and §7
def records(members, about, owners, office):
    inspection, since = about['inspectionId'], about['since']
    changes, last = {}, ('', 0)
    heads = {name: ('0' * 64 if name not in since else None) for name in owners}
    counters = {name: since.get(name, 0) for name in owners}
    for change in lines(members['data/changes.jsonl']):
        need(CHANGE(change) and change['inspection'] == inspection, 'change')
        name = change['device']
        need(name in owners and change['author'] == owners[name]['person'] and change['counter'] == counters[name] + 1 <= owners[name]['counter'], 'author or number')
        need((name, change['counter']) > last, 'order of changes')
        need(digest({k: v for k, v in change.items() if k != 'id'}) == change['id'], 'id of a change')
        last, counters[name], changes[change['id']] = (name, change['counter']), change['counter'], change
        heads[name] = heads[name] and digest(['veldtoets/device-log/1', heads[name], change['id']])
    for name, owner in owners.items():
        need(counters[name] == owner['counter'] and heads[name] in (None, owner['head']), 'changes of a device')
    named = {parent for change in changes.values() for parent in change['parents']}
    need(since or named <= set(changes), 'parent missing')
    need(since or digest(sorted(set(changes) - named)) == about['stateHash'], 'state')

    contents = {}
    for content in lines(members['data/content.jsonl']):
        need(CONTENT(content) and content['change'] in changes and content['change'] > max(contents, default=''), 'content')
        said = canonical({'value': content['value'], 'reason': content['reason']})
        need(sha256((content['salt'] + said).encode()) == changes[content['change']]['commit'], 'commitment')
        contents[content['change']] = content['value']

    erased = set()
    for erasure in lines(members.get('data/erasures.jsonl', b'')):
        need(ERASURE(erasure), 'erasure')
        record, leaf = erasure['record'], office.trusts(erasure['certificate'])
        need(record['change'] in changes and record['change'] > max(erased, default='') and changes[record['change']]['entity'] != 'inspection', 'erased change')
        need(record['inspection'] == inspection and leaf['person'] == record['author'], 'eraser')
        need(signed(leaf['key'], canonical(record).encode(), bytes.fromhex(erasure['signature'])), 'signature of an erasure')
        erased.add(record['change'])
    need(about['purpose'] != 'handover' or set(changes) == set(contents) | erased, 'content missing')

    log, count = {}, 0
    for entry in lines(members['data/log.jsonl']):
        need(ENTRY(entry) and entry['device'] >= max(log, default='') and entry['inspection'] == inspection, 'log')
        name, body = entry['device'], {k: v for k, v in entry.items() if k != 'hash'}
        before = log.get(name, {'n': 0, 'hash': '0' * 64})
        need(name in owners and entry['who'] == owners[name]['person'] and entry['n'] == before['n'] + 1 and entry['previous'] == before['hash'], 'chain')
        need(sha256(b'veldtoets/log/v1\0' + canonical(body).encode()) == entry['hash'], 'hash of a log entry')
        log[name], count = {'n': entry['n'], 'hash': entry['hash']}, count + 1
    need(log == about['logHead'], 'end of a log')

    framework, persons = one(members['data/framework.json']), one(members['data/persons.json'])
    chosen = [contents[id_] for id_, change in changes.items() if (change['entity'], change['field']) == ('inspection', 'framework') and id_ in contents]
    stated = {'id': framework.get('id'), 'version': framework.get('version'), 'sha256': digest(framework)} if isinstance(framework, dict) else None
    need(stated == about['framework'] and all(value == stated['sha256'] for value in chosen), 'framework')
    need(each(PERSON)(persons) and [person['id'] for person in persons] == sorted({person['id'] for person in persons}), 'persons')
    certified = {(owner['person'], owner['name']) for owner in owners.values()}
    need(all((person['id'], person['name'][:64]) in certified for person in persons), 'name of a person')
    need({change['author'] for change in changes.values()} <= {person['id'] for person in persons}, 'person missing')
    need(ORGANISATION(one(members['data/organisation.json'])), 'organisation')
    earlier = {name[13:-5]: one(content) for name, content in members.items() if name.startswith('data/earlier/')}
    need(all(isinstance(value, dict) and value.get('inspection') == name for name, value in earlier.items()), 'earlier round')

    files = [contents[id_] for id_, change in changes.items() if (change['entity'], change['field']) == ('evidence', 'file') and contents.get(id_) is not None]
    inside, wanted = {name[14:] for name in members if name.startswith('data/evidence/')}, {value['sha256'] for value in files}
    need(inside <= wanted and (about['purpose'] != 'handover' or wanted <= inside), 'evidence')
    found = {'changes': len(changes), 'contents': len(contents), 'log': count, 'erasures': len(erased), 'persons': len(persons), 'earlier': len(earlier), 'evidence': len(inside)}
    need(found == about['counts'], 'counts')

line = lambda value: text(400, 1)(value) and not re.search('[\\x00-\\x1f\\x7f-\\x9f]', value)
ORGANISATION = within({
    'id': uuid, 'name': line, 'kind': like('[a-z][a-z0-9-]{0,39}'), 'partOf': either(line, null), 'region': line,
    'serves': lambda value: each(line)(value) and len(value) <= 400, 'verified': lambda value: type(value) is bool,
    'validFrom': either(day, null), 'validTo': either(day, null), 'mergedInto': either(uuid, null),
})

def told(path, office):
    try:
        with open(path, 'rb') as file: read(file.read(), office)
    except (Refused, struct.error, OSError, LookupError, TypeError, ValueError) as error: return str(error) or type(error).__name__

if __name__ == '__main__':
    root, at, crl, *paths = sys.argv[1:]
    text_of = lambda path: open(path, newline='').read()
    desk = Office(text_of(root), datetime.strptime(at[:19], '%Y-%m-%dT%H:%M:%S'), None if crl == '-' else text_of(crl))
    for path in paths: print(json.dumps([path, told(path, desk)]))
