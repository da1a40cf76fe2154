import tseslint from 'typescript-eslint';

// The strict preset catches what types can see; the rest below is the house's own style (design §6).
export default tseslint.config(
  {
    ignores: ['node_modules/', 'teams-app/dist/', 'coverage/', '.samspill/', '**/*.mjs', '**/*.cjs', '**/*.config.ts'],
  },
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      // A narrowing `as` is how a promise of the types is broken; parse or guard instead.
      '@typescript-eslint/no-unsafe-type-assertion': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
      '@typescript-eslint/require-array-sort-compare': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      // One list only: a second block with this rule would replace this one.
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'Node strips types and cannot strip an enum: use a union.' },
        { selector: 'ExportAllDeclaration', message: 'No index files: import from the file that holds the idea.' },
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'Chance is an argument.' }],
      eqeqeq: 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    rules: {
      'no-restricted-exports': ['error', { restrictDefaultExports: { direct: true } }],
    },
  },
  {
    // Money and privacy are counted in whole numbers and rationals: no floating point where noise is made.
    files: ['connector/privacy/noise.ts'],
    rules: {
      'no-restricted-globals': ['error', { name: 'Math', message: 'BigInt only: floats leak through their low bits.' }],
    },
  },
  {
    files: ['tests/**', 'bench/**', '.ci/**'],
    rules: { 'no-console': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
);
