/** The versions of TypeScript that can check the output. */
export const versions = ['5.5', '5.9', '6', '7'] as const

/** A version of TypeScript. */
export type Compiler = (typeof versions)[number]

/** The package of each version. */
export const compilers: Readonly<Record<Compiler, string>> = {
  '5.5': 'typescript-5.5',
  '5.9': 'typescript',
  '6': 'typescript-6',
  '7': 'typescript-7',
}

/** What a compiler runs with besides the project. */
export function settingsOf(
  compiler: Compiler,
  memory: number,
): { args: string[]; env: Record<string, string> } {
  if (compiler !== '7') return { args: [], env: {} }
  // There are several of them at work, and so each has one thread, and collects garbage seldom while there is room.
  return { args: ['--singleThreaded'], env: { GOGC: '400', GOMEMLIMIT: `${memory}MiB` } }
}

/** The flags that the output has to pass, besides `erasableSyntaxOnly`, which the oldest compiler does not know. */
const strictness = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  isolatedModules: true,
  verbatimModuleSyntax: true,
}

/** A project that checks the folder `out` beside it, and writes what a machine can run to `js`. */
export function projectOf(compiler: Compiler): object {
  return {
    compilerOptions: {
      ...strictness,
      ...(compiler !== '5.5' && { erasableSyntaxOnly: true }),
      target: 'ES2022',
      lib: ['ES2022', 'DOM', 'DOM.Iterable'],
      module: 'NodeNext',
      moduleResolution: 'NodeNext',
      types: [],
      skipLibCheck: true,
      rootDir: 'out',
      outDir: 'js',
      pretty: false,
    },
    include: ['out'],
  }
}
