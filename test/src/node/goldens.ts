import { code, noise, type Tree } from './tree.js'

/** A directory, and what Python makes of it. */
export interface Golden {
  readonly title: string
  readonly tree: Tree
  /** What the archive holds, where that is of interest. */
  readonly files?: readonly string[]
  /** SHA-256 of the tar. */
  readonly tar: string
  /** First 16 hexadecimal digits of the MD5 of the gzipped tar. */
  readonly hash: string
}

const dockerfile = 'FROM dailyco/pipecat-base:latest\nCOPY bot.py bot.py\n'

/**
 * Made with Python 3.11 and zlib 1.2.13. For each tree: walk it with `os.walk`, leave out what `fnmatch.fnmatchcase` matches by the
 * whole path or a part of it, sort the paths as texts, and give each to a `tarfile.open(mode='w')` as a `TarInfo(path)` whose `size` is
 * that of `os.stat` and whose `mode` is 0o755 if `os.access(path, os.X_OK)`, else 0o644, all else left as it is; write the tar to a
 * `gzip.GzipFile(mode='wb', mtime=0)`.
 */
export const GOLDENS: readonly Golden[] = [
  {
    title: 'a Dockerfile alone',
    tree: { Dockerfile: dockerfile },
    tar: '3a69a81d3abaa92243f7a61d1a3c3f0c5fc2c0fd92cb98d087a03544edc6dff9',
    hash: 'be02fb07d132f337',
  },
  {
    title: 'names in the order of code points',
    tree: {
      Dockerfile: dockerfile,
      'a/b': 'in a directory',
      'a.b': 'a full stop comes before a slash',
      'a-b': 'and a hyphen before both',
      a0: 'after a slash',
      Z: 'capitals first',
      '\uFF5E': 'one unit of UTF-16, and a greater one',
      '\u{1F600}': 'two units, and the greater code point',
      'with blank': '',
    },
    files: ['Dockerfile', 'Z', 'a-b', 'a.b', 'a/b', 'a0', 'with blank', '\uFF5E', '\u{1F600}'],
    tar: '60f5e55dfe5336628483082fa218e053f38c326c1a4f008849e5c0f5306b0053',
    hash: '42117781cdd75cc8',
  },
  {
    title: 'long names and names that are not ASCII',
    tree: {
      Dockerfile: dockerfile,
      [`${'x'.repeat(49)}/${'y'.repeat(50)}`]: 'a hundred characters',
      [`${'x'.repeat(50)}/${'z'.repeat(50)}`]: 'one more',
      [`${'deep/'.repeat(60)}file`]: 'three hundred and four',
      é: 'a record of eleven bytes',
      [`é${'n'.repeat(88)}`]: 'a record of 99 bytes',
      [`é${'n'.repeat(89)}`]: 'a record of 101 bytes',
      'größe/文件.txt': 'more',
      [`${'ü'.repeat(100)}`]: 'a hundred characters of two bytes',
    },
    tar: '52c6a210d24ae2845e63c68e8c6427caa58fc9ea4427a740e0c54f1d02844029',
    hash: '652e926fb1d8b085',
  },
  {
    title: 'sizes at the edges of blocks, records and reads',
    tree: {
      Dockerfile: dockerfile,
      ...Object.fromEntries(
        [0, 1, 511, 512, 513, 65_535, 65_536, 65_537].map((size) => [`s${size}`, noise(size, 7)]),
      ),
    },
    tar: 'f2cf39f539d08e99f4a152a4bdbb10a5741b263bd50d74557f73b0cac953a4b7',
    hash: '8eb76064734d3191',
  },
  {
    title: 'a tar that fills its records',
    tree: { Dockerfile: 'F'.repeat(8704) },
    tar: 'ce0af01a9e385590bc0b55b491b45e4f6ad23ed26d2764739d7a1094214a5650',
    hash: '3a8a916587252ad0',
  },
  {
    title: 'a tar that needs a record for its end',
    tree: { Dockerfile: 'F'.repeat(8705) },
    tar: 'ff723a14ea320075386b840487aa801d2d2d04fff1f7118a9ffa70386e697cc9',
    hash: 'a5c3c68e95c9ed46',
  },
  {
    title: 'executables and links to files',
    tree: {
      Dockerfile: dockerfile,
      'run.sh': { content: '#!/bin/sh\n', mode: 0o755 },
      'mine.sh': { content: '#!/bin/sh\n', mode: 0o700 },
      'private.txt': { content: 'text', mode: 0o600 },
      'link.sh': { link: 'run.sh' },
      'sub/link-of-link': { link: '../link.sh' },
    },
    tar: 'cea0483383f18f33fe7d31b6dba8843a09ac4c10b6e33a886d5d1e8559cae128',
    hash: 'a3851650f7e9f774',
  },
  {
    title: 'what is left out by default',
    tree: {
      Dockerfile: dockerfile,
      'bot.py': 'print("hello")\n',
      '.gitignore': 'x',
      '.env': 'SECRET=1',
      '.env.local': 'SECRET=1',
      'sub/.env': 'SECRET=1',
      '.envrc': 'kept',
      'tls.pem': 'x',
      'node_modules/a/index.js': 'x',
      'sub/node_modules/a/index.js': 'x',
      'src/__pycache__/bot.cpython-311.pyc': 'x',
      'src/build/kept-not.txt': 'x',
      'src/building/kept.txt': 'x',
      'debug.log': 'x',
      'debug.log.txt': 'kept',
      'pcc-deploy.toml': 'x',
    },
    files: ['.envrc', 'Dockerfile', 'bot.py', 'debug.log.txt', 'src/building/kept.txt'],
    tar: 'b178672553e516527fbbb00b5634d25c8d803af127c45bc200702e0e5f4cab65',
    hash: '1ea7b6379c507ab0',
  },
  {
    title: 'a .dockerignore',
    tree: {
      Dockerfile: dockerfile,
      '.dockerignore': '# notes\n\n./assets/\r\n  *.tmp  \n!keep.tmp\nsrc/*.md\n/\n.venv/\n',
      'assets/big.bin': 'x',
      'sub/assets/big.bin': 'x',
      'keep.tmp': 'x',
      'src/notes.md': 'x',
      'src/deep/notes.md': 'x',
      'notes.md': 'kept',
      '.env': 'kept, as the default exclusions do not count',
      '.venv/bin/python': 'x',
    },
    files: ['.dockerignore', '.env', 'Dockerfile', 'notes.md'],
    tar: '6f79d42b8e8a3280eb9fec7a48381f75f1a03980907c3218a7e8cf0d97d81ec5',
    hash: '00f8bf7f0398eb68',
  },
  {
    title: 'content that is hard and easy to compress',
    tree: {
      Dockerfile: dockerfile,
      'bot.py': code(4000, 1),
      'noise.bin': noise(200_000, 2),
      'zeros.bin': new Uint8Array(300_000),
      'vendor.py': code(20_000, 3),
    },
    tar: '323f1a1c6905c9b7f3489addad96b8060e8ed06ae2976fa570b8e95e63bdd2ab',
    hash: '93e28aacfbb55bab',
  },
]
