#!/usr/bin/env node
await import('../dist/src/emulator/cli.js')
