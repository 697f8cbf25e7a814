"""Reads an unpacked public version from docs/public-version.md alone: says good, or why not."""
import hashlib
import html
import json
import os
import re
import sys

folder = sys.argv[1]


def sha(*lines, tail=None):
    text = ''.join(line + '\n' for line in lines) + ('' if tail is None else tail)
    return hashlib.sha256(text.encode()).hexdigest()


def read(name):
    with open(os.path.join(folder, name), encoding='utf-8') as file:
        return file.read()


def piece(salt, fragment, index, text):
    return sha('veldtoets/piece/1', salt, str(fragment), str(index), tail=text)


adoption = json.loads(read('adoption.json'))
page, kept = [], []
for number, line in enumerate(read('fragments.jsonl').splitlines()):
    one = json.loads(line)
    if 'commitment' in one:
        page.append(one['commitment'])
        continue
    pieces = []
    for index, part in enumerate(one['pieces']):
        if 'seed' in one:
            pieces.append(piece(sha('veldtoets/piece-salt/1', one['seed'], str(index)), number, index, part))
            kept.append(part)
        elif 'salt' in part:
            pieces.append(piece(part['salt'], number, index, part['text']))
            kept.append(part['text'])
        else:
            pieces.append(part['commitment'])
    page.append(sha('veldtoets/fragment/1', str(number), *pieces))

if len(page) != adoption['fragments'] or sha('veldtoets/page/1', *page) != adoption['page']:
    sys.exit('the fragments are not what was adopted')
if hashlib.sha256(read('shape.json').rstrip('\n').encode()).hexdigest() != adoption['shape']:
    sys.exit('the shape is not what was adopted')

# every word that was kept stands in the page to read, in that order
said = re.sub(r'\s+', '', html.unescape(re.sub(r'<[^>]*>', '', read('report.html').split('<main>')[1])))
at = 0
for part in kept:
    text = re.sub(r'\s+', '', html.unescape(re.sub(r'<[^>]*>', '', part) if part.startswith('<') else part))
    at = said.find(text, at)
    if at < 0:
        sys.exit('the page to read lacks ' + text)
    at += len(text)
print('good', len(page), 'fragments')
