#!/usr/bin/env node
import '../node.js'

// Not imported above: an old Node would stumble over TypeScript before it could be refused in words.
import('./main.ts')
